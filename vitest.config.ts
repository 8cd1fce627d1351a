import { defineConfig } from 'vitest/config';

// The manifest's zone: Date's local methods must mean the shop's wall clock in the tests as they do in Apps Script.
process.env['TZ'] = 'Asia/Jerusalem';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

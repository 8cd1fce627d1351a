import { defineConfig } from 'vitest/config';

// The manifest's zone: Date's local methods must mean the shop's wall clock in the tests as they do in Apps Script.
process.env['TZ'] = 'Asia/Jerusalem';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    // Generous, so that a busy machine fails no test: nothing here asserts a time.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

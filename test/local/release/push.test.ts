import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foreignFiles } from '../../../local/release/foreign-files';

const ours = ['Code.js', 'appsscript.json', 'sidebar.html'];
const bundle = 'var global = this;\nfunction ask() {\n}';

describe('a push refuses to erase what is not ours', () => {
  test.each([
    ['a new project', [{ name: 'Code.js', content: 'function myFunction() {\n  \n}\n' }, { name: 'appsscript.json', content: '{}' }], []],
    ['our own project', [{ name: 'Code.js', content: bundle }, { name: 'sidebar.html', content: '<p>' }], []],
    ['the shop’s own scripts', [{ name: 'Import.js', content: 'function importOrders() {}' }, { name: 'Code.js', content: bundle }], ['Import.js']],
    ['the shop’s own Code', [{ name: 'Code.js', content: 'function importOrders() {}' }], ['Code.js']],
  ])('%s', (_what, remote, foreign) => expect(foreignFiles(remote, ours)).toEqual(foreign));
});

test('what would be pushed is exactly the bundle, the pages and the manifest', () => {
  const status = JSON.parse(execFileSync('npx', ['--no-install', 'clasp', 'show-file-status', '--json'], { encoding: 'utf8' })) as { filesToPush: string[]; untrackedFiles: string[] }; // clasp's own form
  expect(status.filesToPush.sort()).toEqual(readdirSync('dist').map((name) => `dist/${name}`).sort());
  expect(status.filesToPush.every((file) => /^dist\/(Code\.js|appsscript\.json|[a-z-]+\.html)$/.test(file))).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clearLeftOvers } from '../../../local/build/clear-left-overs';
import { temporaryFolder } from '../../support/temporary-folder';

test('what a killed build left goes, a build at work and everything else stays', async () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const files = ['dist/Code.js', `dist.building-${ended}/Code.js`, `dist.building-${process.pid}/Code.js`, `dist.building-${process.ppid}/Code.js`, 'notes.md'];
  const folder = temporaryFolder(Object.fromEntries(files.map((name) => [name, ''])));
  await clearLeftOvers(folder.at('dist.building-'));
  expect(readdirSync(folder.path).sort()).toEqual(['dist', `dist.building-${process.ppid}`, 'notes.md']);
});

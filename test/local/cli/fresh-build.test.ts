import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWhereOld } from '../../../local/cli/fresh-build';
import { folderWith } from '../../support/command-line';

/** A project whose build counts how often it ran. */
const projectWith = (build: string): string => folderWith({ 'package.json': JSON.stringify({ scripts: { build } }), 'src/main.ts': '' });
const counting = `node -e "const fs=require('fs');fs.mkdirSync('dist',{recursive:true});fs.appendFileSync('dist/Code.js','x')"`;
const builds = (root: string): number => readFileSync(join(root, 'dist/Code.js'), 'utf8').length;

test('a missing dist is built once, and again only when a source is newer', async () => {
  const root = projectWith(counting);
  await buildWhereOld(root);
  await buildWhereOld(root);
  expect(builds(root)).toBe(1);
  const later = new Date(Date.now() + 60_000);
  writeFileSync(join(root, 'src/main.ts'), 'changed');
  utimesSync(join(root, 'src/main.ts'), later, later);
  await buildWhereOld(root);
  expect(builds(root)).toBe(2);
});

test('of several commands at once one builds and the others wait for it', async () => {
  const root = projectWith(counting);
  await Promise.all([buildWhereOld(root), buildWhereOld(root), buildWhereOld(root)]);
  expect(builds(root)).toBe(1);
});

test('a build that fails is told in its own words and leaves no lock', async () => {
  const root = projectWith(`node -e "console.error('error: no such thing');process.exit(1)"`);
  await expect(buildWhereOld(root)).rejects.toThrow('The script could not be built: error: no such thing');
  expect(existsSync(join(root, '.local/building'))).toBe(false);
});

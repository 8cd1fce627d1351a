import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocks, quoted, readme, root, section } from '../support/readme';

const src = join(root, 'src');

interface Import {
  readonly from: string;
  readonly to: string;
}

/** The room of a file: its folder in src, and within app the folder below. */
function roomOf(file: string): string {
  const [first = '', second = '', third] = relative(src, file).split(sep);
  if (second === '') return first.replace(/\.ts$/, '');
  return first === 'app' && third !== undefined ? `app/${second}` : first;
}

/** Every import in src from one room into another, once. */
function importsBetweenRooms(): Import[] {
  const found = new Map<string, Import>();
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const file = join(src, name);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)) {
      const target = resolve(dirname(file), path);
      if (!target.startsWith(src)) continue;
      const [from, to] = [roomOf(file), roomOf(`${target}.ts`)];
      if (from !== to) found.set(`${from} ${to}`, { from, to });
    }
  }
  return [...found.values()];
}

const drawing = (blocks.find((block) => block.startsWith('main ')) ?? '').split('\n').filter((line) => line !== '');
/** The floors, the topmost first. */
const floors = drawing.flatMap((line) => /^([a-z]+)/.exec(line)?.[1] ?? []);
/** The rooms of app, each with those that it is drawn to use. */
const rooms = new Map(drawing.flatMap((line): [string, string[]][] => {
  const [, room, uses = ''] = /^[├└]─ ([a-z-]+)\s+(?:→ ([a-z, -]+?):)?/.exec(line) ?? [];
  return room === undefined ? [] : [[room, uses.split(', ').filter((name) => name !== '').sort()]];
}));

const imports = importsBetweenRooms();
const floorOf = (room: string): string => room.split('/')[0] ?? '';

describe('The house as the README draws it is the house as it stands', () => {
  test('every folder of src is a floor and every folder of app a room of it, and no other is drawn', () => {
    const foldersIn = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
    expect([...floors].sort()).toEqual([...foldersIn(src), 'main'].sort());
    expect([...rooms.keys()].sort()).toEqual(foldersIn(join(src, 'app')));
  });

  test('each floor imports the one below it', () => {
    const stairs = floors.slice(1).map((below, i) => `${floors[i] ?? ''} → ${below}`);
    const real = new Set(imports.map(({ from, to }) => `${floorOf(from)} → ${floorOf(to)}`));
    expect(stairs.filter((stair) => !real.has(stair))).toEqual([]);
  });

  test('no floor imports one above it', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.filter(({ from, to }) => floors.indexOf(floorOf(from)) > floors.indexOf(floorOf(to)))).toEqual([]);
  });

  test.each([...rooms])('app/%s uses of its neighbours exactly %j', (room, uses) => {
    const real = imports.filter(({ from, to }) => from === `app/${room}` && to.startsWith('app/')).map(({ to }) => to.replace('app/', ''));
    expect(real.sort()).toEqual(uses);
  });
});

test('every file on one order’s way exists', () => {
  const way = /\*\*One order's way\.\*\*[\s\S]*?\n\n/.exec(readme)?.[0] ?? '';
  const files = [...way.matchAll(/`([a-z/-]+)`/g)].map(([, name = '']) => name).filter((name) => name.includes('/'));
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((name) => !existsSync(join(src, `${name}.ts`)))).toEqual([]);
  expect(readFileSync(join(src, 'main.ts'), 'utf8')).toContain('export const tick');
});

test('every file, folder and picture that the README names exists', () => {
  const linked = [...readme.matchAll(/\]\(([^)#]+)\)|src="([^"]+)"/g)].map(([, link, picture]) => link ?? picture ?? '').filter((path) => !path.startsWith('http'));
  const named = quoted.filter((words) => /^(src|local|test|docs|bench|\.ci)\/\S*$/.test(words) || /^[\w-]+\.(md|json)$/i.test(words));
  expect(linked.length + named.length).toBeGreaterThan(15);
  expect([...linked, ...named].filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
});

test('every scope that the manifest asks for is explained, and no other', () => {
  const { oauthScopes } = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')) as { oauthScopes: string[] }; // our own manifest
  const explained = [...section('### What it may read and send').matchAll(/^\| `([\w.]+)` \|/gm)].map(([, scope = '']) => `https://www.googleapis.com/auth/${scope}`);
  expect(explained.sort()).toEqual([...oauthScopes].sort());
});

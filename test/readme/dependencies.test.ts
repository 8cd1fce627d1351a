import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, section } from '../support/readme';

interface Package {
  readonly name: string;
  readonly license?: unknown;
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const packageAt = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package; // npm's own form

const { dependencies = {}, devDependencies = {} } = packageAt(root);
const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { readonly optional?: boolean }> }).packages; // npm's own form

test('every package has its line in the README, and no other has', () => {
  const named = [...section('### Dependencies').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', ')).filter((name) => !/^(Package|-+)$/.test(name));
  expect(named.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort());
});

/** The packages whose code is in the bundle or in a page: what src imports by name. */
const bundled = new Set(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(root, 'src', name), 'utf8').matchAll(/\bfrom '([^.'][^']*)'/g)].map(([, path = '']) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/'))),
);

test('what the bundle contains are the dependencies, and all else is for development', () => {
  expect([...bundled].sort()).toEqual(Object.keys(dependencies).sort());
});

test('every package in the bundle is under a licence that lets us publish under MIT, and its notice is in THIRD-PARTY.md', () => {
  const notices = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8').replace(/^> ?/gm, '');
  for (const name of bundled) {
    const folder = join(root, 'node_modules', name);
    expect([name, packageAt(folder).license, packageAt(folder).dependencies ?? {}]).toEqual([name, 'MIT', {}]);
    const notice = readdirSync(folder).find((file) => /^licen[sc]e/i.test(file)) ?? '';
    expect(notices).toContain(readFileSync(join(folder, notice), 'utf8').trim().replace(/[ \t]+$/gm, ''));
  }
});

/** Licences of tools, which are run and not handed on; what makes others' work its own (GPL) or forbids a use is not among them. */
const OF_TOOLS = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'Unlicense', 'Zlib', 'MIT/X11'];
/** Says nowhere under which licence it is. It comes with exceljs (by unzipper), runs on a developer's machine alone and is in nothing that is handed on. */
const UNSAID = ['buffers'];

/** Whether one of the licences offered, or all of those that hold together, are on the list. */
const isAllowed = (expression: string): boolean => {
  const inner = expression.replace(/^\(|\)$/g, '');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isAllowed);
  return inner.split(' AND ').every((name) => OF_TOOLS.includes(name));
};

function licenceOf({ license, licenses }: Package): string {
  if (typeof license === 'string') return license;
  const offered = (Array.isArray(license) ? license : (licenses ?? [])) as readonly { readonly type: string }[]; // an older form of package.json
  return offered.map(({ type }) => type).join(' OR ');
}

test('every installed package is under a licence that a project under MIT may use', () => {
  const folders = Object.entries(locked).filter(([path, { optional }]) => path !== '' && optional !== true).map(([path]) => join(root, path));
  expect(folders.length).toBeGreaterThan(300);
  const others = folders.map(packageAt).filter((one) => !UNSAID.includes(one.name) && !isAllowed(licenceOf(one)));
  expect(others.map((one) => `${one.name}: ${licenceOf(one)}`)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foreignFiles } from '../../../local/release/foreign-files';
import { emptyCode, googleStandIn, manifest, type RemoteFile } from '../../support/google-stand-in';
import { releaseFolder } from '../../support/release-folder';

const ours = ['Code.js', 'appsscript.json', 'sidebar.html'];
const bundle = readFileSync('dist/Code.js', 'utf8');

describe('a push refuses to erase what is not ours', () => {
  test.each([
    ['a new project', [{ name: 'Code.js', content: 'function myFunction() {\n  \n}\n' }, { name: 'appsscript.json', content: '{}' }], []],
    ['our own project', [{ name: 'Code.js', content: bundle }, { name: 'sidebar.html', content: '<p>' }], []],
    ['the shop’s own scripts', [{ name: 'Import.js', content: 'function importOrders() {}' }, { name: 'Code.js', content: bundle }], ['Import.js']],
    ['the shop’s own Code', [{ name: 'Code.js', content: 'function importOrders() {}' }], ['Code.js']],
    ['another add-on, made with the same tools', [{ name: 'Code.js', content: 'var global = this;\nfunction importOrders() {' }], ['Code.js']],
    ['a script of the name of a page of ours', [{ name: 'sidebar.js', content: 'function sidebar() {}' }], ['sidebar.js']],
    ['a script in a folder', [{ name: 'shop/Code.js', content: bundle }], ['shop/Code.js']],
  ])('%s', (_what, remote, foreign) => expect(foreignFiles(remote, ours)).toEqual(foreign));
});

const SHOPS_OWN = 'shops-own-script-project-1';
const shopsOwn: readonly RemoteFile[] = [manifest, { name: 'Import', type: 'SERVER_JS', source: 'function importOrders() {}' }, { name: 'lib/Totals', type: 'SERVER_JS', source: 'function totals() {}' }];
const WORKBOOK = 'made-up-workbook-of-the-wine-shop';

const kinds: Readonly<Record<string, RemoteFile['type']>> = { js: 'SERVER_JS', html: 'HTML', json: 'JSON' };

/** What a built file is at Google. */
const asRemote = (folder: { readonly words: (name: string) => string }, file: string): RemoteFile => {
  const [name = '', ending = ''] = file.split('.');
  return { name, type: kinds[ending] ?? 'SERVER_JS', source: folder.words(`dist/${file}`) };
};
const BUILT = ['Code.js', 'appsscript.json', 'export.html', 'help.html', 'import.html', 'person.html', 'preview.html', 'segments.html', 'set-up.html', 'sidebar.html', 'undo.html'];

describe('clasp itself, talking to a stand-in of Google on this machine', () => {
  test('a project of its own is made in the workbook, and exactly the bundle, the pages and the manifest arrive in it, again after a change', async () => {
    const google = await googleStandIn();
    google.projects.set(SHOPS_OWN, { parentId: WORKBOOK, files: shopsOwn });
    const folder = releaseFolder(google);

    expect(await folder.npm('new-project', `https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit#gid=0`)).toMatchObject({ code: 0 });
    const id = folder.scriptId();
    expect(google.projects.get(id)).toEqual({ parentId: WORKBOOK, files: [manifest, emptyCode] });

    expect(await folder.npm('push')).toMatchObject({ code: 0 });
    const arrived = [...(google.projects.get(id)?.files ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(arrived).toEqual(BUILT.map((file) => asRemote(folder, file)));
    expect(google.projects.get(SHOPS_OWN)?.files).toEqual(shopsOwn);

    const project = google.projects.get(id);
    if (project !== undefined) project.files = project.files.map((file) => (file.name === 'help' ? { ...file, source: 'an older page' } : file));
    expect(await folder.npm('push')).toMatchObject({ code: 0 });
    expect(google.projects.get(id)?.files.find(({ name }) => name === 'help')).toEqual(asRemote(folder, 'help.html'));
    expect(google.elsewhere).toEqual([]);
  });

  test('a project that holds the shop’s own scripts is left as it is, and the way out is said', async () => {
    const google = await googleStandIn();
    google.projects.set(SHOPS_OWN, { parentId: WORKBOOK, files: shopsOwn });
    const { code, said } = await releaseFolder(google, { scriptId: SHOPS_OWN }).npm('push');
    expect(code).toBe(1);
    expect(said).toContain('holds files that are not ours: Import.js, lib/Totals.js. A push would erase them, so nothing was pushed.');
    expect(said).toContain('npm run new-project');
    expect(google.calls).toEqual([`GET /v1/projects/${SHOPS_OWN}/content`]);
    expect(google.elsewhere).toEqual([]);
  });

  test.each([
    ['nobody is signed in', { signedIn: false }, 'npx clasp login', []],
    ['the Apps Script API is switched off', { isSwitchedOff: true }, 'https://script.google.com/home/usersettings', [`GET /v1/projects/${SHOPS_OWN}/content`]],
    ['no project is named yet', { scriptId: 'PUT_YOUR_SCRIPT_ID_HERE' }, 'npm run new-project', []],
  ])('nothing is sent where %s', async (_what, { isSwitchedOff = false, scriptId = SHOPS_OWN, signedIn = true }: { isSwitchedOff?: boolean; scriptId?: string; signedIn?: boolean }, cure, calls) => {
    const google = await googleStandIn();
    google.isSwitchedOff = isSwitchedOff;
    google.projects.set(SHOPS_OWN, { parentId: WORKBOOK, files: [manifest, emptyCode] });
    const { code, said } = await releaseFolder(google, { scriptId, signedIn }).npm('push');
    expect(code).toBe(1);
    expect(said).toContain(cure);
    expect(google.calls).toEqual(calls);
    expect(google.elsewhere).toEqual([]);
  });

  test.each([
    ['no workbook is named', [], 'PUT_YOUR_SCRIPT_ID_HERE', 'Say which workbook'],
    ['there is a project already', [WORKBOOK], SHOPS_OWN, '.clasp.json already names a project'],
  ])('no project is made where %s', async (_what, args, scriptId, why) => {
    const google = await googleStandIn();
    const folder = releaseFolder(google, { scriptId });
    const { code, said } = await folder.npm('new-project', ...args);
    expect([code, folder.scriptId(), google.calls]).toEqual([1, scriptId, []]);
    expect(said).toContain(why);
  });
});

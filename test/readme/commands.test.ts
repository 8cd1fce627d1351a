import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { blocks, quoted, root } from '../support/readme';
import { crm, folderWith, rowsOf } from '../support/command-line';
import { sampleMailchimp } from '../../local/sample/mailchimp';
import { sampleWorkbook } from '../../local/sample/workbook';
import { saveWorkbook } from '../../local/workbook/open';

const isCommand = (words: string): boolean => /^(npm|npx|bash) /.test(words);

/** Every command that the README gives: in its blocks, in its tables and in its sentences. */
const commands = [...new Set([...blocks.flatMap((block) => block.split('\n')), ...quoted].filter(isCommand).flatMap((line) => line.split(' && ')))].sort();

const scripts = (JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts; // our own file
const ci = readFileSync(resolve(root, '.ci/run'), 'utf8');

/** What CI runs as it stands. */
const byCi = ['bash .ci/run', 'npm ci', 'npm test', 'npm run types', 'npm run lint'];
/** Run before all tests; see test/support/build-once.ts. */
const byBuild = ['npm run build'];
/** Run below. */
const byThis = [
  'npm run crm -- --help',
  'npm run crm -- import subscribed.csv unsubscribed.csv --book FOLDER',
  'npm run crm -- nightly --book FOLDER --now 2026-06-30T03:00 --save OUT',
  'npm run crm -- why dana.golan@family.example --book FOLDER',
  'npm start',
  'npm start -- --book my-workbook.xlsx',
];
/** Run against a stand-in of Google in test/local/release/push.test.ts. */
const byStandIn = ['npm run new-project -- WORKBOOK', 'npm run push'];
/** Not run, each for its reason. */
const notRun: Readonly<Record<string, string>> = {
  'npx clasp login': 'opens Google’s own page in a browser; what it leaves is what the stand-in’s tests begin with',
  'npm run bench': 'takes minutes; the nights it times are journeys in test/journeys',
  'npm run simulate': 'takes minutes: two years of nights',
  'npm run pictures': 'takes a minute and writes into docs; what it photographs is clicked through in test/browser',
};

test('every command in the README is run by CI, or it is said why not', () => {
  expect(commands).toEqual([...byCi, ...byBuild, ...byThis, ...byStandIn, ...Object.keys(notRun)].sort());
});

test.each(commands.flatMap((command) => /^npm (?:run )?(?!ci\b)([\w-]+)/.exec(command)?.[1] ?? []).map((name) => [name]))('npm run %s is a script of the package, and what it starts is there', (name) => {
  const script = scripts[name];
  expect(script).toBeDefined();
  for (const [file] of (script ?? '').matchAll(/\S+\.ts\b/g)) expect([file, existsSync(resolve(root, file))]).toEqual([file, true]);
});

test('CI runs what is said that it runs', () => {
  for (const command of byCi.slice(1)) expect(ci).toMatch(new RegExp(command.replace('npm run ', 'npm run (?:-s )?')));
  expect(readFileSync(resolve(root, '.github/workflows/ci.yml'), 'utf8')).toContain('bash .ci/run');
});

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // a server that listens has one
      server.close(() => found(port));
    });
  });

describe('npm start', () => {
  test.each([
    ['npm start', [], 'WebOrdM', 'wom_OrderId'],
    ['npm start -- --book my-workbook.xlsx', ['--book', 'my-workbook.xlsx'], 'הזמנות', 'Order ID'],
  ])('%s opens the workbook in a page', async (_command, args, sheet, header) => {
    const from = folderWith({});
    cpSync(resolve(root, 'test/fixtures/libreoffice-orders.xlsx'), resolve(from, 'my-workbook.xlsx'));
    const port = await freePort();
    // As npm runs it; npm itself would keep the signal from what it started.
    const started = spawn(process.execPath, [resolve(root, 'node_modules/.bin/tsx'), ...(scripts['start'] ?? '').split(' ').slice(1), ...args, '--port', String(port)], { cwd: root, env: { ...process.env, npm_lifecycle_event: 'start', INIT_CWD: from } });
    try {
      const url = await new Promise<string>((open, failed) => {
        let said = '';
        const listen = (words: Buffer): void => {
          said += words.toString();
          const found = /http:\/\/localhost:\d+\/\S*/.exec(said)?.[0];
          if (found !== undefined) open(found);
        };
        started.stdout.on('data', listen);
        started.stderr.on('data', listen);
        started.on('exit', () => failed(new Error(said)));
      });
      expect(await (await fetch(url)).text()).toContain('/page.js');
      const cells = await fetch(`${url}cells?sheet=${encodeURIComponent(sheet)}&from=0&count=2`);
      expect([cells.status, await cells.text()]).toEqual([200, expect.stringContaining(header)]);
    } finally {
      started.removeAllListeners('exit');
      started.kill();
    }
  });
});

describe('npm run crm', () => {
  const argsOf = (command: string): string[] => command.replace('npm run crm -- ', '').split(' ');
  let from = '';
  beforeAll(async () => {
    const members = sampleMailchimp('2026-06-30');
    const file = (name: string): string => members.find((one) => one.name.includes(name))?.text ?? '';
    from = folderWith({ 'subscribed.csv': file('subscribed_'), 'unsubscribed.csv': file('unsubscribed') });
    await saveWorkbook(sampleWorkbook('2026-06-29'), resolve(from, 'FOLDER'));
    expect(await crm(from, 'sync', '--book', 'FOLDER', '--now', '2026-06-29T03:00')).toMatchObject({ code: 0, err: '' });
  });

  test.each(byThis.filter((command) => command.includes('crm')).map((command) => [command]))('%s', async (command) => {
    expect(await crm(from, ...argsOf(command))).toMatchObject({ code: 0, err: '' });
    if (command.includes('OUT')) expect(rowsOf(resolve(from, 'OUT'), 'CRM Tasks')).toHaveLength(8);
  });
});

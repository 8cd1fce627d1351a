import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { TOKEN, type GoogleStandIn } from './google-stand-in';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder';

const root = resolve(import.meta.dirname, '../..');

/** Loaded into clasp before it runs: Google's own client library then sends its calls to the stand-in. */
const PRELOAD = `
if (/clasp/.test(process.argv[1] ?? '')) {
  const { google } = await import('googleapis');
  const script = google.script.bind(google);
  google.script = (options) => script({ ...options, rootUrl: process.env.STAND_IN });
}
`;

export interface ReleaseFolder extends TemporaryFolder {
  /** Runs one of the project's scripts as a person would, and gives how it ended and all that it said. */
  npm(script: string, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }>;
  scriptId(): string;
}

/** The project as on another machine: its own `.clasp.json` and `dist`, somebody signed in or nobody, and of the world only the stand-in within reach. */
export function releaseFolder(google: GoogleStandIn, { scriptId = 'PUT_YOUR_SCRIPT_ID_HERE', signedIn = true }: { readonly scriptId?: string; readonly signedIn?: boolean } = {}): ReleaseFolder {
  const folder = temporaryFolder({
    '.clasp.json': JSON.stringify({ scriptId, rootDir: 'dist' }),
    'preload.mjs': PRELOAD,
    'home/.npmrc': '',
    ...(signedIn ? { 'home/.clasprc.json': JSON.stringify({ tokens: { default: { type: 'authorized_user', client_id: 'made-up', client_secret: 'made-up', refresh_token: 'made-up', access_token: TOKEN, expiry_date: 4_102_444_800_000 } } }) } : {}),
  });
  for (const name of ['src', 'local', 'node_modules', 'package.json', 'esbuild.config.ts', 'tsconfig.json', 'appsscript.json']) symlinkSync(resolve(root, name), folder.at(name));
  const env = {
    PATH: process.env['PATH'],
    HOME: folder.at('home'),
    STAND_IN: google.url,
    // Whatever would go elsewhere comes to the stand-in, too, which notes it and lets nothing through.
    HTTPS_PROXY: google.url,
    HTTP_PROXY: google.url,
    NO_PROXY: '127.0.0.1',
    // npm would ask for its own newest version.
    npm_config_update_notifier: 'false',
    NODE_OPTIONS: `--import ${folder.at('preload.mjs')}`,
  };
  return {
    ...folder,
    npm: (script, ...args) =>
      new Promise((ended, failed) => {
        const child = spawn('npm', ['run', '-s', script, '--', ...args], { cwd: folder.path, env });
        let said = '';
        child.stdout.on('data', (words: Buffer) => (said += words.toString()));
        child.stderr.on('data', (words: Buffer) => (said += words.toString()));
        child.on('error', failed);
        child.on('close', (code) => ended({ code, said }));
      }),
    scriptId: () => (JSON.parse(readFileSync(folder.at('.clasp.json'), 'utf8')) as { scriptId: string }).scriptId, // clasp's own form
  };
}

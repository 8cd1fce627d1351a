import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A file as the Apps Script API has it. */
export interface RemoteFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface GoogleStandIn {
  readonly url: string;
  /** Each project's files by its script id. */
  readonly projects: Map<string, { readonly parentId: string | null; files: readonly RemoteFile[] }>;
  /** Every call that came, `METHOD path`, in order. */
  readonly calls: string[];
  /** Hosts that somebody wanted to reach through us instead; nobody is let through. */
  readonly elsewhere: string[];
  /** The Apps Script API is switched off in the account's settings. */
  isSwitchedOff: boolean;
}

export const manifest: RemoteFile = { name: 'appsscript', type: 'JSON', source: '{ "timeZone": "America/New_York" }' };
export const emptyCode: RemoteFile = { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {\n  \n}\n' };

/** The token of whoever is signed in. */
export const TOKEN = 'made-up-token';

/** As much of Google's Apps Script API as clasp uses to make, read and replace a project, on this machine alone; gone when the test is over. */
export async function googleStandIn(): Promise<GoogleStandIn> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      standIn.calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const [status, answer] = answerTo(standIn, request, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  server.on('connect', (request, socket) => {
    standIn.elsewhere.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const standIn: GoogleStandIn = { url: `http://127.0.0.1:${port}/`, projects: new Map(), calls: [], elsewhere: [], isSwitchedOff: false };
  return standIn;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += String(part);
  return body;
}

const failure = (code: number, message: string): readonly [number, unknown] => [code, { error: { code, message, errors: [{ message }] } }];

function answerTo(standIn: GoogleStandIn, request: IncomingMessage, body: string): readonly [number, unknown] {
  const [path = ''] = (request.url ?? '').split('?');
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return failure(401, 'Request had invalid authentication credentials.');
  if (standIn.isSwitchedOff) return failure(403, 'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.');
  if (request.method === 'POST' && path === '/v1/projects') {
    const { parentId = null, title } = JSON.parse(body) as { parentId?: string; title: string }; // the API's own form
    const scriptId = `made-${standIn.projects.size + 1}-${'x'.repeat(40)}`;
    standIn.projects.set(scriptId, { parentId, files: [manifest, emptyCode] });
    return [200, { scriptId, title, parentId }];
  }
  const scriptId = /^\/v1\/projects\/([^/]+)\/content$/.exec(path)?.[1] ?? '';
  const project = standIn.projects.get(scriptId);
  if (project === undefined) return failure(404, 'Requested entity was not found.');
  // A put replaces the whole project, as at Google.
  if (request.method === 'PUT') project.files = (JSON.parse(body) as { files: RemoteFile[] }).files; // the API's own form
  return [200, { scriptId, files: project.files }];
}

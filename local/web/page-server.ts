import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ClientFiles } from './client-files';
import type { Desk } from './desk';
import { webMessages } from './messages';
import { readAct } from './read-act';

const LARGEST_BODY = 64 * 1024 * 1024;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Workbook</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%237a2248'/%3E%3Cpath d='M8 10h16M8 16h16M8 22h10' stroke='white' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/page.css">
</head>
<body><div id="page"></div><script src="/page.js"></script></body>
</html>
`;

interface Place {
  readonly origin: string;
  readonly port: number;
  readonly framesOrigin: string;
}

/** Answers the page: its files, rows of sheets, and what a person does, one act after the other. */
export function pageServer(desk: Desk, files: ClientFiles, place: Place): RequestListener {
  const security = {
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src ${place.framesOrigin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
  const send = (response: ServerResponse, status: number, type: string, body: string): void => {
    response.writeHead(status, { ...security, 'Content-Type': `${type}; charset=utf-8` }).end(body);
  };
  const sendJson = (response: ServerResponse, status: number, value: unknown): void => send(response, status, 'application/json', JSON.stringify(value));
  const refuse = (response: ServerResponse, status: number): void => sendJson(response, status, { error: webMessages.badRequest[desk.language] });
  // One at a time, in the order in which they come, as the workbook has one state.
  let queue: Promise<unknown> = Promise.resolve();

  const post = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.origin !== place.origin || !/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refuse(response, 403);
    const act = readAct(await jsonBody(request));
    if (act === null) return refuse(response, 400);
    const outcome = queue.then(() => desk.do(act));
    queue = outcome.catch(() => undefined);
    sendJson(response, 200, await outcome);
  };

  const get = (url: URL, response: ServerResponse): void => {
    switch (url.pathname) {
      case '/':
        return send(response, 200, 'text/html', PAGE);
      case '/page.js':
        return send(response, 200, 'text/javascript', files.script);
      case '/page.css':
        return send(response, 200, 'text/css', files.style);
      case '/cells': {
        const [from, count] = [Number(url.searchParams.get('from')), Number(url.searchParams.get('count'))];
        const whole = Number.isSafeInteger(from) && Number.isSafeInteger(count) && from >= 0 && count > 0 && count <= 2000;
        const block = whole ? desk.block(url.searchParams.get('sheet') ?? '', from, count) : null;
        return block === null ? refuse(response, 404) : sendJson(response, 200, block);
      }
      case '/values': {
        const values = desk.values(url.searchParams.get('sheet') ?? '', Number(url.searchParams.get('column')));
        return values === null ? refuse(response, 404) : sendJson(response, 200, values);
      }
      default:
        return send(response, 404, 'text/plain', 'Not found');
    }
  };

  return (request, response) => {
    const host = request.headers.host ?? '';
    // A name that someone else's page made point here must reach nothing.
    if (host !== `localhost:${place.port}` && host !== `127.0.0.1:${place.port}`) return void response.writeHead(421).end();
    const url = new URL(request.url ?? '/', place.origin);
    if (request.method === 'GET' && host.startsWith('127.')) return void response.writeHead(302, { Location: `${place.origin}${url.pathname}${url.search}` }).end();
    if (request.method === 'GET') return get(url, response);
    if (request.method !== 'POST' || url.pathname !== '/act') return void refuse(response, 405);
    post(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) refuse(response, 500);
    });
  };
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    // A request without an encoding gives buffers.
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > LARGEST_BODY) return null;
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    return value;
  } catch {
    return null;
  }
}

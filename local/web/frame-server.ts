import type { RequestListener } from 'node:http';
import type { Desk } from './desk';

interface Place {
  readonly port: number;
  /** The page that may hold the frames. */
  readonly pageOrigin: string;
}

/** Serves the script's pages and mails from an origin of their own, so that they reach nothing of the page around them, and no network. */
export function frameServer(desk: Desk, shim: string, place: Place): RequestListener {
  const policy = (script: string): string =>
    `default-src 'none'; ${script}style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src blob:; form-action 'none'; frame-ancestors ${place.pageOrigin}`;
  return (request, response) => {
    if (request.headers.host !== `localhost:${place.port}`) return void response.writeHead(421).end();
    const [, kind, token = ''] = /^\/(page|mail)\/([0-9a-f-]{36})$/.exec(request.url ?? '') ?? [];
    const html = request.method !== 'GET' ? null : kind === 'page' ? desk.tellings.page(token) : kind === 'mail' ? desk.tellings.mail(token) : null;
    if (html === null) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy(kind === 'page' ? "script-src 'unsafe-inline'; " : ''),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      })
      .end(kind === 'page' ? withShim(html, shim, place.pageOrigin) : withNewTabs(html));
  };
}

/** The page with google.script before any script of its own. */
function withShim(html: string, shim: string, pageOrigin: string): string {
  const script = `<script>window.__page = ${JSON.stringify(pageOrigin)};\n${shim}</script>`;
  return into(html, script);
}

/** A mail's links open beside the page, as they do in a mail program. */
const withNewTabs = (html: string): string => into(html, '<base target="_blank">');

function into(html: string, piece: string): string {
  const place = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = place === null ? 0 : place.index + place[0].length;
  return html.slice(0, at) + piece + html.slice(at);
}

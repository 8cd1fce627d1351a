import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveBook, type ServedBook } from '../../support/web-page';

let book: ServedBook;
beforeAll(async () => {
  book = await serveBook();
});
afterAll(() => book.close());

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The frames' server instead of the page's. */
  readonly frames?: boolean;
}

const origin = (): string => new URL(book.served.url).origin;
const framesPort = (): number => Number(/frame-src http:\/\/localhost:(\d+)/.exec(policy)?.[1]);
let policy = '';

function ask({ path = '/', method = 'GET', headers = {}, body, frames = false }: Asked): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const port = frames ? framesPort() : Number(new URL(book.served.url).port);
  return new Promise((settle, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { Host: `localhost:${port}`, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', fail).end(body);
  });
}

const act = (value: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask({ path: '/act', method: 'POST', headers: { Origin: origin(), 'Content-Type': 'application/json', ...headers }, body: typeof value === 'string' ? value : JSON.stringify(value) });

describe('The page’s server', () => {
  test('allows the page nothing from elsewhere', async () => {
    policy = String((await ask({})).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('does not answer under another name, so that no foreign page reaches it', async () => {
    expect((await ask({ headers: { Host: 'evil.example' } })).status).toBe(421);
    expect((await ask({ frames: true, path: '/page/x', headers: { Host: 'evil.example' } })).status).toBe(421);
  });

  test('acts for its own page only', async () => {
    expect((await act({ act: 'look' })).status).toBe(200);
    expect((await act({ act: 'look' }, { Origin: 'http://evil.example' })).status).toBe(403);
    expect((await act({ act: 'look' }, { 'Content-Type': 'text/plain' })).status).toBe(403);
    expect((await ask({ path: '/act', method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"act":"look"}' })).status).toBe(403);
  });

  test.each(['', 'no json', '{"act":"format-disk"}', '{"act":"type","sheet":"WebOrdM","row":-1,"column":0,"words":""}', '{"act":"clock","now":"noon"}', '[]'])('refuses %j', async (body) => {
    expect((await act(body)).status).toBe(400);
  });

  test.each(['/etc/passwd', '/../package.json', '/page.ts', '/cells?sheet=WebOrdM&from=0&count=999999', '/cells?sheet=Nowhere&from=0&count=10', '/cells'])('has nothing at %s', async (path) => {
    expect((await ask({ path })).status).toBe(404);
  });

  test('gives no page of the script but by its secret address', async () => {
    expect((await ask({ frames: true, path: '/page/00000000-0000-0000-0000-000000000000' })).status).toBe(404);
    expect((await ask({ frames: true, path: '/' })).status).toBe(404);
  });

  test('gives rows as they show', async () => {
    const block = JSON.parse((await ask({ path: '/cells?sheet=WebOrdM&from=0&count=2' })).text) as { rows: unknown[][] }; // of protocol.ts
    expect(block.rows).toHaveLength(2);
    expect(JSON.stringify(block.rows[0]?.[0])).toContain('wom_OrderId');
  });

  test('a sheet that went meanwhile is said in a sentence', async () => {
    const outcome = JSON.parse((await act({ act: 'type', sheet: 'Gone', row: 0, column: 0, words: 'x' })).text) as { error: string }; // of protocol.ts
    expect(outcome.error).toBe('The sheet “Gone” is not there any more.');
  });
});

import { createServer, type RequestListener, type Server } from 'node:http';
import { Refusal } from '../../src/shared/problem';
import { webMessages } from './messages';

const TRIES = 40;

/** A server on this machine alone, at the port or the next free one; 0 takes any. Refuses where none is free. */
export async function listen(port: number): Promise<{ readonly server: Server; readonly port: number; answer(listener: RequestListener): void }> {
  for (let at = port; at < port + TRIES && at < 65_536; at += 1) {
    const server = createServer();
    const taken = await new Promise<boolean>((settle, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' || error.code === 'EACCES' ? settle(true) : fail(error)));
      server.listen(at, '127.0.0.1', () => settle(false));
    });
    const address = server.address();
    if (!taken && address !== null && typeof address === 'object') return { server, port: address.port, answer: (listener) => void server.on('request', listener) };
  }
  throw new Refusal(webMessages.noFreePort(port));
}

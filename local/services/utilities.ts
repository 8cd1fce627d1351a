import { createHash, createHmac, randomUUID } from 'node:crypto';
import { formatMoment } from './format-moment';
import { emulation, methodsOf, SELF, type Emulation } from './kit/emulation';
import { Enumeration } from './kit/enumeration';
import { ScriptException } from './kit/exception';
import { date, integer, listOf, orNothing, text } from './kit/shape';
import { Zone } from './kit/zone';

const digestAlgorithm = new Enumeration('Utilities.DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const charset = new Enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']);

/** Bytes as Java has them: -128 … 127. */
const signed = (bytes: Buffer): number[] => [...new Int8Array(bytes)];
const bufferOf = (bytes: readonly number[]): Buffer => Buffer.from(Int8Array.from(bytes));

interface BlobState {
  bytes: Buffer;
  type: string | null;
  name: string | null;
}

const blobs = methodsOf<BlobState>();

const blobEmulation: Emulation<BlobState> = emulation<BlobState>('Base.Blob', 'none', {
  getDataAsString: blobs.free(
    blobs.takes([], (blob) => blob.bytes.toString('utf8')),
    blobs.takes([text], (blob, _run, name) => {
      if (!/^utf-?8$/i.test(name)) throw new ScriptException(`The charset ${name} is not emulated`);
      return blob.bytes.toString('utf8');
    }),
  ),
  getBytes: blobs.free(blobs.takes([], (blob) => signed(blob.bytes))),
  getName: blobs.free(blobs.takes([], (blob) => blob.name)),
  getContentType: blobs.free(blobs.takes([], (blob) => blob.type)),
  setName: blobs.free(
    blobs.takes([text], (blob, _run, name) => {
      blob.name = name;
      return SELF;
    }),
  ),
});

const { takes, free } = methodsOf<null>();
const digest = (algorithm: string, words: string): number[] => signed(createHash(algorithm.replace('_', '').toLowerCase()).update(words, 'utf8').digest());
const blob = (bytes: Buffer, type: string | null = null, name: string | null = null): BlobState => ({ bytes, type, name });

export const utilities: Emulation<null> = emulation<null>(
  'Utilities',
  'none',
  {
    formatDate: free(
      takes([date, text, text], (_self, _run, instant, zoneName, pattern) => {
        let zone: Zone;
        try {
          zone = new Zone(zoneName);
        } catch {
          throw new ScriptException(`Invalid time zone: ${zoneName}`);
        }
        return formatMoment(instant, zone, pattern);
      }),
    ),
    getUuid: free(takes([], () => randomUUID())),
    sleep: free(
      takes([integer], (_self, run, ms) => {
        if (ms < 0 || ms > 300_000) throw new ScriptException('Invalid argument: milliseconds');
        run.spend(ms / 1000);
      }),
    ),
    computeDigest: free(
      takes([digestAlgorithm, text], (_self, _run, algorithm, words) => digest(algorithm, words)),
      takes([digestAlgorithm, text, charset], (_self, _run, algorithm, words) => digest(algorithm, words)),
    ),
    computeHmacSha256Signature: free(takes([text, text], (_self, _run, words, key) => signed(createHmac('sha256', key).update(words).digest()))),
    base64Encode: free(
      takes([text], (_self, _run, words) => Buffer.from(words, 'utf8').toString('base64')),
      takes([text, charset], (_self, _run, words) => Buffer.from(words, 'utf8').toString('base64')),
      takes([listOf(integer)], (_self, _run, bytes) => bufferOf(bytes).toString('base64')),
    ),
    base64EncodeWebSafe: free(
      takes([text], (_self, _run, words) => webSafe(Buffer.from(words, 'utf8'))),
      takes([listOf(integer)], (_self, _run, bytes) => webSafe(bufferOf(bytes))),
    ),
    base64Decode: free(takes([text], (_self, _run, words) => signed(Buffer.from(words, 'base64')))),
    newBlob: free(
      takes([text], (_self, run, words) => run.wrap(blobEmulation, blob(Buffer.from(words, 'utf8'), 'text/plain'))),
      takes([text, orNothing(text)], (_self, run, words, type) => run.wrap(blobEmulation, blob(Buffer.from(words, 'utf8'), type))),
      takes([text, orNothing(text), text], (_self, run, words, type, name) => run.wrap(blobEmulation, blob(Buffer.from(words, 'utf8'), type, name))),
      takes([listOf(integer)], (_self, run, bytes) => run.wrap(blobEmulation, blob(bufferOf(bytes)))),
      takes([listOf(integer), orNothing(text)], (_self, run, bytes, type) => run.wrap(blobEmulation, blob(bufferOf(bytes), type))),
      takes([listOf(integer), orNothing(text), text], (_self, run, bytes, type, name) => run.wrap(blobEmulation, blob(bufferOf(bytes), type, name))),
    ),
  },
  { DigestAlgorithm: digestAlgorithm, Charset: charset },
);

/** With `-` and `_`, and with padding, as Google has it. */
const webSafe = (bytes: Buffer): string => bytes.toString('base64').replace(/\+/g, '-').replace(/\//g, '_');

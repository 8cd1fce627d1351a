import type { Requests } from '../../src/app/requests';
import { Refusal } from '../../src/shared/problem';
import { dayOfMoment, type Day } from '../../src/shared/day';
import { sameText, type Language } from '../../src/shared/text';
import type { Host } from '../host';

type Asked<K extends keyof Requests> = Parameters<Requests[K]['answer']>[1];
type Answered<K extends keyof Requests> = ReturnType<Requests[K]['answer']>;

/** One job's hold on the built bundle in the local host. */
export interface Session {
  readonly host: Host;
  /** The workbook's language. */
  readonly language: Language;
  readonly today: Day;
  /** Asks as the sidebar would. Throws a Refusal with the bundle's own sentence where it says no. */
  ask<K extends keyof Requests>(name: K, args: Asked<K>): Answered<K>;
  /** The same for a request that is known by its name alone. */
  askByName(name: string, args: Readonly<Record<string, unknown>>): unknown;
  /** A path of the command line as an absolute one. */
  pathOf(path: string): string;
}

/** What `ask` of the bundle gives back: JSON, of the shape that `Answer` of src/app/request declares. */
interface Envelope {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

export function sessionOf(host: Host, language: Language, pathOf: (path: string) => string): Session {
  const askByName = (name: string, args: unknown): unknown => {
    const envelope = host.call('ask', [name, args], 'sidebar') as Envelope; // main.ts declares it; the host hands it over as JSON
    if (!envelope.ok) throw new Refusal(sameText(envelope.message ?? ''));
    return envelope.value;
  };
  return {
    host,
    language,
    today: dayOfMoment(host.now),
    pathOf,
    askByName,
    ask: <K extends keyof Requests>(name: K, args: Asked<K>): Answered<K> => askByName(name, args) as Answered<K>, // the declaration in requests.ts, seen from this side of the JSON
  };
}

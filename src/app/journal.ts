import * as z from 'zod/mini';
import type { Properties } from './ports';

/** What the document properties remember, each one a small JSON value under its own name. */
const entries = {
  /** The run that holds the lock; left behind where a run was cut off. */
  run: () => z.object({ job: z.string(), id: z.string(), start: z.string(), by: z.string() }),
  /** Job that was cut off and not yet made good by a night. */
  cutOff: () => z.string(),
  /** Who installed the hourly tick; another user's tick leaves. */
  trigger: () => z.object({ owner: z.string(), since: z.string() }),
  /** Moment of the last tick. */
  heartbeat: () => z.string(),
  /** Day of the last finished night. */
  night: () => z.string(),
  /** What the last good sync saw: the source guard compares with it. */
  lastGoodSync: () => z.object({ ids: z.number(), headers: z.record(z.string(), z.readonly(z.array(z.string()))) }),
  /** The workbook that these properties belong to; a copy has another id. */
  workbook: () => z.string(),
  /** The digest's marker: `sending` before, `sent` after. */
  digest: () => z.object({ day: z.string(), state: z.enum(['sending', 'sent', 'no quota', 'failed', 'reported']), cause: z.optional(z.string()) }),
  /** The day of the last failure mail. */
  failureMail: () => z.string(),
  /** The week (its Sunday) of the last report. */
  report: () => z.string(),
  /** The day on which the week's report was last begun by itself (and whether again): once a day is enough where it fails. */
  reportTried: () => z.string(),
  /** A call that failed before anything could be opened, for lack of a permission. */
  denied: () => z.object({ day: z.string(), cause: z.string() }),
  /** Cells of the workbook's grid when last counted. */
  cells: () => z.number(),
  /** The import whose writing has begun: left behind where it was cut off. */
  import: () => z.object({ id: z.string(), portions: z.number() }),
  /** Day of the last Mailchimp import. */
  lastImport: () => z.string(),
  /** How the installation's self-test saw text round-trip in `@` cells. */
  check: () => z.object({ day: z.string(), differences: z.array(z.string()) }),
} as const;

type Entries = typeof entries;
export type JournalEntry = keyof Entries;
export type JournalValue<E extends JournalEntry> = z.infer<ReturnType<Entries[E]>>;

/** The document properties as typed values. A value that can't be read counts as absent. */
export interface Journal {
  get<E extends JournalEntry>(entry: E): JournalValue<E> | null;
  /** Writes several at once, only where different; null deletes. */
  set(values: { readonly [E in JournalEntry]?: JournalValue<E> | null }): void;
}

/** What an entry that is gone is written as: one call sets several values, but deletes only one. */
const ABSENT = 'null';

/** Reads all properties when first asked; later reads see this journal's own writes. */
export function openJournal(properties: Properties): Journal {
  let read: Map<string, string> | null = null;
  const known = (): Map<string, string> => (read ??= new Map(Object.entries(properties.all())));
  return {
    get(entry) {
      const text = known().get(entry);
      if (text === undefined) return null;
      const parsed = z.safeParse(entries[entry](), parseJson(text));
      return parsed.success ? (parsed.data as JournalValue<typeof entry>) : null; // the schema of this very entry
    },
    set(values) {
      const changed = Object.entries(values)
        .map(([entry, value]): [string, string] => [entry, JSON.stringify(value ?? null)])
        .filter(([entry, text]) => (known().get(entry) ?? null) !== text && !(text === ABSENT && !known().has(entry)));
      if (changed.length === 0) return;
      properties.set(Object.fromEntries(changed));
      for (const [entry, text] of changed) known().set(entry, text);
    },
  };
}

/** The value of a JSON text, undefined where it is none: a property that someone edited by hand stops nothing. */
function parseJson(words: string): unknown {
  try {
    return JSON.parse(words) as unknown;
    // eslint-disable-next-line no-restricted-syntax -- JSON.parse has no other way to say that the text is none
  } catch {
    return undefined;
  }
}

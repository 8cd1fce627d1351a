import * as z from 'zod/mini';
import { LONGEST_PORTION, PIECE, PIECES } from './portions';
import type { Shop } from '../shop';

/** Portions of one import: more than this is no shop's audience. */
const MOST_PORTIONS = 100;

/** An import whose portions were sent beforehand: the name under which they wait, and how many there are. */
export const stagedImport = () => z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{6,40}$/)),
  portions: z.int().check(z.gte(1), z.lte(MOST_PORTIONS)),
});
export type StagedImport = z.infer<ReturnType<typeof stagedImport>>;

export const portionArguments = () => z.object({
  id: stagedImport().shape.id,
  portion: z.int().check(z.gte(0), z.lt(MOST_PORTIONS)),
  text: z.string().check(z.maxLength(LONGEST_PORTION), z.regex(/^[\x20-\x7e]+$/)),
});

/**
 * Keeps a portion of a large import until all of it is here: nothing is checked or written before. Portions wait instead of being
 * applied one by one, so that the preview shows the whole and a bad last portion changes nothing.
 */
export function stagePortion({ stash }: Shop, { id, portion, text }: z.infer<ReturnType<typeof portionArguments>>): null {
  const pieces = Array.from({ length: PIECES }, (_, i): [string, string] => [pieceName(id, portion, i), text.slice(i * PIECE, (i + 1) * PIECE)]);
  // A shorter last portion leaves pieces blank; they are kept, so that a piece that was forgotten shows.
  stash.put(Object.fromEntries(pieces.map(([name, words]) => [name, `.${words}`])));
  return null;
}

/** The text that the portions make together; null where one of them has been forgotten meanwhile: all must be sent again. */
export function stagedText({ stash }: Shop, staged: StagedImport): string | null {
  const names = namesOf(staged);
  const found = stash.get(names);
  const pieces = names.map((name) => found[name]);
  return pieces.includes(undefined) ? null : pieces.map((words) => words?.slice(1) ?? '').join('');
}

export const forgetStaged = ({ stash }: Shop, staged: StagedImport): void => stash.forget(namesOf(staged));

const pieceName = (id: string, portion: number, piece: number): string => `import ${id} ${portion} ${piece}`;

const namesOf = ({ id, portions }: StagedImport): string[] =>
  Array.from({ length: portions }, (_, portion) => Array.from({ length: PIECES }, (__, piece) => pieceName(id, portion, piece))).flat();

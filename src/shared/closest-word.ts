import { fold } from './text';

/** Edits (insert, delete, replace, swap of neighbours) between two words, counted no further than `limit` + 1. */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}

/** The known word that was probably meant, for a “did you mean”; null where none is near (a third of its letters may differ). */
export function closestWord(word: string, known: readonly string[]): string | null {
  const wanted = fold(word);
  let best: { readonly word: string; readonly edits: number } | null = null;
  for (const candidate of known) {
    const folded = fold(candidate);
    const limit = Math.max(1, Math.floor(Math.max(folded.length, wanted.length) / 3));
    // A word that merely begins or ends the other one (“Lapsed after” for “Lapsed after days”) is near too.
    const edits = wanted.length >= 4 && (folded.startsWith(wanted) || folded.endsWith(wanted)) ? 1 : editsBetween(wanted, folded, limit);
    if (edits <= limit && (best === null || edits < best.edits)) best = { word: candidate, edits };
  }
  return best === null ? null : best.word;
}

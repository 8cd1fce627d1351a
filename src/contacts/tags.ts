import { fold } from '../shared/text';

/** The tags cell with the new tags added at its end, joined by comma and blank; those already there, in any case, are not repeated. */
export function withTags(cell: string | null, added: readonly string[]): string | null {
  let joined = cell ?? '';
  // A tag may hold a comma itself, so whether it is there is asked of the whole text between separators.
  let folded = `, ${fold(joined).replace(/\s*,\s+/g, ', ')}, `;
  for (const tag of added) {
    const word = fold(tag).replace(/\s*,\s+/g, ', ');
    if (word === '' || folded.includes(`, ${word}, `)) continue;
    joined = joined === '' ? tag : `${joined}, ${tag}`;
    folded = folded === ', , ' ? `, ${word}, ` : `${folded}${word}, `;
  }
  return joined === '' ? null : joined;
}

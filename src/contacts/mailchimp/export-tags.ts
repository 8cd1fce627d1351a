import { tidy } from '../../shared/text';

/** Mailchimp's own tags have at most 100 characters; a quote that closes too late makes one of half a file. */
const LONGEST_TAG = 1000;

/** The tags of a TAGS cell: `"VIP","Wine club"` as Mailchimp writes it, commas and quotes inside a tag kept, or a plain list. */
export function exportTags(cell: string): string[] {
  const quoted = /^"([\s\S]*)"$/.exec(cell.trim());
  const parts = quoted === null ? cell.split(/[,;|]/) : (quoted[1] ?? '').split(/"\s*[,;]\s*"/);
  return parts.map(tidy).filter((tag) => tag !== '' && tag.length <= LONGEST_TAG);
}

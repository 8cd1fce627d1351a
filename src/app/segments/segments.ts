import { contactsTable } from '../../contacts/contacts.table';
import { parseSegment } from '../../rules/segments/parse';
import { countSegment } from '../../rules/segments/segment';
import { segmentsTable } from '../../rules/segments.table';
import { Refusal } from '../../shared/problem';
import { fold, tidy } from '../../shared/text';
import { makeSheets } from '../make-sheets';
import { segmentsMessages } from './segments-messages';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

export interface ListedSegment {
  readonly name: string;
  readonly query: string;
  /** How many people it holds today; null where its query can't be understood. */
  readonly count: number | null;
  /** Where the query goes wrong, with the line and a caret under the place. */
  readonly problem: string | null;
}

/** The segments of CRM Segments as they stand today, in the sheet's order. */
export function listSegments(shop: Shop): ListedSegment[] {
  const state = openState(shop);
  // An alias's own row has no status: its person stands in another row.
  const contacts = state.image(contactsTable).rows.filter((contact) => contact.status !== null);
  return state
    .image(segmentsTable)
    .rows.filter(({ name }) => tidy(name) !== '')
    .map(({ name, query }) => {
      const parsed = parseSegment(query ?? '');
      const about = { name: tidy(name), query: query ?? '' };
      return parsed.ok ? { ...about, count: countSegment(parsed.condition, contacts, shop.today), problem: null } : { ...about, count: null, problem: parsed.text[shop.language] };
    });
}

/** Saves a segment: a new row, or another query in the row of that name. Refuses a query that can't be understood. */
export function saveSegment(shop: Shop, { name, query, replace }: { readonly name: string; readonly query: string; readonly replace: boolean }): { readonly name: string } {
  const wanted = { name: tidy(name), query: tidy(query) };
  if (wanted.name === '') throw new Refusal(segmentsMessages.unnamed);
  const parsed = parseSegment(query);
  if (!parsed.ok) throw new Refusal(parsed.text);
  // A name that reads as a query could mean either in a rule's Segment cell.
  if (parseSegment(wanted.name).ok) throw new Refusal(segmentsMessages.nameIsQuery(wanted.name));
  makeSheets(shop);
  const image = openState(shop).image(segmentsTable);
  const row = image.rows.find((known) => fold(known.name) === fold(wanted.name));
  if (row === undefined) {
    shop.book.append(image, [wanted]);
    return wanted;
  }
  if (!replace) throw new Refusal(segmentsMessages.nameTaken(tidy(row.name)));
  if (row.query !== wanted.query && shop.book.enter(image, [{ at: row.at, set: { query: wanted.query } }]).length > 0) throw new Refusal(segmentsMessages.changedMeanwhile(tidy(row.name)));
  return { name: tidy(row.name) };
}

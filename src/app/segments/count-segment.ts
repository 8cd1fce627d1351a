import { contactsTable, type Contact } from '../../contacts/contacts.table';
import { segmentFinder } from '../../rules/segments/named';
import { describeSegment } from '../../rules/segments/describe';
import { segmentTest } from '../../rules/segments/segment';
import { segmentsTable } from '../../rules/segments.table';
import { Refusal } from '../../shared/problem';
import { refusalOfContact } from '../../tasks/hand-made';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';

export interface SegmentCount {
  readonly count: number;
  /** The first names, for a look at who that is. */
  readonly first: readonly { readonly email: string; readonly name: string | null }[];
  /** How many of them *Make tasks now* would leave out: they refused or unsubscribed. */
  readonly leftOut: number;
  /** The query in words. */
  readonly words: string;
}

const SHOWN = 10;

/** How many contacts a query, or a segment of CRM Segments by its name, holds today. */
export function segmentCount(shop: Shop, query: string): SegmentCount {
  const { members, words } = segmentMembers(openState(shop), query);
  return {
    count: members.length,
    first: members.slice(0, SHOWN).map(({ email, name }) => ({ email, name })),
    leftOut: members.filter((contact) => refusalOfContact(contact) !== null).length,
    words,
  };
}

/** The contacts of a segment, by name or spelled out; a query with a mistake is refused with the place it is at. */
export function segmentMembers(state: ShopState, query: string): { readonly members: readonly Contact[]; readonly words: string } {
  const found = segmentFinder(state.image(segmentsTable).rows)(query);
  if ('problem' in found) throw new Refusal(found.problem);
  const belongs = segmentTest(found.condition, state.shop.today);
  // An alias's own row has no status: its person stands in another row.
  return {
    members: state.image(contactsTable).rows.filter((contact) => contact.status !== null && belongs(contact)),
    words: describeSegment(found.condition)[state.shop.language],
  };
}

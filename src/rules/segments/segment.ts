import type { Contact } from '../../contacts/contacts.table';
import type { Day } from '../../shared/day';
import { text, type Text } from '../../shared/text';
import type { Condition, Leaf } from './condition';
import { cellWords, describeSegment } from './describe';
import { compile } from './evaluate';
import { fieldOf } from './fields';

/** Whether a contact belongs to the segment on the day; compile once, ask often. */
export function segmentTest(condition: Condition, today: Day): (contact: Contact) => boolean {
  const test = compile(condition, today);
  return (contact) => test(contact) === 1;
}

/** How many of the contacts belong to the segment. */
export function countSegment(condition: Condition, contacts: Iterable<Contact>, today: Day): number {
  const belongs = segmentTest(condition, today);
  let count = 0;
  for (const contact of contacts) if (belongs(contact)) count += 1;
  return count;
}

/** The first condition that keeps the contact out, with the contact's own value; null where it belongs. */
export function explainSegment(condition: Condition, contact: Contact, today: Day): Text | null {
  if (compile(condition, today)(contact) === 1) return null;
  if (condition.kind === 'and') {
    for (const part of condition.parts) {
      const why = explainSegment(part, contact, today);
      if (why !== null) return why;
    }
  }
  const asked = describeSegment(condition);
  const own = ownValues(condition, contact, today);
  return text(`Not so: ${asked.en} (${own.en})`, `לא מתקיים: ${asked.he} (${own.he})`);
}

function ownValues(condition: Condition, contact: Contact, today: Day): Text {
  const fields = [...new Set(leavesOf(condition).map((leaf) => leaf.field))].map(fieldOf);
  const own = fields.map((field) => ({ header: field.header, words: cellWords(field.valueOf(contact, today), field) }));
  return text(own.map(({ header, words }) => `${header}: ${words.en}`).join('; '), own.map(({ header, words }) => `${header}: ${words.he}`).join('; '));
}

function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.part);
    default:
      return [condition];
  }
}

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailchimpStatuses, type Contact, type MailchimpStatus, type NewContact } from '../../../src/contacts/contacts.table';
import type { ContactRows } from '../../../src/contacts/directory';
import { erasedKeyFor } from '../../../src/contacts/erased';
import type { Member, ReadExport } from '../../../src/contacts/mailchimp/member';
import { planImport } from '../../../src/contacts/mailchimp/plan-import';
import { readExport } from '../../../src/contacts/mailchimp/read-export';
import { anOrder, contactsSheet, imported, standing, sync, written } from '../../support/contacts';

const noa = 'noa@shop.example';

/** An export of one kind with these members. */
const anExport = (status: MailchimpStatus | null, ...members: readonly Partial<Member>[]): ReadExport => ({
  file: `${status ?? 'some'}.csv`,
  kind: status,
  needsKind: members.some((member) => (member.status ?? status) === null),
  rejected: [],
  leftOut: [],
  members: members.map((details, i) => ({ email: noa, status, since: null, name: null, phone: null, birthday: null, language: null, tags: [], notes: null, line: i + 2, ...details })),
});
const importing = (contacts: ContactRows, ...files: readonly ReadExport[]): ReturnType<typeof contactsSheet> => imported(contacts, planImport({ files, contacts }));
const rowOf = (contacts: ContactRows, email = noa): Contact | undefined => contacts.rows.find((row) => row.email === email);
const january = '2025-01-01T10:00:00';
const june = '2025-06-01T10:00:00';

describe('a first import', () => {
  test('before any sync makes whole rows, in which the sync then finds nothing to change', () => {
    const contacts = importing(
      contactsSheet(),
      anExport('Subscribed', { since: january, name: 'נועה', phone: '050', birthday: '03-14', tags: ['VIP', 'Wine club'], notes: 'met at the fair' }, { email: 'bea@shop.example' }),
    );
    expect(rowOf(contacts)).toMatchObject({
      isMailchimp: true,
      isCustomer: false,
      status: 'Prospect',
      totalOrders: 0,
      name: 'נועה',
      language: 'HE',
      phone: '050',
      birthday: '03-14',
      tags: 'VIP, Wine club',
      notes: 'met at the fair',
      mailchimpStatus: 'Subscribed',
      mailchimpSince: january,
    });
    expect(sync({ contacts })).toMatchObject({ added: [], patches: [], entries: [], removed: [] });
  });

  test('of a buyer takes name and language from the orders where they are at hand', () => {
    const files = [anExport('Subscribed', { name: 'Noa', language: 'EN', phone: '050' })];
    const [added] = planImport({ files, contacts: contactsSheet(), orders: [anOrder({ email: noa, name: 'נועה כהן', language: 'HE' })] }).added;
    expect(added).toMatchObject({ name: 'נועה כהן', language: 'HE', phone: '050' });
  });

  test('counts what is new, changed and unchanged', () => {
    const contacts = contactsSheet({ email: 'old@shop.example' }, { email: 'same@shop.example', isMailchimp: true, mailchimpStatus: 'Subscribed' });
    const plan = planImport({ contacts, files: [anExport('Subscribed', {}, { email: 'old@shop.example' }, { email: 'same@shop.example' })] });
    expect(plan.counts).toEqual({ new: 1, changed: 1, unchanged: 1 });
  });
});

describe('an existing row', () => {
  test('keeps what stands in it: blanks are filled, tags added, notes left alone', () => {
    const contacts = contactsSheet({ email: ' NOA@shop.example', name: 'Noa (aunt)', notes: null, tags: 'VIP, old', phone: null });
    const [patch] = planImport({ contacts, files: [anExport('Subscribed', { name: 'Noa', phone: '050', tags: ['vip', 'new', 'a,b'], notes: 'no' })] }).patches;
    expect(patch?.set).toEqual({ isMailchimp: true, mailchimpStatus: 'Subscribed', phone: '050', tags: 'VIP, old, new, a,b' });
  });

  test('that a later file leaves out does not change', () => {
    const contacts = contactsSheet({ email: 'gone@shop.example', isMailchimp: true, mailchimpStatus: 'Subscribed', tags: 'VIP' });
    expect(planImport({ contacts, files: [anExport('Subscribed', {})] }).patches).toEqual([]);
  });
});

describe('consent', () => {
  test.each<{ has: [MailchimpStatus | null, string | null]; says: [MailchimpStatus, string | null]; stands: [MailchimpStatus, string | null] }>([
    { has: [null, null], says: ['Subscribed', null], stands: ['Subscribed', null] },
    { has: ['Subscribed', january], says: ['Unsubscribed', june], stands: ['Unsubscribed', june] },
    { has: ['Unsubscribed', june], says: ['Subscribed', january], stands: ['Unsubscribed', june] },
    { has: ['Unsubscribed', january], says: ['Subscribed', june], stands: ['Subscribed', june] },
    { has: ['Subscribed', june], says: ['Unsubscribed', june], stands: ['Unsubscribed', june] },
    { has: ['Unsubscribed', june], says: ['Subscribed', june], stands: ['Unsubscribed', june] },
    { has: ['Cleaned', january], says: ['Unsubscribed', january], stands: ['Cleaned', january] },
    { has: ['Non-subscribed', null], says: ['Subscribed', null], stands: ['Non-subscribed', null] },
    { has: ['Subscribed', january], says: ['Unsubscribed', null], stands: ['Unsubscribed', null] },
    { has: ['Unsubscribed', null], says: ['Subscribed', june], stands: ['Unsubscribed', null] },
    { has: ['Unsubscribed', january], says: ['Subscribed', null], stands: ['Unsubscribed', january] },
    { has: ['Subscribed', january], says: ['Subscribed', june], stands: ['Subscribed', june] },
    { has: ['Subscribed', june], says: ['Subscribed', null], stands: ['Subscribed', june] },
  ])('$has, and a file says $says: $stands stands', ({ has, says, stands }) => {
    const contacts = contactsSheet({ email: noa, mailchimpStatus: has[0], mailchimpSince: has[1] });
    const row = rowOf(importing(contacts, anExport(says[0], { since: says[1] })));
    expect([row?.mailchimpStatus, row?.mailchimpSince]).toEqual(stands);
  });

  test('a moment saved without its seconds is not older than itself', () => {
    const contacts = contactsSheet({ email: noa, isMailchimp: true, mailchimpStatus: 'Unsubscribed', mailchimpSince: '2025-01-01T10:00' });
    expect(planImport({ contacts, files: [anExport('Unsubscribed', { since: january })] }).patches).toEqual([]);
  });

  test('a file whose kind nobody has told is refused', () => {
    expect(() => planImport({ contacts: contactsSheet(), files: [anExport(null, {})] })).toThrow(/some\.csv.*--kind/);
  });
});

describe('an alias', () => {
  const work = 'noa@work.example';

  test('keeps its own row of Mailchimp, and its refusal is the person’s; importing again changes nothing', () => {
    const contacts = contactsSheet({ email: noa, alsoKnownAs: work, isMailchimp: true, mailchimpStatus: 'Subscribed', mailchimpSince: june });
    const files = [anExport('Unsubscribed', { email: work, since: january, tags: ['VIP'], phone: '050' })];
    const after = importing(contacts, ...files);
    expect(rowOf(after, work)).toMatchObject({ mailchimpStatus: 'Unsubscribed', totalOrders: null, status: null });
    expect(rowOf(after)).toMatchObject({ mailchimpStatus: 'Unsubscribed', mailchimpSince: january, tags: 'VIP', phone: '050' });
    expect(planImport({ contacts: after, files }).patches).toEqual([]);
    const synced = written(after, sync({ contacts: after }));
    expect(planImport({ contacts: synced, files: [anExport('Subscribed', { since: june })] }).patches).toEqual([]);
    expect(standing(sync({ contacts: synced }))[noa]?.mailchimpStatus).toBe('Unsubscribed');
  });
});

describe('the erased', () => {
  test('are not brought back by an import', () => {
    const contacts = contactsSheet({ email: erasedKeyFor(noa) });
    const plan = planImport({ contacts, files: [anExport('Subscribed', { name: 'Noa' })] });
    expect(plan).toMatchObject({ added: [], patches: [], counts: { new: 0, changed: 0, unchanged: 1 } });
  });
});

const emails = ['a', 'b', 'c'].map((name) => `${name}@shop.example`);
const someMembers = (times: fc.Arbitrary<string | null>): fc.Arbitrary<ReadExport[]> =>
  fc.array(
    fc
      .array(fc.record({ email: fc.constantFrom(...emails), status: fc.constantFrom(...mailchimpStatuses), since: times, tags: fc.subarray(['VIP', 'Club', 'a,b']) }), { maxLength: 4 })
      .map((members) => anExport('Subscribed', ...members)),
    { maxLength: 4 },
  );
const minutes = fc.integer({ min: 0, max: 300 }).map((minute) => `2025-01-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`);
const someRows = fc
  .subarray(emails)
  .chain((some) =>
    fc.tuple(
      ...some.map((email) => fc.record({ email: fc.constant(email), alsoKnownAs: fc.option(fc.constantFrom(...emails)), name: fc.option(fc.constant('Noa')), tags: fc.option(fc.constant('VIP')) })),
    ),
  )
  .map((rows) => rows as NewContact[]); // fc.tuple of a spread is typed as a tuple of any length

describe('whatever the files say', () => {
  test('an import planned again writes nothing, nor do the sync and it undo each other', () => {
    fc.assert(
      fc.property(someMembers(fc.option(minutes)), someRows, (files, rows) => {
        const contacts = contactsSheet(...rows);
        const after = importing(contacts, ...files);
        expect(planImport({ contacts: after, files })).toMatchObject({ added: [], patches: [] });
        const synced = written(after, sync({ contacts: after }));
        expect(planImport({ contacts: synced, files })).toMatchObject({ added: [], patches: [] });
        expect(sync({ contacts: synced })).toMatchObject({ added: [], patches: [], entries: [], removed: [] });
      }),
      { numRuns: 400 },
    );
  });

  test('files in any order, at once or one by one, end in the same consent', () => {
    fc.assert(
      fc.property(
        someMembers(minutes).chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))),
        ([files, shuffled]) => {
          const consents = (contacts: ContactRows): string[] => contacts.rows.map((row) => `${row.email} ${row.mailchimpStatus} ${row.mailchimpSince}`).sort();
          const oneByOne = shuffled.reduce((contacts, file) => importing(contacts, file), contactsSheet());
          expect(consents(oneByOne)).toEqual(consents(importing(contactsSheet(), ...files)));
        },
      ),
    );
  });

  test('nobody who unsubscribed after every subscription is Subscribed', () => {
    fc.assert(
      fc.property(someMembers(minutes), (files) => {
        const after = importing(contactsSheet(), ...files);
        const all = files.flatMap((file) => file.members).filter((member) => member.since !== null);
        for (const row of after.rows) {
          const last = (status: MailchimpStatus): string => all.filter((member) => member.email === row.email && member.status === status).reduce((a, { since }) => (since !== null && since > a ? since : a), '');
          if (last('Unsubscribed') !== '' && last('Unsubscribed') >= last('Subscribed')) expect(row.mailchimpStatus).not.toBe('Subscribed');
        }
      }),
    );
  });
});

const shared = new URL('../../../../shared/data/mailchimp/', import.meta.url);

describe.skipIf(!existsSync(shared))('the subscribed file, the unsubscribed one, and the subscribed one again', () => {
  const file = (name: string): ReadExport => readExport(name, readFileSync(new URL(name, shared), 'utf8'));

  test('leave nobody of the unsubscribed file Subscribed', () => {
    const subscribed = file('02_subscribed_email_audience_export_1a2b3c4d5e.csv');
    const unsubscribed = file('03_unsubscribed_email_audience_export_1a2b3c4d5e.csv');
    const first = importing(contactsSheet(), subscribed);
    expect(rowOf(first, 'dana.levi@mail.example')?.mailchimpStatus).toBe('Subscribed');
    const second = importing(first, unsubscribed);
    for (const { email } of unsubscribed.members) expect(rowOf(second, email)?.mailchimpStatus).toBe('Unsubscribed');
    expect(planImport({ contacts: second, files: [subscribed] })).toMatchObject({ added: [], patches: [], counts: { unchanged: 5 } });
    expect(planImport({ contacts: second, files: [subscribed, unsubscribed] })).toMatchObject({ added: [], patches: [], counts: { unchanged: 6 } });
  });
});

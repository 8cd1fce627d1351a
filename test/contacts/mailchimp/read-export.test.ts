import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MailchimpStatus } from '../../../src/contacts/contacts.table';
import { readExport } from '../../../src/contacts/mailchimp/read-export';
import { readExports } from '../../../src/contacts/mailchimp/read-exports';
import type { Member, ReadExport } from '../../../src/contacts/mailchimp/member';
import { Refusal } from '../../../src/shared/problem';

/** The one member of an export with this header and row. */
const member = (header: string, row: string, file = 'subscribed_export.csv'): Member => {
  const [only] = readExport(file, `${header}\n${row}\n`).members;
  if (only === undefined) throw new Error('no member');
  return only;
};
const addresses = (read: ReadExport): string[] => read.members.map(({ email }) => email);

describe('the table', () => {
  test.each([
    ['commas', 'Email Address,First Name\na@shop.example,Dana'],
    ['semicolons', 'Email Address;First Name\na@shop.example;Dana'],
    ['tabs, as pasted', 'Email Address\tFirst Name\na@shop.example\tDana'],
    ['a line that names the delimiter', 'sep=;\r\nEmail Address;First Name\r\na@shop.example;Dana\r\n'],
    ['CR line ends', 'Email Address,First Name\ra@shop.example,Dana\r'],
    ['CRLF line ends, blank lines and quotes', '\r\n"Email Address","First Name"\r\n\r\n"a@shop.example","Dana"\r\n'],
    ['a byte order mark', '\ufeffEmail Address,First Name\na@shop.example,Dana'],
    ['merge tags', 'EMAIL,FNAME\na@shop.example,Dana'],
    ['merge tags with bars', '*|EMAIL|*,*|FNAME|*\na@shop.example,Dana'],
    ['Hebrew headers', 'כתובת דוא"ל,שם פרטי\na@shop.example,Dana'],
    ['one full name', 'Email;Name\na@shop.example;Dana'],
  ])('is read with %s', (_, text) => {
    expect(readExport('subscribed.csv', text).members).toMatchObject([{ email: 'a@shop.example', name: 'Dana', status: 'Subscribed' }]);
  });

  test('quoted cells may hold delimiters, quotes and lines', () => {
    expect(member('Email,FNAME,NOTES', 'a@shop.example,"D""Arcy, Jo","one\r\n""two"", three"')).toMatchObject({ name: 'D"Arcy, Jo', notes: 'one\n"two", three' });
  });

  test('an unclosed quote costs its own row only', () => {
    const read = readExport('subscribed.csv', 'Email,FNAME\na@shop.example,"Un\nb@shop.example,"Bea"\n"c@shop.example",Cy\nd@shop.example,"Dee');
    expect(addresses(read)).toEqual(['b@shop.example', 'c@shop.example']);
    expect(read.rejected.map(({ line }) => line)).toEqual([2, 5]);
  });

  test('rows may be shorter or longer than the header', () => {
    expect(addresses(readExport('subscribed.csv', 'Email,FNAME,LNAME\na@shop.example\nb@shop.example,B,C,extra,cells'))).toEqual(['a@shop.example', 'b@shop.example']);
  });
});

describe('fields', () => {
  test.each(['=HYPERLINK("http://x.example")', '+1+1', '1-2', 'TRUE', '00123', "O'Dell", '@SUM(1,2)'])('the name %s stays text as it is', (name) => {
    expect(member('Email,FNAME', `a@shop.example,"${name.replace(/"/g, '""')}"`).name).toBe(name);
  });

  test.each([
    ['+972501234567', '+972501234567'],
    ["'0501234567", '0501234567'],
    ['00972-50-123 4567', '00972-50-123 4567'],
    ['9.72501E+11', null],
  ])('the phone %s is %s', (cell, phone) => {
    expect(member('Email,Phone Number', `a@shop.example,${cell}`).phone).toBe(phone);
  });

  test.each([
    ['03/14', '03-14'],
    ['3/14', '03-14'],
    ['14/03', '03-14'],
    ['03-14', '03-14'],
    ['02/29', '02-29'],
    ['1990-03-14', '03-14'],
    ['03/14/1990', '03-14'],
    ['14 March', '03-14'],
    ['March 14', '03-14'],
    ['14-Mar', '03-14'],
    ['14 במרץ', '03-14'],
    ['02/30', null],
    ['13/13', null],
    ['soon', null],
    ['', null],
  ])('the birthday %s is %s', (cell, birthday) => {
    expect(member('Email,Birthday', `a@shop.example,${cell}`).birthday).toBe(birthday);
  });

  test('a file in which one birthday can only be day before month has them all so', () => {
    const read = readExport('subscribed.csv', 'Email,Birthday\na@shop.example,04/03\nb@shop.example,25/12');
    expect(read.members.map(({ birthday }) => birthday)).toEqual(['03-04', '12-25']);
  });

  test('a birthday that is no day is said, and 00/00 passed over', () => {
    const read = readExport('subscribed.csv', 'Email,Birthday\na@shop.example,13/32\nb@shop.example,00/00');
    expect(read.leftOut).toMatchObject([{ line: 2, value: '13/32' }]);
    expect(read.members).toHaveLength(2);
  });

  test.each([
    ['Hebrew', 'HE'],
    ['iw', 'HE'],
    ['עברית', 'HE'],
    ['"English, Hebrew"', null],
    ['"Hebrew, Wine lovers"', 'HE'],
    ['', null],
  ])('the language %s is %s', (cell, language) => {
    expect(member('Email,Language', `a@shop.example,${cell}`).language).toBe(language);
  });

  test.each([
    ['"""VIP"",""Wine club"""', ['VIP', 'Wine club']],
    ['"""a,b"",""say ""hi"""""', ['a,b', 'say "hi"']],
    ['"VIP, Wine club"', ['VIP', 'Wine club']],
    ['VIP', ['VIP']],
    ['', []],
  ])('the tags %s are %j', (cell, tags) => {
    expect(member('Email,TAGS', `a@shop.example,${cell}`).tags).toEqual(tags);
  });

  test('stars are no status', () => {
    expect(member('Email,MEMBER_RATING', 'a@shop.example,2').status).toBe('Subscribed');
  });
});

describe('the kind', () => {
  test.each<[string, MailchimpStatus | null]>([
    ['subscribed_email_audience_export_1a2b3c.csv', 'Subscribed'],
    ['unsubscribed_email_audience_export_1a2b3c.csv', 'Unsubscribed'],
    ['cleaned_email_audience_export_1a2b3c.csv', 'Cleaned'],
    ['nonsubscribed_email_audience_export_1a2b3c.csv', 'Non-subscribed'],
    ['Non-Subscribed members.csv', 'Non-subscribed'],
    ['exports/subscribed/02_unsubscribed_members.csv', 'Unsubscribed'],
    ['subscribed (1).csv', 'Subscribed'],
    ['audience.csv', null],
    ['subscribed and unsubscribed.csv', null],
  ])('of a file named %s is %s', (file, kind) => {
    const read = readExport(file, 'Email\na@shop.example');
    expect(read).toMatchObject({ kind, needsKind: kind === null });
  });

  test.each<{ header: string; row: string; status: MailchimpStatus; since: string | null }>([
    { header: 'Status', row: 'Unsubscribed', status: 'Unsubscribed', since: null },
    { header: 'Email Marketing Status', row: 'Non-Subscribed', status: 'Non-subscribed', since: null },
    { header: 'Status', row: 'Gold customer', status: 'Subscribed', since: null },
    { header: 'UNSUB_TIME', row: '2025-06-01 08:00:59', status: 'Unsubscribed', since: '2025-06-01T08:00:00' },
    { header: 'CLEAN_TIME', row: '2025-06-01 08:00:59', status: 'Cleaned', since: '2025-06-01T08:00:00' },
    { header: 'OPTIN_TIME,CONFIRM_TIME,LAST_CHANGED', row: '2025-01-01 09:00:00,2025-03-01 09:00:00,2025-02-01 09:00:00', status: 'Subscribed', since: '2025-03-01T09:00:00' },
    { header: 'OPTIN_TIME,LAST_CHANGED,UNSUB_TIME', row: '2025-01-01 09:00:00,2025-09-01 09:00:00,2025-06-01 08:00:00', status: 'Unsubscribed', since: '2025-06-01T08:00:00' },
    { header: 'Status,OPTIN_TIME', row: 'unsubscribed,2025-01-01 09:00:00', status: 'Unsubscribed', since: null },
    { header: 'LAST_CHANGED', row: '3/14/2025 9:12 PM', status: 'Subscribed', since: '2025-03-14T21:12:00' },
    { header: 'LAST_CHANGED', row: '14.03.2025 09:12', status: 'Subscribed', since: '2025-03-14T09:12:00' },
  ])('$header with $row is $status since $since, though the file is named subscribed', ({ header, row, status, since }) => {
    expect(member(`Email,${header}`, `a@shop.example,${row}`)).toMatchObject({ status, since });
  });

  test('a file whose rows tell apart asks nothing; one with a row that does not, asks, and takes the answer for that row alone', () => {
    const text = 'Email,UNSUB_TIME\na@shop.example,2025-06-01 08:00:00\nb@shop.example,\nc@shop.example,\n';
    expect(readExport('all.csv', text)).toMatchObject({ kind: null, needsKind: true });
    expect(readExport('all.csv', text, { kind: 'Subscribed' }).members.map(({ status }) => status)).toEqual(['Unsubscribed', 'Subscribed', 'Subscribed']);
  });

  test('an unknown status word among known ones is rejected, not guessed', () => {
    const read = readExport('all.csv', 'Email,Status\na@shop.example,subscribed\nb@shop.example,sleeping');
    expect(addresses(read)).toEqual(['a@shop.example']);
    expect(read.rejected).toMatchObject([{ line: 3, value: 'sleeping' }]);
  });
});

describe('one address several times', () => {
  test('is one member: the newest row, its blanks from the older, all tags', () => {
    const read = readExport(
      'subscribed.csv',
      'Email,FNAME,Phone,LAST_CHANGED,TAGS\nA@shop.example,Old,050,2025-01-01 10:00:00,VIP\na@shop.example ,New,,2025-02-01 10:00:00,Club\n',
    );
    expect(read.rejected).toEqual([]);
    expect(read.members).toMatchObject([{ email: 'a@shop.example', name: 'New', phone: '050', since: '2025-02-01T10:00:00', tags: ['VIP', 'Club'], line: 2 }]);
  });

  test('who left at a time is not welcomed by an earlier subscription, though a dead address without a time stands between', () => {
    const lines = ['unsubscribed,2026-04-11 03:15', 'cleaned,', 'cleaned,2026-01-14 02:15', 'subscribed,2026-04-11 01:15'];
    const read = readExport('x.csv', `Email,Status,LAST_CHANGED\n${lines.map((line) => `a@shop.example,${line}`).join('\n')}\n`);
    expect(read.members).toMatchObject([{ status: 'Cleaned', since: '2026-04-11T03:15:00' }]);
  });

  test('of one minute is the stricter', () => {
    const read = readExport('x.csv', 'Email,Status,LAST_CHANGED\na@shop.example,unsubscribed,2025-01-01 10:00:00\na@shop.example,subscribed,2025-01-01 10:00:30\n');
    expect(read.members).toMatchObject([{ status: 'Unsubscribed' }]);
  });
});

describe('rows that are no member', () => {
  test.each([
    ['plainaddress', /not an e-mail/],
    ['two@@shop.example', /not an e-mail/],
    ['spa ce@shop.example', /not an e-mail/],
    ['Dana <dana@shop.example>', /more than the bare address/],
    ['a@shop.example;b@shop.example', /several addresses/],
  ])('%s is rejected with its line and why', (cell, why) => {
    const { members, rejected } = readExport('subscribed.csv', `Email,FNAME\n"${cell}",Dana\nok@shop.example,O`);
    expect(members.map(({ email }) => email)).toEqual(['ok@shop.example']);
    expect(rejected).toMatchObject([{ line: 2, value: cell }]);
    expect(rejected[0]?.reason.en).toMatch(why);
  });

  test('a row without an address is rejected, an empty row is not', () => {
    expect(readExport('subscribed.csv', 'Email,FNAME\n,Dana\n,\n  \nok@shop.example,O').rejected).toMatchObject([{ line: 2, value: '' }]);
  });
});

describe('a cell of half a file, which a quote that closes too late makes', () => {
  const half = 'x '.repeat(30_000).trim();

  test.each<[string, string, string]>([
    ['an address', 'Email', `"${half}"`],
    ['a status', 'Email,Status', `dana@shop.example,"${half}"\nok@shop.example,Subscribed`],
    ['a birthday', 'Email,Birthday', `dana@shop.example,"5${half}"`],
    ['a time', 'Email,LAST_CHANGED', `dana@shop.example,"5${half}"`],
  ])('%s is shown by its beginning', (_, header, rows) => {
    const { rejected, leftOut } = readExport('subscribed.csv', `${header}\n${rows}`);
    expect([...rejected, ...leftOut].map(({ value }) => value.length)).toEqual([200]);
  });

  test('a name of two such cells fits into one, and such a tag is none', () => {
    expect(member('Email,First Name,Last Name', `dana@shop.example,"${half}","${half}"`).name).toHaveLength(50_000);
    expect(member('Email,TAGS', `dana@shop.example,"${half},VIP"`).tags).toEqual(['VIP']);
  });
});

describe('a wrong file is refused for what it is', () => {
  const names = ['שירה', 'משה', 'נועה', 'דנה'];
  const garbled = (encode: (name: string) => string): string => `Email Address,First Name\n${names.map((name, i) => `m${i}@shop.example,${encode(name)}`).join('\n')}\n`;
  const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

  test.each<[string, string, RegExp]>([
    ['nothing', '', /is empty/],
    ['blanks', ' \r\n\ufeff \n', /is empty/],
    ['a header only', 'Email Address,First Name\n', /a header and no members/],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', /web page/],
    ['a campaign report', 'Title,Subject,List,Send Date,Total Recipients,Unique Opens,Open Rate\nPesach,Hi,Shop,2025-01-01,10,5,50%\n', /campaign report/],
    ['a report of one campaign', '"Email Campaign Report"\n"Title:","Pesach"\n"Total Recipients:",10\n', /campaign report/],
    ['who opened a campaign', 'Email Address,First Name,Last Name,Opens\na@shop.example,Dana,Levi,3\n', /campaign report/],
    ['orders', 'Order ID,Order Date,Status,Email,Total\n1,2025-01-01,completed,a@shop.example,10\n', /list of orders/],
    ['the jlmops orders', 'wom_OrderId,wom_OrderDate,wom_Status,wom_BillingEmail\n1,2025-01-01,completed,a@shop.example\n', /list of orders/],
    ['our own Contacts', 'Email,Name,Is Customer,Is Mailchimp,Customer Status\na@shop.example,Dana,Y,N,New\n', /copy of this workbook/],
    ['no header', 'a@shop.example,Dana\nb@shop.example,Bea\n', /no header/],
    ['no address column', 'First Name,Last Name\nDana,Levi\n', /no column Email Address.*First Name, Last Name/],
    ['zero bytes', 'PK\u0003\u0004\u0000\u0000', /not a text file/],
    ['UTF-8 read as Latin', garbled((name) => latin1(new TextEncoder().encode(name))), /letters in .* are damaged/],
    ['UTF-8 read as windows-1252', garbled((name) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(name))), /letters in .* are damaged/],
    ['UTF-8 read as windows-1255', garbled((name) => new TextDecoder('windows-1255').decode(new TextEncoder().encode(name))), /letters in .* are damaged/],
    ['windows-1255 read as Latin', garbled((name) => latin1(Uint8Array.from(name, (letter) => letter.charCodeAt(0) - 0x05d0 + 0xe0))), /letters in .* are damaged/],
    ['windows-1255 read as UTF-8', garbled(() => '\ufffd\ufffd\ufffd\ufffd'), /letters in .* are damaged/],
    ['letters lost', garbled((name) => '?'.repeat(name.length)), /letters in .* are damaged/],
  ])('%s', (_, text, sentence) => {
    let refused: unknown;
    try {
      readExport('file.csv', text);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).text.en).toMatch(sentence);
    expect((refused as Refusal).text.he).toMatch(/[\u05d0-\u05ea]/);
  });

  test('one damaged name among sound ones is left blank, and no reason to refuse', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `m${i}@shop.example,${i === 7 ? 'JosÃ©' : 'נועה'}`);
    const read = readExport('subscribed.csv', `Email,FNAME\n${rows.join('\n')}`);
    expect(read.members).toHaveLength(50);
    expect(read.members[7]?.name).toBeNull();
  });

  test.each(['צ׳רניחובסקי', 'José Müller', 'Ñandú', 'ÉLISE À', 'Ольга', '田中', 'שרה׳לה'])('the name %s is sound', (name) => {
    expect(member('Email,FNAME', `a@shop.example,${name}`).name).toBe(name);
  });
});

describe('several files', () => {
  const subscribed = { name: 'subscribed.csv', text: 'Email\na@shop.example' };
  const noneCleaned = { name: 'cleaned.csv', text: 'Email,CLEAN_TIME\n' };

  test('an empty kind in Mailchimp’s ZIP is passed over; dropped by itself it is refused', () => {
    expect(readExports([subscribed, { ...noneCleaned, fromZip: true }]).map(({ file }) => file)).toEqual(['subscribed.csv']);
    expect(() => readExports([subscribed, noneCleaned])).toThrow(/no members/);
    expect(() => readExports([{ ...noneCleaned, fromZip: true }])).toThrow(/no members/);
  });
});

const shared = new URL('../../../../shared/data/mailchimp/', import.meta.url);
const sharedFile = (name: string): ReadExport => readExport(name, readFileSync(new URL(name, shared), 'utf8'));

describe.skipIf(!existsSync(shared))('exports as Mailchimp makes them', () => {
  test('the subscribed file', () => {
    const read = sharedFile('02_subscribed_email_audience_export_1a2b3c4d5e.csv');
    expect(read).toMatchObject({ kind: 'Subscribed', needsKind: false, rejected: [], leftOut: [] });
    expect(read.members).toMatchObject([
      { email: 'noa@kerem.example', name: 'נועה כהן', phone: '050-123-4567', birthday: '03-14', language: 'HE', tags: ['VIP', 'Wine club'], since: '2025-01-02T10:00:00' },
      { email: 'dana.levi@mail.example', name: 'Dana Levi', phone: '+972501234567', language: 'EN', tags: ['website'] },
      { email: 'moshe@kerem.example', name: "משה צ'רניחובסקי", notes: 'line one\nline two, with a comma\n"quoted"', tags: ['a,b', 'say "hi"'] },
      { email: 'nolang@kerem.example', name: null, language: null },
      { email: 'both@kerem.example', birthday: '02-29', language: null },
    ]);
  });

  test('the unsubscribed file', () => {
    expect(sharedFile('03_unsubscribed_email_audience_export_1a2b3c4d5e.csv')).toMatchObject({
      kind: 'Unsubscribed',
      rejected: [],
      members: [
        { email: 'gone@kerem.example', since: '2025-02-03T10:00:00' },
        { email: 'dana.levi@mail.example', since: '2025-06-01T08:00:00' },
      ],
    });
  });

  test('the dirty file: exactly these are taken, exactly these lines are not', () => {
    const read = readExport('09_dirty.csv', readFileSync(new URL('09_dirty.csv', shared), 'utf8'), { kind: 'Subscribed' });
    expect(addresses(read)).toEqual([
      'rivka@dirty.example',
      'rivka+wine@dirty.example',
      'spaced@dirty.example',
      'nbsp@dirty.example',
      'zerowidth@dirty.example',
      'formula@dirty.example',
      'apos@dirty.example',
      'long@dirty.example',
      'idn@ドメイン.example',
      "o'dell@dirty.example",
    ]);
    expect(read.members[0]).toMatchObject({ name: 'Rivka Katz-Levi', since: '2024-02-01T10:00:00', tags: ['VIP'] });
    expect(read.members[5]).toMatchObject({ name: '=HYPERLINK("http://attacker.example","x") +1+1', notes: '@SUM(1,2)' });
    expect(read.rejected.map(({ line, value }) => [line, value])).toEqual([
      [9, 'plainaddress'],
      [10, 'two@@dirty.example'],
      [11, 'spa ce@dirty.example'],
      [12, ''],
      [16, 'comma,in@dirty.example'],
      [20, 'Display Name <display@dirty.example>'],
      [21, 'a@dirty.example;b@dirty.example'],
      [24, 'unterminated@dirty.example'],
    ]);
  });

  test('the header-only file is refused', () => {
    expect(() => sharedFile('12_header_only.csv')).toThrow(/a header and no members/);
  });
});

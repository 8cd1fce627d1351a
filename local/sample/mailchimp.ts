import { addDays, momentOf, type Day } from '../../src/shared/day';
import { peopleOf, type Person } from './people';
import { sampleSize } from './purchases';
import { randomOf, type Random } from './random';
import { sampleShop } from './workbook';

/** A file as Mailchimp hands it out. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/** How many members each file has: 680 in all. */
export const memberCounts = { subscribed: 561, unsubscribed: 87, cleaned: 32 } as const;
/** How many of the members have bought in the shop. */
export const MEMBERS_WHO_BOUGHT = 348;

const quoted = (value: string): string => (/[\s",]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
const csvOf = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;

const person = ['Email Address', 'First Name', 'Last Name', 'Address', 'Phone Number', 'Birthday', 'Language'];
const signUp = ['EMAIL_TYPE', 'MEMBER_RATING', 'OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP', 'GMTOFF', 'DSTOFF', 'TIMEZONE', 'CC', 'REGION'];
const ids = ['LEID', 'EUID', 'NOTES', 'TAGS'];
const headers = {
  subscribed: [...person, ...signUp, 'LAST_CHANGED', ...ids],
  unsubscribed: [...person, ...signUp, 'UNSUB_TIME', 'UNSUB_CAMPAIGN_TITLE', 'UNSUB_CAMPAIGN_ID', 'UNSUB_REASON', 'UNSUB_REASON_OTHER', ...ids],
  cleaned: [...person, ...signUp, 'CLEAN_TIME', 'CLEAN_CAMPAIGN_TITLE', 'CLEAN_CAMPAIGN_ID', ...ids],
};

const campaigns = ['Pesach offers', 'Rosh Hashana gift guide', 'New vintages, part 2', 'Summer whites', 'יינות לחג'];
const tags = ['website', 'Wine club', 'VIP', 'tasting 2024', 'wholesale', 'English list'];

const clock = (day: Day, random: Random): string => momentOf(day, random.between(6 * 3600, 20 * 3600)).replace('T', ' ');
const two = (value: number): string => String(value).padStart(2, '0');

interface Member {
  readonly person: Person;
  readonly joined: Day;
}

const birthdayOf = (random: Random): string => (random.chance(0.24) ? `${two(random.between(1, 12))}/${two(random.between(1, 28))}` : '');
const languageOf = ({ speaks }: Person, random: Random): string =>
  random.chance(0.3) ? '' : random.chance(0.03) ? 'English, Hebrew' : speaks === 'he' ? 'Hebrew' : 'English';

function personCells({ person: who }: Member, random: Random): string[] {
  const nameless = random.chance(0.12);
  return [
    random.chance(0.04) ? who.email.slice(0, 1).toUpperCase() + who.email.slice(1) : who.email,
    nameless ? '' : who.first,
    nameless || random.chance(0.05) ? '' : who.last,
    random.chance(0.2) ? `${who.street}  ${who.city}  Israel` : '',
    random.chance(0.3) ? (who.phone ?? '') : '',
    birthdayOf(random),
    languageOf(who, random),
  ];
}

function signUpCells({ joined }: Member, random: Random): string[] {
  const imported = random.chance(0.15);
  const confirmed = clock(joined, random);
  return [
    'html',
    String(random.weighted([1, 2, 3, 4, 5], (stars) => [0, 8, 46, 24, 14, 8][stars] ?? 0)),
    imported ? '' : confirmed.replace(/\d\d$/, '00'),
    imported ? '' : `192.0.2.${random.between(1, 254)}`,
    confirmed,
    `198.51.100.${random.between(1, 254)}`,
    '2',
    '3',
    'Asia/Jerusalem',
    'IL',
    random.pick(['JM', 'TA', 'M', 'HA', '']),
  ];
}

function idCells(random: Random): string[] {
  const own = tags.filter(() => random.chance(0.16));
  return [
    String(random.between(100_000_000, 999_999_999)),
    Array.from({ length: 10 }, () => random.between(0, 15).toString(16)).join(''),
    random.chance(0.03) ? random.pick(['Met at the tasting', 'prefers dry reds', 'חברה של מיכל']) : '',
    own.map((tag) => `"${tag}"`).join(','),
  ];
}

/** The three files that Mailchimp hands out on `today` for the sample shop's audience: 680 members, about half of whom have bought. */
export function sampleMailchimp(today: Day): ExportFile[] {
  const random = randomOf('mailchimp');
  const shop = sampleShop(today);
  const buyers = random.shuffled(shop.customers).slice(0, MEMBERS_WHO_BOUGHT);
  const total = memberCounts.subscribed + memberCounts.unsubscribed + memberCounts.cleaned;
  // Drawn behind the shop's own people, so that nobody's address is somebody else's.
  const known = sampleSize.customers + sampleSize.tried;
  const readers = peopleOf(known + total - buyers.length, randomOf('people')).slice(known);
  const members = random.shuffled([...buyers, ...readers]).map((who): Member => ({ person: who, joined: addDays(today, -random.between(60, 1400)) }));
  const after = (joined: Day): Day => addDays(today, -random.between(1, Math.max(1, Math.min(700, Math.round((Date.parse(today) - Date.parse(joined)) / 86_400_000) - 1))));
  const campaign = (): [string, string] => [random.pick(campaigns), Array.from({ length: 10 }, () => random.between(0, 15).toString(16)).join('')];

  const rows = {
    subscribed: (member: Member) => [clock(after(member.joined), random)],
    unsubscribed: (member: Member) => {
      const [title, id] = campaign();
      const reason = random.weighted(['NORMAL', 'NO_LONGER_INTERESTED', 'OTHER'], (word) => (word === 'OTHER' ? 1 : 5));
      return [clock(after(member.joined), random), title, id, reason, reason === 'OTHER' ? random.pick(['too many mails; sorry', 'עברתי דירה']) : ''];
    },
    cleaned: (member: Member) => [clock(after(member.joined), random), ...campaign()],
  };
  let from = 0;
  return (['subscribed', 'unsubscribed', 'cleaned'] as const).map((kind): ExportFile => {
    const part = members.slice(from, from + memberCounts[kind]);
    from += part.length;
    const lines = part.map((member) => [...personCells(member, random), ...signUpCells(member, random), ...rows[kind](member), ...idCells(random)]);
    return { name: `${kind}_email_audience_export_7f3c21ab90.csv`, text: csvOf([headers[kind], ...lines]) };
  });
}

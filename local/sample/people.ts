import { englishNames, frenchNames, hebrewNames, japaneseNames, russianNames, streets, towns, type Names } from './names';
import type { Random } from './random';

/** Someone whom the shop knows; made-up, like the address. */
export interface Person {
  readonly email: string;
  readonly first: string;
  readonly last: string;
  /** What the person speaks. */
  readonly speaks: 'he' | 'en' | 'fr' | 'ru' | 'ja';
  /** As the shop's own form writes it; null = never given. */
  readonly phone: string | null;
  readonly city: string;
  readonly street: string;
  /** The account's number in the shop; 0 = buys as a guest. */
  readonly account: number;
}

const namesOf: Readonly<Record<Person['speaks'], Names>> = {
  he: hebrewNames,
  en: englishNames,
  fr: frenchNames,
  ru: russianNames,
  ja: japaneseNames,
};

const speakers: readonly (readonly [Person['speaks'], number])[] = [
  ['he', 57],
  ['en', 35],
  ['fr', 4],
  ['ru', 3],
  ['ja', 1],
];

const mailHosts = ['mail.example', 'mail.example', 'inbox.example', 'post.example', 'kerem.example', 'office.example', 'family.example'];

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Numbers that nobody has: 555 and up to four digits from 0000 on, as in films. */
function phoneOf(random: Random, speaks: Person['speaks']): string | null {
  if (random.chance(0.08)) return null;
  const four = String(random.between(0, 1999)).padStart(4, '0');
  const prefix = random.pick(['50', '52', '53', '54', '58']);
  if (speaks === 'fr' && random.chance(0.4)) return `+33 1 55 55 ${four.slice(0, 2)} ${four.slice(2)}`;
  if (speaks === 'en' && random.chance(0.12)) return `+1 212 555 ${four}`;
  return random.pick([`0${prefix}-555${four}`, `0${prefix}-555-${four}`, `0${prefix}555${four}`, `+972${prefix}555${four}`, `+972-${prefix}-555-${four}`]);
}

const localPart = (random: Random, first: string, last: string): string => {
  const clean = (word: string): string => word.toLowerCase().replace(/[^a-z-]/g, '');
  const [f, l] = [clean(first), clean(last)];
  return random.pick([`${f}.${l}`, `${f}.${l}`, `${f}${l}`, `${f.slice(0, 1)}${l}`, `${l}.${f}`, `${f}${random.between(60, 99)}`, `${f}.${l}${random.between(1, 30)}`]);
};

/** So many people of different addresses, the first of them as the shop met them. */
export function peopleOf(count: number, random: Random): Person[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index): Person => {
    const [speaks] = random.weighted(speakers, ([, share]) => share);
    const names = namesOf[speaks];
    const [first, last] = [random.pick(names.first), random.pick(names.last)];
    const host = random.pick(mailHosts);
    let local = localPart(random, first[1], last[1]);
    while (taken.has(`${local}@${host}`)) local = `${localPart(random, first[1], last[1])}${random.between(1, 99)}`;
    taken.add(`${local}@${host}`);
    // Many write their name in Latin letters whatever they speak.
    const inLatin = random.chance(speaks === 'he' ? 0.3 : speaks === 'ru' ? 0.5 : 0);
    const [town, street] = [random.pick(towns), random.pick(streets)];
    const house = random.between(1, 90);
    return {
      email: `${local}@${host}`,
      first: inLatin ? capital(first[1]) : first[0],
      last: inLatin ? last[1].split('-').map(capital).join('-') : last[0],
      speaks,
      phone: phoneOf(random, speaks),
      city: speaks === 'he' && !inLatin ? town[1] : town[0],
      street: speaks === 'he' && !inLatin ? `${street[1]} ${house}` : `${house} ${street[0]}`,
      account: random.chance(0.45) ? 0 : 100 + index,
    };
  });
}

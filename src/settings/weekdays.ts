import { fold } from '../shared/text';

const WORDS: readonly (readonly string[])[] = [
  ['sun', 'sunday', 'א', 'ראשון'],
  ['mon', 'monday', 'ב', 'שני'],
  ['tue', 'tues', 'tuesday', 'ג', 'שלישי'],
  ['wed', 'weds', 'wednesday', 'ד', 'רביעי'],
  ['thu', 'thur', 'thurs', 'thursday', 'ה', 'חמישי'],
  ['fri', 'friday', 'ו', 'שישי', 'ששי'],
  ['sat', 'saturday', 'ש', 'שבת', 'ז', 'שביעי'],
];

const weekdayOfWord = (word: string): number => {
  const bare = fold(word)
    .replace(/['".׳״]/g, '')
    .replace(/^(?:ימי|יום)\s+/, '')
    .replace(/days$/, 'day');
  return WORDS.findIndex((words) => words.includes(bare));
};

/** Days of the week of a list such as `Sun, Mon`, `Sun-Thu`, `א-ה`, sorted from Sunday; or the first word that is none. */
export function weekdaysOf(text: string): { readonly days: readonly number[] } | { readonly unknown: string } {
  const found = new Set<number>();
  const parts = text
    .replace(/\s*(?:[-–—]|\bto\b|עד)\s*/g, '-')
    .split(/[,;\n/]+|\s+(?=[a-zא-ת])(?<!(?:יום|ימי)\s)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'and');
  for (const part of parts) {
    const ends = part.split('-');
    const from = weekdayOfWord(ends[0] ?? '');
    const to = ends.length === 1 ? from : weekdayOfWord(ends[1] ?? '');
    if (from < 0 || to < 0 || ends.length > 2) return { unknown: part };
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === to) break;
    }
  }
  return { days: [...found].sort((a, b) => a - b) };
}

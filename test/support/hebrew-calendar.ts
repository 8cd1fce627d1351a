/** Israel's holidays of a civil year, worked out with the Hebrew calendar that Intl carries. Node only: the bundle must not need Intl. */

const hebrew = new Intl.DateTimeFormat('en-u-ca-hebrew', { day: 'numeric', month: 'long', timeZone: 'UTC' });

const FIXED: Readonly<Record<string, string>> = {
  '1 Tishri': 'rosh',
  '2 Tishri': 'rosh2',
  '10 Tishri': 'kippur',
  '15 Tishri': 'sukkot',
  '22 Tishri': 'simchat',
  '15 Nisan': 'pesach',
  '21 Nisan': 'pesach7',
  '6 Sivan': 'shavuot',
};

/** 5 Iyar, moved so that neither it nor Remembrance Day before it touches the Sabbath (law of 1949, as changed in 2004). */
const independenceShift = (weekday: number): number => (weekday === 5 ? -1 : weekday === 6 ? -2 : weekday === 1 ? 1 : 0);

/** Lines `yyyy-mm-dd holiday`, by date. */
export function holidaysOf(year: number): string[] {
  const found: string[] = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000) {
    const parts = hebrew.formatToParts(ms);
    const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    const date = `${of('day')} ${of('month')}`;
    const iso = (shift: number): string => new Date(ms + shift * 86_400_000).toISOString().slice(0, 10);
    const holiday = FIXED[date];
    if (holiday !== undefined) found.push(`${iso(0)} ${holiday}`);
    if (date === '5 Iyar') found.push(`${iso(independenceShift(new Date(ms).getUTCDay()))} independence`);
  }
  return found.sort();
}

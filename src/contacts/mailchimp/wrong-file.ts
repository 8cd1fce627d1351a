import { Refusal } from '../../shared/problem';
import { normaliseEmail } from '../../shared/email';
import { foldedExportHeader, hasEmailColumn } from './export-columns';
import { mailchimpMessages as messages } from './messages';

const set = (headers: string): ReadonlySet<string> => new Set(headers.split(' '));

const campaignHeaders = set(
  'campaigntitle campaignname opens clicks opened clicked openrate clickrate uniqueopens uniqueclicks totalopens totalclicks totalrecipients successfuldeliveries senddate sendweekday ' +
    'abusecomplaints hardbounces softbounces totalbounces timesforwarded forwardedopens abusereports bouncetype',
);
const orderHeaders = set('orderid ordernumber order# orderno orderkey orderdate ordertotal womorderid womaorderid womordernumber orderstatus billingemail ordersubtotal paymentmethod');
/** Mailchimp's own marks of an audience export; no order sheet and no report has them. */
const audienceHeaders = set('leid euid memberrating optintime confirmtime lastchanged unsubtime cleantime');
const contactsHeaders = set('iscustomer ismailchimp customerstatus');

const hits = (header: readonly string[], known: ReadonlySet<string>): number => header.filter((cell) => known.has(cell)).length;

/** Refuses text that is no table of an audience, by what can be seen before it is split into rows. */
export function refuseWrongText(file: string, words: string): void {
  if (words.replace(/[\s\u00a0\ufeff\u200b]/g, '') === '') throw new Refusal(messages.empty(file));
  if (words.includes('\u0000')) throw new Refusal(messages.notText(file));
  const head = words.slice(0, 2000).trim();
  if (/^(<!doctype|<html|<head|<body|<\?xml)/i.test(head)) throw new Refusal(messages.webPage(file));
  if (/^"?(email )?campaign report\b/i.test(head)) throw new Refusal(messages.campaignReport(file));
}

/** Refuses a header that is another kind of file's, or none, naming what the file is. */
export function refuseWrongHeader(file: string, header: readonly string[]): void {
  const folded = header.map(foldedExportHeader);
  const audience = hits(folded, audienceHeaders);
  const campaign = hits(folded, campaignHeaders);
  if (campaign >= 2 || (campaign === 1 && audience === 0)) throw new Refusal(messages.campaignReport(file));
  if (hits(folded, contactsHeaders) >= 2) throw new Refusal(messages.ownSheet(file));
  const orders = hits(folded, orderHeaders);
  if (orders >= 2 || (orders === 1 && audience === 0)) throw new Refusal(messages.orderExport(file));
  if (hasEmailColumn(header)) return;
  if (header.some((cell) => normaliseEmail(cell) !== null)) throw new Refusal(messages.noHeader(file));
  if (header.some(looksDamaged)) throw new Refusal(messages.mojibake(file));
  throw new Refusal(messages.noEmailColumn(file, header.filter((cell) => cell.trim() !== '').slice(0, 12).join(', ')));
}

// What bytes of a two-byte UTF-8 letter become when each is read as a letter of windows-1252, ISO-8859-1 or windows-1255.
const TAILS = '\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u20aa\\u2122\\u05b0-\\u05c3';
const UTF8_READ_BYTE_BY_BYTE = new RegExp(`[\\u00c2\\u00c3\\u00d0\\u00d1\\u00d7][${TAILS}]|\\u05f3[${TAILS}\\u00d7]|\\u00e2\\u20ac`);
/** A Hebrew word of windows-1255 read as Latin: three letters or more, every one accented. */
const HEBREW_READ_AS_LATIN = /(?:^|[\s"'-])[\u00e0-\u00fa]{3,}(?:$|[\s"'-])/;

/** Whether the cell shows letters damaged by a wrong encoding. */
export const looksDamaged = (cell: string): boolean =>
  cell.includes('\ufffd') || UTF8_READ_BYTE_BY_BYTE.test(cell) || HEBREW_READ_AS_LATIN.test(cell) || /^\?{2,}(?:[ '-]\?+)*$/.test(cell.trim());

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Refuses a file whose foreign letters are damaged throughout. A few damaged names among sound ones are what people
 * typed into a form, and no reason to refuse.
 */
export function refuseDamagedLetters(file: string, rows: readonly (readonly string[])[]): void {
  let [foreign, damaged] = [0, 0];
  for (const row of rows) {
    const hurt = row.some(looksDamaged);
    if (hurt) damaged += 1;
    if (hurt || row.some((cell) => !PLAIN.test(cell))) foreign += 1;
  }
  if (damaged > 0 && damaged * 2 >= foreign && (damaged >= 3 || damaged * 20 >= rows.length)) throw new Refusal(messages.mojibake(file));
}

import type { Language } from '../../shared/text';
import { html, raw, type Html } from './html';

const COLOURS = {
  page: 'background:#f4f5f7;color:#1d2733',
  card: 'background:#ffffff;border-color:#d9dde3',
  grey: 'color:#52606d',
  late: 'background:#fdecdf;color:#8a2c0b',
  know: 'background:#fffaf0;border-color:#ecd9b0',
} as const;
// Mail programs that ask for dark take these; those that turn a mail dark by themselves read the ones in the elements.
const DARK: Readonly<Record<keyof typeof COLOURS, string>> = {
  page: 'background:#14181d;color:#e8eaed',
  card: 'background:#22272e;border-color:#3a424c',
  grey: 'color:#a9b4c0',
  late: 'background:#4a2410;color:#ffc9a3',
  know: 'background:#2e2818;border-color:#55482a',
};
const important = (style: string): string => style.split(';').map((one) => `${one} !important`).join(';');
const DARK_STYLE = Object.entries(DARK).map(([name, style]) => `.${name}{${important(style)}}`).join('');

/** The class of a part of a mail and its style, for light and dark. */
export const look = (part: keyof typeof COLOURS, style = ''): Html => raw(`class="${part}" style="${COLOURS[part]}${style === '' ? '' : `;${style}`}"`);

const BUTTON = 'display:inline-block;min-width:76px;padding:12px 14px;border-radius:24px;text-align:center;text-decoration:none;font-size:16px;line-height:20px;font-weight:600;color:#ffffff';
const CARD = 'border-width:1px;border-style:solid;border-radius:14px;padding:16px;margin:0 0 14px';
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';

/** A link of a finger's size. */
export const button = (href: string, words: string, colour: string, style = ''): Html => html`<a href="${href}" style="${raw(BUTTON)};background:${raw(colour)}${raw(style)}">${words}</a>`;

export const card = (inside: Html, part: 'card' | 'know' = 'card'): Html => html`<div ${look(part, CARD)}>${inside}</div>`;

export interface MailPage {
  readonly language: Language;
  /** What a phone shows of the mail before it is opened. */
  readonly preview: string;
  readonly heading: string;
  readonly body: readonly Html[];
  /** Where the button below leads, and what it says. */
  readonly link: { readonly url: string; readonly words: string };
  readonly footer?: string;
}

/** A mail of ours as HTML: one column of cards, for a phone and for the desk, for light and dark, in the reader's direction. */
export function mailPage({ language, preview, heading, body, link, footer = '' }: MailPage): string {
  const direction = language === 'he' ? 'rtl' : 'ltr';
  const align = language === 'he' ? 'right' : 'left';
  const foot = footer === '' ? html`` : html`<p ${look('grey', 'margin:0 8px 12px;font-size:14px;text-align:center')}>${footer}</p>`;
  return html`<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${heading}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><style>@media (prefers-color-scheme:dark){${raw(DARK_STYLE)}}</style></head><body ${look('page', 'margin:0')}><div style="display:none;max-height:0;overflow:hidden">${preview}</div><div ${look('page', `max-width:600px;margin:0 auto;padding:16px 12px;font:16px/1.5 Arial,Helvetica,sans-serif;text-align:${align};${WRAP}`)} dir="${direction}"><h1 style="margin:4px 4px 14px;font-size:20px;line-height:1.3">${heading}</h1>${body}<p style="margin:18px 0 12px;text-align:center">${button(link.url, link.words, '#1f5fbf', ';padding:12px 24px')}</p>${foot}</div></body></html>`.markup;
}

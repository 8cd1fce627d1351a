/** The languages the screen and the mails speak. Sheet, column and status words are English in every language. */
export const languages = ['en', 'he'] as const;
export type Language = (typeof languages)[number];

/** A sentence for a person, in every language; the reader's is picked at the edge (sheet cell, mail, screen). */
export type Text = Readonly<Record<Language, string>>;

export const text = (en: string, he: string): Text => ({ en, he });

/** A text that reads the same in every language, such as a name or a figure. */
export const sameText = (words: string): Text => ({ en: words, he: words });

export const mapText = (parts: Text, change: (words: string, language: Language) => string): Text => ({
  en: change(parts.en, 'en'),
  he: change(parts.he, 'he'),
});

export const joinTexts = (parts: readonly Text[], separator: string): Text => ({
  en: parts.map((part) => part.en).join(separator),
  he: parts.map((part) => part.he).join(separator),
});

/** The screen's language for a workbook locale or language code such as `iw_IL`, `he`, `en_US`. */
export const languageOf = (locale: string): Language => (/^(he|iw)\b|^(he|iw)_/i.test(locale) ? 'he' : 'en');

// No-break, zero-width and bidi marks that copying from mails and web pages leaves behind.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const BLANKS = /[\s\u00a0\u202f]+/g;

/** Most words need no tidying: ASCII and Hebrew letters with single blanks within. */
const TIDY_ALREADY = /^[!-~\u05d0-\u05ea]+(?: [!-~\u05d0-\u05ea]+)*$/;

/** Without invisible marks at all, blanks of any kind folded to one, trimmed. */
export const tidy = (words: string): string => (words === '' || TIDY_ALREADY.test(words) ? words : words.replace(INVISIBLE, '').replace(BLANKS, ' ').trim());

/** For comparing words: tidy, and without case. */
export const fold = (words: string): string => tidy(words).toLowerCase();

/** For comparing headers: without case, blanks, `_`, `-`, quotes. */
export const foldHeader = (words: string): string => fold(words).replace(/[\s_\-"'׳״]+/g, '');

import { languageOf, type Language, type Text } from '../../shared/text';

const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'he' ? 'rtl' : 'ltr');

let current: Language = languageOf(document.documentElement.lang);

/** The language that the page speaks: the workbook's, as the server wrote it into the document. */
export const language = (): Language => current;

/** Makes the page speak this language and run in its direction. */
export function speak(wanted: Language): void {
  current = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOf(wanted);
}

/** The sentence in the page's language. */
export const say = (sentence: Text): string => sentence[current];

import { appMessages } from '../app/messages';
import { Refusal } from '../shared/problem';
import type { Text } from '../shared/text';

/** Runs the work and gives what it throws as a value: the one catch. */
export function attempt<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** What an error says to the manager: a refusal its own sentence, anything else its cause and what to do. */
export const sentenceOf = (error: unknown): Text => (error instanceof Refusal ? error.text : appMessages.failed(causeOf(error)));

/** The cause in the platform's own words, as a part of a sentence: without its full stop. */
export const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

import type { Text } from '../../../shared/text';
import * as messages from '../../messages';
import { say } from '../language';
import { show, type Notice } from './screen';

/** The way out of something that failed. */
export const retry = (act: () => void): Notice['acts'] => [{ label: messages.tryAgain, act }];

/** No panel, menu or editor is open. */
export const nothingOpen = { panel: null, menuOpen: false, editing: null, channel: null } as const;

/** The name to speak of somebody by. */
export const whoIs = ({ name, email }: { readonly name: string | null; readonly email: string }): string => (name !== null && name.trim() !== '' ? name : email !== '' ? email : say(messages.noName));

const LONGEST_NAME = 40;

/** The name within a sentence: isolated, so that a Hebrew name leaves an English sentence in order, and a name full of marks too; a very long one is cut, the card has it whole. */
export function named(person: { readonly name: string | null; readonly email: string }): string {
  const name = whoIs(person);
  return `\u2068${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}\u2069`;
}

export const tell = (words: string | Text, tone: Notice['tone'] = 'plain', acts: Notice['acts'] = []): void => show({ notice: { tone, words, acts } });

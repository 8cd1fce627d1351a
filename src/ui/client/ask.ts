import type { Answer } from '../../app/request';
import type { Requests } from '../../app/requests';
import { connectionMessages } from '../connection-messages';
import { say } from './language';

export type RequestName = keyof Requests;
export type ArgumentsOf<N extends RequestName> = Parameters<Requests[N]['answer']>[1];
export type ResultOf<N extends RequestName> = ReturnType<Requests[N]['answer']>;

/**
 * Why an answer did not come. `refused`: nothing was changed, the sentence says why. `busy`: another run holds the workbook.
 * `failed`: it broke on the way. `unknown`: no answer came, so what stands in the sheet must be looked at. The others never reached the script.
 */
export type AskFailure = 'refused' | 'busy' | 'failed' | 'unknown' | 'offline' | 'accounts' | 'session';

/** A request that was not answered; `message` is a sentence for the reader. */
export class AskError extends Error {
  constructor(
    readonly kind: AskFailure,
    message: string,
  ) {
    super(message);
  }
}

interface Runner {
  withSuccessHandler(handle: (answer: unknown) => void): Runner;
  withFailureHandler(handle: (error: unknown) => void): Runner;
  ask(name: string, args: unknown): void;
  showSetUp(): void;
  showMailchimpExport(): void;
  showPreview(): void;
  showPerson(address?: string): void;
}
declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** The sentence of whatever went wrong. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface AskOptions {
  /** Seconds until an answer is given up on; a job may take Apps Script's six minutes. */
  readonly seconds?: number;
}

/** Asks the server. Rejects with an AskError, whatever went wrong. */
export function ask<N extends RequestName>(name: N, args: ArgumentsOf<N>, { seconds = 90 }: AskOptions = {}): Promise<ResultOf<N>> {
  return new Promise((resolve, reject) => {
    if (!navigator.onLine) return reject(new AskError('offline', say(connectionMessages.offline)));
    const timer = setTimeout(() => reject(new AskError('unknown', say(connectionMessages.noAnswer))), seconds * 1000);
    const settle = (): void => clearTimeout(timer);
    google.script.run
      .withSuccessHandler((given) => {
        settle();
        const answer = given as Answer<ResultOf<N>> | null; // the one endpoint answers so; null comes of a page older than the script
        if (answer === null || typeof answer !== 'object') reject(new AskError('failed', say(connectionMessages.reopen)));
        else if (answer.ok) resolve(answer.value);
        else reject(new AskError(answer.kind, answer.message));
      })
      .withFailureHandler((error) => {
        settle();
        reject(errorOf(error));
      })
      .ask(name, args);
  });
}

/** Pages that a page may open, by their entry points. */
export type OtherPage = 'showSetUp' | 'showMailchimpExport' | 'showPreview' | 'showPerson';

/** Opens another page of the add-on over the sheet; `about` is whom it is about. */
export const openPage = (page: OtherPage, failed: (error: AskError) => void, ...about: readonly string[]): void =>
  google.script.run.withSuccessHandler(() => undefined).withFailureHandler((error) => failed(errorOf(error)))[page](...about);

/** Closes the dialog or the sidebar. */
export const closePage = (): void => google.script.host.close();

/** What google.script.run says when a call never reached the script or broke off. */
function errorOf(error: unknown): AskError {
  const words = wordsOf((error as { message?: unknown } | null)?.message ?? error); // Google hands over an object with a message
  if (/PERMISSION_DENIED|permission.denied|not have permission|אין לך הרשאה/i.test(words)) return new AskError('accounts', say(connectionMessages.severalAccounts));
  if (/authori[sz]ation is required|ScriptError: Authori|session|logged? ?in|sign.?in|expired|401|403/i.test(words)) return new AskError('session', say(connectionMessages.sessionOver));
  if (!navigator.onLine || /network|NetworkError|connection failure|ERR_INTERNET|HTTP 0/i.test(words)) return new AskError('offline', say(connectionMessages.offline));
  return new AskError('unknown', say(connectionMessages.broke(words.replace(/^(\w*(Error|Exception): )+/, ''))));
}

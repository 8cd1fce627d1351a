import type { FinishedTask } from '../../../app/screen/finish-tasks';
import * as messages from '../../messages';
import { putBack, written } from '../../models/queue-writes';
import { AskError, wordsOf } from '../ask';
import { now, show } from './screen';

/** A change on its way to the sheet. */
interface Letter {
  readonly key: number;
  readonly taskId: string | null;
  readonly who: string;
  readonly send: () => Promise<FinishedTask | null>;
  /** Does the same again, from scratch. */
  readonly again: () => void;
}

const waiting: Letter[] = [];
let sending = false;
let lastKey = 0;
let afterFailure: () => void = () => undefined;

export const nextKey = (): number => (lastKey += 1);
export const isSaving = (): boolean => sending || waiting.length > 0;
/** What to do once a change was refused: the sheet is not as the screen believes. */
export const onRefused = (act: () => void): void => {
  afterFailure = act;
};

/** Writes behind, one after the other in the order in which things were done. */
export function post(letter: Letter): void {
  waiting.push(letter);
  void deliver();
}

async function deliver(): Promise<void> {
  if (sending) return;
  sending = true;
  let stale = false;
  for (let letter = waiting.shift(); letter !== undefined; letter = waiting.shift()) {
    try {
      const finished = await letter.send();
      const { queue } = now();
      if (queue !== null) show({ queue: written(queue, letter.key, finished) });
    } catch (error) {
      stale = failed(letter, error) || stale;
    }
  }
  sending = false;
  if (stale) afterFailure();
}

/** Puts things back and says why. Gives whether the sheet may be other than the screen believes. */
function failed(letter: Letter, error: unknown): boolean {
  // What was done to the same task since stands on something that never came to be.
  for (let i = waiting.length - 1; i >= 0; i -= 1) if (letter.taskId !== null && waiting[i]?.taskId === letter.taskId) waiting.splice(i, 1);
  const { queue } = now();
  const why = wordsOf(error);
  show({
    queue: queue === null ? null : putBack(queue, letter.key),
    panel: null,
    offer: null,
    notice: { tone: 'bad', words: messages.putBack(letter.who, why), acts: [{ label: messages.tryAgain, act: letter.again }] },
  });
  return error instanceof AskError && (error.kind === 'refused' || error.kind === 'unknown');
}

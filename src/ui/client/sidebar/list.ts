import * as messages from '../../messages';
import { cardsToFetch, moved, opened, withCards, withFilter, type Filter, type QueueState, type View } from '../../models/queue-state';
import { withoutTask } from '../../models/queue-writes';
import { ask, openPage, wordsOf, type OtherPage } from '../ask';
import { speak } from '../language';
import { isSaving, onRefused } from './outbox';
import { FIRST_ROWS, now, show } from './screen';
import { nothingOpen, retry, tell } from './tell';

/** When the list was last seen as it stands in the sheet. */
let loadedAt = 0;

/** Opens the list: one call. */
export async function load(): Promise<void> {
  show({ phase: 'loading' });
  try {
    const model = await ask('getQueue', {});
    speak(model.language);
    loadedAt = Date.now();
    show({ phase: 'ready', queue: opened(model), notice: null });
    void fetchCards();
  } catch (error) {
    show({ phase: 'failed', failure: wordsOf(error) });
  }
}

/** Looks again, keeping what the manager looks at; not while something is being saved, which would show it undone. */
export async function refresh(): Promise<void> {
  if (now().phase !== 'ready') return load();
  if (isSaving() || now().refreshing) return;
  show({ refreshing: true });
  try {
    const model = await ask('getQueue', {});
    loadedAt = Date.now();
    // What was done while the answer was on its way is newer than the answer.
    if (isSaving()) return show({ refreshing: false });
    show({ refreshing: false, queue: opened(model, now().queue), orders: {} });
    void fetchCards();
  } catch (error) {
    show({ refreshing: false });
    tell(messages.refreshFailed(wordsOf(error)), 'bad', retry(() => void refresh()));
  }
}
onRefused(() => void refresh());

/** Opens another page over the sheet; what is done there shows once the sidebar has the focus again. */
export function visit(page: OtherPage, ...about: readonly string[]): void {
  loadedAt = 0;
  openPage(page, (error) => tell(error.message, 'bad'), ...about);
}

export const isStale = (): boolean => Date.now() - loadedAt > 60_000;

let fetching = false;

/** Asks for the cards that come near. */
export async function fetchCards(): Promise<void> {
  const { queue } = now();
  const ids = queue === null ? [] : cardsToFetch(queue);
  if (fetching || ids.length === 0) return;
  fetching = true;
  try {
    const cards = await ask('getCards', { ids });
    const { queue: later } = now();
    const here = new Set(cards.map(({ taskId }) => taskId));
    if (later !== null) show({ queue: ids.filter((id) => !here.has(id)).reduce(withoutTask, withCards(later, cards)) });
  } catch (error) {
    tell(wordsOf(error), 'bad', retry(() => void fetchCards()));
    return;
  } finally {
    fetching = false;
  }
  void fetchCards();
}

function showQueue(queue: QueueState): void {
  show({ queue, shown: FIRST_ROWS, person: null, ...nothingOpen });
  void fetchCards();
}

export const view = (wanted: View): void => withQueue((queue) => showQueue({ ...queue, view: wanted, search: '' }));
export const step = (by: 1 | -1): void => withQueue((queue) => showQueue(moved(queue, by)));
export const openTask = (id: string): void =>
  withQueue((queue) => {
    show({ searchOpen: false });
    showQueue({ ...queue, view: 'today', search: '', currentId: id });
  });
export const search = (words: string): void => withQueue((queue) => show({ queue: { ...queue, search: words }, shown: FIRST_ROWS, person: null }));
export const filterBy = (filter: Filter): void => withQueue((queue) => showQueue(withFilter(queue, filter)));

function withQueue(act: (queue: QueueState) => void): void {
  const { queue } = now();
  if (queue !== null) act(queue);
}

/** What the next run would bring. */
export async function fetchTonight(): Promise<void> {
  show({ tonight: { kind: 'loading' } });
  try {
    show({ tonight: { kind: 'here', value: await ask('preview', {}, { seconds: 330 }) } });
  } catch (error) {
    show({ tonight: { kind: 'failed', words: wordsOf(error) } });
  }
}

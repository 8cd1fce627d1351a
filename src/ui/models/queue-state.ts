import type { QueueModel } from '../../app/screen/get-queue';
import type { Day } from '../../shared/day';
import { fold } from '../../shared/text';
import type { Card, PersonFacts, QueueTask } from '../../tasks/queue';

/** What narrows the lists; blank = all. */
export interface Filter {
  readonly type: string;
  readonly language: string;
  readonly assignee: string;
}

export type View = 'today' | 'upcoming' | 'done';

/** A change that was shown at once and is still on its way to the sheet. */
export interface Pending {
  readonly key: number;
  readonly taskId: string | null;
  readonly email: string;
  /** As it stood before; put back where the write fails. */
  readonly task: QueueTask | null;
  readonly person: PersonFacts | null;
}

export interface QueueState {
  readonly model: QueueModel;
  readonly tasks: readonly QueueTask[];
  /** Cards by task id, as far as they have come. */
  readonly cards: Readonly<Record<string, Card>>;
  readonly view: View;
  /** The task whose card is shown. */
  readonly currentId: string | null;
  readonly filter: Filter;
  readonly search: string;
  readonly pending: readonly Pending[];
}

export const noFilter: Filter = { type: '', language: '', assignee: '' };

/** The state that an answer of getQueue makes; `before` keeps what the manager looks at across a refresh. */
export function opened(model: QueueModel, before: QueueState | null = null): QueueState {
  const cards = Object.fromEntries(model.cards.flatMap((card) => (card.taskId === null ? [] : [[card.taskId, card]])));
  const state: QueueState = {
    model,
    tasks: model.tasks,
    cards,
    view: before?.view ?? 'today',
    currentId: before?.currentId ?? null,
    filter: before?.filter ?? noFilter,
    search: before?.search ?? '',
    pending: [],
  };
  return settledOn(state, before);
}

/** Keeps the current task if it is still to be done, or stands as before where it was only looked up; else takes the one in its place. */
export function settledOn(state: QueueState, before: QueueState | null): QueueState {
  const list = todayTasks(state);
  if (list.some(({ id }) => id === state.currentId)) return state;
  const [task, was] = [taskOf(state, state.currentId), before === null ? null : taskOf(before, state.currentId)];
  if (task !== null && was !== null && task.status === was.status && task.due === was.due && task.assignedTo === was.assignedTo) return state;
  const place = before === null ? 0 : Math.max(0, todayTasks(before).findIndex(({ id }) => id === before.currentId));
  return { ...state, currentId: (list[Math.min(place, list.length - 1)] ?? null)?.id ?? null };
}

const isOpen = (task: QueueTask): boolean => task.status === 'Pending';

const passes = (task: QueueTask, { type, language, assignee }: Filter): boolean =>
  (type === '' || task.type === type) && (language === '' || task.language === language) && (assignee === '' || task.assignedTo === assignee);

export const isFiltered = ({ filter }: QueueState): boolean => filter.type !== '' || filter.language !== '' || filter.assignee !== '';

/** Overdue and due today, the oldest first. Mailchimp's are not the manager's. */
export const todayTasks = (state: QueueState): QueueTask[] => state.tasks.filter((task) => isOpen(task) && isMine(task) && task.due <= state.model.today && passes(task, state.filter));
export const upcomingTasks = (state: QueueState): QueueTask[] =>
  state.tasks.filter((task) => isOpen(task) && isMine(task) && task.due > state.model.today && passes(task, state.filter)).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
/** Finished today by a person. */
export const doneTasks = (state: QueueState): QueueTask[] => state.tasks.filter((task) => !isOpen(task) && passes(task, state.filter));

const isMine = (task: QueueTask): boolean => fold(task.assignedTo) !== 'mailchimp';

/** How far the day's list is done, whatever the filter. */
export function progress({ tasks, model }: QueueState): { readonly done: number; readonly of: number; readonly overdue: number } {
  let [done, open, overdue] = [0, 0, 0];
  for (const task of tasks) {
    if (!isOpen(task)) done += 1;
    else if (isMine(task) && task.due <= model.today) {
      open += 1;
      if (task.due < model.today) overdue += 1;
    }
  }
  return { done, of: done + open, overdue };
}

/** Tasks whose person, type or note holds the words; open ones first. */
export function searched(state: QueueState): QueueTask[] {
  const words = fold(state.search).split(' ').filter((word) => word !== '');
  return state.tasks.filter((task) => {
    if (!passes(task, state.filter)) return false;
    const hay = fold(`${task.name ?? ''} ${task.email} ${task.type} ${task.note ?? ''}`);
    return words.every((word) => hay.includes(word));
  });
}

/** The values that the filter offers: those that occur. */
export function filterChoices({ tasks }: QueueState): { readonly types: string[]; readonly languages: string[]; readonly assignees: string[] } {
  const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();
  return {
    types: sorted(tasks.map(({ type }) => type)),
    languages: sorted(tasks.flatMap(({ language }) => (language === null ? [] : [language]))),
    assignees: sorted(tasks.map(({ assignedTo }) => assignedTo)),
  };
}

export const taskOf = (state: QueueState, id: string | null): QueueTask | null => (id === null ? null : (state.tasks.find((task) => task.id === id) ?? null));

/** One card on (1) or back (-1), round the end. */
export function moved(state: QueueState, step: 1 | -1): QueueState {
  const list = todayTasks(state);
  if (list.length === 0) return state;
  const place = list.findIndex(({ id }) => id === state.currentId);
  return { ...state, view: 'today', search: '', currentId: list[(place + step + list.length) % list.length]?.id ?? null };
}

export function withFilter(state: QueueState, filter: Filter): QueueState {
  return settledOn({ ...state, filter }, null);
}

export const withCards = (state: QueueState, cards: readonly Card[]): QueueState => ({
  ...state,
  cards: { ...state.cards, ...Object.fromEntries(cards.flatMap((card) => (card.taskId === null ? [] : [[card.taskId, card]]))) },
});

/** The tasks around the current one whose cards are not here yet; none while they are near enough. */
export function cardsToFetch(state: QueueState): string[] {
  const list = todayTasks(state);
  const place = Math.max(0, list.findIndex(({ id }) => id === state.currentId));
  const missing = (tasks: readonly QueueTask[]): string[] => tasks.map(({ id }) => id).filter((id) => state.cards[id] === undefined);
  const current = state.currentId === null || state.cards[state.currentId] !== undefined ? [] : [state.currentId];
  const near = missing(list.slice(place, place + 5));
  return current.length === 0 && near.length === 0 ? [] : [...new Set([...current, ...missing(list.slice(place, place + 20))])].slice(0, 30);
}

/** The days that Snooze offers; the next working day only where it is not tomorrow. */
export function snoozeDays({ model }: QueueState): { readonly kind: 'tomorrow' | 'nextWorkingDay' | 'week'; readonly day: Day }[] {
  const { tomorrow, nextWorkingDay, week } = model.snooze;
  return [
    { kind: 'tomorrow', day: tomorrow },
    ...(nextWorkingDay === tomorrow ? [] : [{ kind: 'nextWorkingDay' as const, day: nextWorkingDay }]),
    { kind: 'week', day: week },
  ];
}

/** The earliest day a task may be moved to. */
export const firstSnoozeDay = ({ model }: QueueState): Day => model.snooze.tomorrow;

import { closestWord } from '../shared/closest-word';
import { foldHeader } from '../shared/text';

export interface TaskType {
  readonly name: string;
  /** Place in the order in which the list is filled, 0 = first. */
  readonly rank: number;
  /** Service kinds go to the unsubscribed too and rest for `Service cool-down days`; all others are promotional. */
  readonly service: boolean;
  /** Days a match may wait after its own day where its rule does not say; null = no end. */
  readonly validForDays: number | null;
}

const kinds = [
  { name: 'Welcome', service: true, validForDays: 21 },
  { name: 'Follow-up', service: true, validForDays: 30 },
  { name: 'Win-back', service: false, validForDays: null },
  { name: 'High value', service: false, validForDays: null },
  { name: 'Product', service: false, validForDays: 30 },
  { name: 'Anniversary', service: false, validForDays: 7 },
  { name: 'Birthday', service: false, validForDays: 7 },
  { name: 'Custom', service: false, validForDays: null },
] as const;

/** The task types that come with it, the strongest first. */
export const taskTypes: readonly TaskType[] = kinds.map((kind, rank) => ({ ...kind, rank }));
export const taskTypeNames: readonly string[] = taskTypes.map((type) => type.name);

const byName = new Map(taskTypes.map((type) => [foldHeader(type.name), type]));

/** The type of this name, however it is spelled (`follow up` = Follow-up); a name of the manager's own ranks and waits as Custom does. */
export const taskTypeOf = (name: string): TaskType =>
  byName.get(foldHeader(name)) ?? { name, rank: taskTypes.length - 1, service: false, validForDays: null };

/** The known type that an unknown name is probably a slip of; null for a known name and for a new one. */
export const meantTaskType = (name: string): string | null => (byName.has(foldHeader(name)) ? null : closestWord(name, taskTypeNames));

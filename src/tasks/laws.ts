import type { Match, Rule } from '../rules/rule';
import type { TaskType } from '../rules/task-types';
import type { Settings } from '../settings/settings';
import { addDays, daysBetween, type Day } from '../shared/day';
import type { Text } from '../shared/text';
import type { LedgerEntry } from './ledger.table';
import type { Person } from './people';
import { planningMessages } from './planning-messages';
import type { TaskSheetRow } from './tasks.table';

/** A match that no line of the ledger settles, with what it would make. */
export interface Waiting {
  readonly person: Person;
  readonly rule: Rule;
  readonly match: Match;
  readonly type: TaskType;
  /** The last day on which it may make a task; null = no end. */
  readonly lastDay: Day | null;
  /** The ledger's key. */
  readonly key: string;
  readonly taskId: string;
  /** The row that is reopened instead of a new one: expired untouched, or undone to be made again. */
  readonly row: TaskSheetRow | null;
  readonly line: LedgerEntry | undefined;
}

/** What the laws look at besides the match itself. */
export interface Tonight {
  readonly today: Day;
  readonly settings: Settings;
  readonly ledgerGone: boolean;
  readonly isTaskMakingDay: boolean;
  /** The first task-making day on or after the day. */
  readonly taskMakingDayFrom: (day: Day) => Day;
  /** The person's open task that is overdue or due within 7 days. */
  readonly openTaskOf: (email: string) => TaskSheetRow | undefined;
  /** The day of the person's last skip with a reason. */
  readonly skippedOn: (email: string) => Day | undefined;
  /** Whom the list has room for tonight, by address; asked only once the other laws have spoken. */
  readonly hasRoom: (waiting: Waiting) => boolean;
}

/** A law's answer to hold back: why, and from when on the match could make a task as things stand; null = never, or nobody can say. */
export interface HeldBack {
  readonly reason: Text;
  readonly earliest: Day | null;
}

export interface Law {
  readonly name: string;
  /** `missed`: what it holds back is over, and logged once. `list`: asked last, about those whom all others let pass. */
  readonly about: 'match' | 'missed' | 'list';
  /** Null = keep. */
  readonly judge: (waiting: Waiting, tonight: Tonight) => HeldBack | null;
}

const once: Law = {
  name: 'Once',
  about: 'match',
  judge: (waiting, tonight) => {
    const held = (reason: Text): HeldBack => ({ reason, earliest: whenFree(addDays(tonight.today, 1), waiting, tonight) });
    if (tonight.ledgerGone) return held(planningMessages.ledgerGone);
    // The day on which a task expires does not open it again: nothing would have changed.
    const expiredToday = waiting.line?.state === 'expired' && (waiting.row?.completedOn ?? tonight.today) >= tonight.today;
    return expiredToday ? held(planningMessages.expiredToday) : null;
  },
};

/** Binds a rule to its Start Date; what it holds back never comes. */
export const noAmbush: Law = {
  name: 'No ambush',
  about: 'match',
  judge: ({ rule, match }, { today }) => {
    const start = startOf(rule, today);
    return start !== null && match.day < start ? { reason: planningMessages.beforeStart(match.day, start), earliest: null } : null;
  },
};

/** The day before which a rule's matches make no task; null where Start Date does not bind it. */
export const startOf = (rule: Rule, today: Day): Day | null => (rule.boundByStart ? (rule.startOn ?? today) : null);

/** The last day on which the match may make a task; null = no end. */
export const lastDayOf = (rule: Rule, match: Match): Day | null => (rule.validForDays === null ? null : addDays(match.day, rule.validForDays));

const heldBackIsNotLost: Law = {
  name: 'Held back is not lost',
  about: 'missed',
  judge: ({ rule, match, lastDay }, { today }) =>
    lastDay !== null && lastDay < today ? { reason: planningMessages.timeRanOut(match.day, rule.validForDays ?? 0), earliest: null } : null,
};

const consent: Law = {
  name: 'Consent',
  about: 'match',
  judge: ({ person: { contact }, type }) => {
    if (contact.doNotContact === true) return { reason: planningMessages.doNotContact, earliest: null };
    return contact.mailchimpStatus === 'Unsubscribed' && !type.service ? { reason: planningMessages.unsubscribed, earliest: null } : null;
  },
};

const oneAtATime: Law = {
  name: 'One at a time',
  about: 'match',
  judge: (waiting, tonight) => {
    const open = tonight.openTaskOf(waiting.person.contact.email);
    if (open === undefined) return null;
    return { reason: planningMessages.hasTask(open.type ?? '', open.dueOn ?? tonight.today), earliest: whenFree(addDays(tonight.today, 1), waiting, tonight) };
  },
};

const coolDown: Law = {
  name: 'Cool-down',
  about: 'match',
  judge: (waiting, tonight) => {
    const { person, type } = waiting;
    const { settings, today } = tonight;
    const rest = type.service ? settings.serviceCoolDownDays : settings.coolDownDays;
    const contacted = person.contact.lastContactedOn;
    if (contacted !== null && daysBetween(contacted, today) < rest) {
      return { reason: planningMessages.contacted(contacted, rest), earliest: whenFree(addDays(contacted, rest), waiting, tonight) };
    }
    const skipped = type.service ? undefined : tonight.skippedOn(person.contact.email);
    if (skipped === undefined || daysBetween(skipped, today) >= settings.skipRestsDays) return null;
    return { reason: planningMessages.skipped(skipped, settings.skipRestsDays), earliest: whenFree(addDays(skipped, settings.skipRestsDays), waiting, tonight) };
  },
};

const taskMakingDays: Law = {
  name: 'Task-making days',
  about: 'match',
  judge: (waiting, tonight) => (tonight.isTaskMakingDay ? null : { reason: planningMessages.dayOff, earliest: whenFree(addDays(tonight.today, 1), waiting, tonight) }),
};

const aListOneCanFinish: Law = {
  name: 'A list one can finish',
  about: 'list',
  judge: (waiting, tonight) =>
    tonight.hasRoom(waiting)
      ? null
      : { reason: planningMessages.listFull(tonight.settings.tasksOnTheList), earliest: whenFree(addDays(tonight.today, 1), waiting, tonight) },
};

// A day on which the match would be over helps nobody.
function whenFree(from: Day, { lastDay }: Waiting, tonight: Tonight): Day | null {
  const day = tonight.taskMakingDayFrom(from);
  return lastDay !== null && day > lastDay ? null : day;
}

/**
 * The laws for all rules, in the order in which they are asked; the first that holds back is the one that is named.
 * What is settled never comes here (law 1), a bad rule row is no rule (law 9), and law 7 is asked of open tasks.
 */
export const laws: readonly Law[] = [once, noAmbush, heldBackIsNotLost, consent, oneAtATime, coolDown, taskMakingDays, aListOneCanFinish];
export const lawNames: readonly string[] = laws.map((law) => law.name);

/** The laws about a match by itself. */
export const matchLaws = laws.filter((law) => law.about !== 'list');
/** The laws about the list as a whole, asked of what those let pass. */
export const listLaws = laws.filter((law) => law.about === 'list');

export interface Verdict {
  readonly law: Law;
  readonly held: HeldBack;
}

/** The first of the laws that holds the match back, with its answer; null where all keep it. */
export function judge(waiting: Waiting, asked: readonly Law[], tonight: Tonight): Verdict | null {
  for (const law of asked) {
    const held = law.judge(waiting, tonight);
    if (held !== null) return { law, held };
  }
  return null;
}

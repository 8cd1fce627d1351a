import { contactsTable } from '../../contacts/contacts.table';
import { orderGaps, type OrderGaps } from '../../contacts/order-gaps';
import { parseRules } from '../../rules/parse-rules';
import { rulesTable } from '../../rules/rules.table';
import { segmentsTable } from '../../rules/segments.table';
import type { FoundSheet } from '../../orders/read-orders';
import { daysBetween, type Day } from '../../shared/day';
import { Refusal } from '../../shared/problem';
import { tidy } from '../../shared/text';
import { appMessages } from '../messages';
import { ourTables } from '../our-tables';
import { setUpMessages } from './set-up-messages';
import { askedWords, type ShopWord } from './shop-words';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { planSync } from '../night/tonight';

/** A rule as Set up offers it. */
export interface OfferedRule {
  /** What names it in `chooseRules`: its id, or its name where it has none yet. */
  readonly key: string;
  readonly name: string;
  readonly trigger: string;
  readonly taskType: string;
  readonly enabled: boolean;
  readonly startOn: Day | null;
  /** What is to be mended in its row; null where it can run. */
  readonly problem: string | null;
}

/** How the installation stands: what Set up shows before anything is asked of the orders. */
export interface Installation {
  /** Sheets of ours that are not there yet. */
  readonly missing: readonly string[];
  readonly zones: { readonly workbook: string; readonly script: string; readonly agree: boolean; readonly cure: string | null };
  readonly trigger: { readonly owner: string | null; readonly user: string; readonly isMine: boolean; readonly installed: boolean };
  readonly rules: readonly OfferedRule[];
  readonly words: readonly ShopWord[];
  readonly settingProblems: readonly string[];
  readonly lastImport: Day | null;
  readonly importIsStale: boolean;
  readonly nightlyHour: number;
  readonly tasksOnTheList: number;
}

export function installation(shop: Shop): Installation {
  const state = openState(shop);
  const { journal, language } = shop;
  const settings = state.settings();
  const owner = journal.get('trigger')?.owner ?? null;
  const isMine = owner === null || owner === shop.user;
  const lastImport = journal.get('lastImport');
  const images = ourTables.map((table) => state.image(table));
  return {
    missing: images.filter((image) => !image.exists).map(({ table }) => table.name),
    zones: { workbook: shop.book.timeZone, script: shop.scriptZone, agree: shop.zonesAgree, cure: shop.zonesAgree ? null : appMessages.zonesDiffer(shop.book.timeZone, shop.scriptZone)[language] },
    // Another user's trigger can't be seen; that they are its owner is all that there is to know.
    trigger: { owner, user: shop.user, isMine, installed: owner !== null && (!isMine || shop.triggers.mine() > 0) },
    rules: offeredRules(shop),
    words: askedWords(shop),
    settingProblems: state.parsedSettings().problems.flatMap(({ setting, problem }) => (problem === null ? [] : [`${setting}: ${problem[language]}`])),
    lastImport,
    importIsStale: lastImport === null || daysBetween(lastImport, shop.today) > settings.importStaleAfterDays,
    nightlyHour: settings.nightlyHour,
    tasksOnTheList: settings.tasksOnTheList,
  };
}

function offeredRules(shop: Shop): OfferedRule[] {
  const state = openState(shop);
  const image = state.image(rulesTable);
  // Nothing to choose from before the sheet is there to keep the choice.
  if (!image.exists) return [];
  const parsed = parseRules(image, state.image(segmentsTable).rows, { settings: state.settings(), today: shop.today, language: shop.language });
  const problems = new Map(parsed.patches.flatMap(({ at, set }) => (set.problem === undefined ? [] : [[at, set.problem] as const])));
  return [...image.rows, ...image.keyless]
    .sort((a, b) => a.at - b.at)
    .filter((row) => tidy(row.name ?? '') !== '' || row.trigger !== null)
    .map((row) => ({
      key: keyOfRule(row),
      name: row.name ?? '',
      trigger: row.trigger ?? '',
      taskType: row.taskType ?? '',
      enabled: row.enabled === true,
      startOn: row.startOn,
      problem: problems.has(row.at) ? (problems.get(row.at) ?? null) : row.problem,
    }));
}

const keyOfRule = ({ id, name }: { readonly id: string; readonly name: string | null }): string => (id === '' ? `name:${tidy(name ?? '')}` : id);

/** Switches rules on and off as the manager chose them; a row that someone changed meanwhile stays, and is told. */
export function chooseRules(shop: Shop, choices: readonly { readonly key: string; readonly enabled: boolean }[]): { readonly changed: number } {
  const image = shop.book.read(rulesTable);
  const wanted = new Map(choices.map(({ key, enabled }) => [key, enabled]));
  const entries = [...image.rows, ...image.keyless].flatMap((row) => {
    const enabled = wanted.get(keyOfRule(row));
    return enabled === undefined || enabled === (row.enabled === true) ? [] : [{ at: row.at, set: { enabled } }];
  });
  const left = shop.book.enter(image, entries);
  if (left.length > 0) throw new Refusal(setUpMessages.rulesChanged);
  return { changed: entries.length };
}

/** What the order sheets hold, as Set up shows it. */
export interface ShopOverview {
  readonly sheets: readonly FoundSheet[];
  readonly orders: number;
  /** Orders whose status counts. */
  readonly counted: number;
  readonly statuses: readonly { readonly status: string; readonly rows: number; readonly counts: boolean }[];
  readonly contacts: number;
  readonly contactsNew: number;
  /** Rows that could not be taken. */
  readonly problems: number;
  readonly currency: string | null;
  readonly gaps: OrderGaps;
  readonly lapsedAfterDays: number;
}

/** Reads the orders and says what is in them; writes nothing. Refuses, as the night would, where they can't be read. */
export function shopOverview(shop: Shop): ShopOverview {
  const state = openState(shop);
  const { sources, contacts } = planSync(state, 'set-up');
  const rootOf = rootsOf(contacts.people);
  return {
    sheets: sources.found,
    orders: sources.orders.length,
    counted: sources.orders.filter((order) => order.counts).length,
    statuses: [...sources.statuses].map(([status, { rows, counts }]) => ({ status, rows, counts })).sort((a, b) => b.rows - a.rows),
    contacts: state.image(contactsTable).rows.length + contacts.added.length,
    contactsNew: contacts.added.length,
    problems: sources.problems.length,
    currency: sources.currency,
    gaps: orderGaps(sources.orders, shop.today, (email) => rootOf.get(email) ?? email),
    lapsedAfterDays: state.settings().lapsedAfterDays,
  };
}

/** Each address under which a person ordered → the address of their row. */
function rootsOf(people: ReturnType<typeof planSync>['contacts']['people']): Map<string, string> {
  return new Map(people.flatMap(({ contact, orders }) => orders.map((order): [string, string] => [order.email, contact.email])));
}


import * as z from 'zod/mini';
import { contactsTable, mailchimpStatuses } from '../../contacts/contacts.table';
import type { ReadExport } from '../../contacts/mailchimp/member';
import { planImport, type ImportPlan } from '../../contacts/mailchimp/plan-import';
import { isDay } from '../../shared/day';
import { normaliseEmail } from '../../shared/email';
import { languageCode } from '../../shared/language-code';
import { Refusal, type Problem } from '../../shared/problem';
import { importMessages } from './import-messages';
import { makeSheets } from '../make-sheets';
import { unpackExports } from './packed-exports';
import { logRun, newRunOf, runIdOf, runLineAsJson } from '../run-log';
import { runsTable } from '../runs.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';
import { forgetStaged, stagedImport, stagedText, type StagedImport } from './stage-import';
import { writeProblems } from '../write-problems';

const longest = (most: number): z.ZodMiniString => z.string().check(z.maxLength(most));
const cell = () => z.nullable(longest(50_000));
const text = () => z.object({ en: longest(2000), he: longest(2000) });
const rejected = () => z.object({ line: z.int(), value: longest(50_000), reason: text(), cure: text() });
const status = () => z.nullable(z.enum(mailchimpStatuses));

const isMoment = (words: string): boolean => isDay(words.slice(0, 10)) && /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(words);
// 2024 has a 29 February.
const isMonthDay = (words: string): boolean => /^\d\d-\d\d$/.test(words) && isDay(`2024-${words}`);

/** A member as `readExport` gives it: whoever sends something else is not the page. */
const member = () => z.object({
  email: longest(254).check(z.refine((words) => normaliseEmail(words) === words)),
  status: status(),
  since: z.nullable(z.string().check(z.refine(isMoment))),
  name: cell(),
  phone: cell(),
  birthday: z.nullable(z.string().check(z.refine(isMonthDay))),
  language: z.nullable(z.string().check(z.refine((words) => languageCode(words) === words))),
  tags: z.array(longest(50_000)),
  notes: cell(),
  line: z.int(),
});

const exports = () => z.array(
  z.object({ file: longest(1000), kind: status(), needsKind: z.boolean(), members: z.array(member()), rejected: z.array(rejected()), leftOut: z.array(rejected()) }),
);

/** The exports as the browser (or the command line) read them: at once, or sent beforehand in portions (`stageImport`). */
export const importArguments = () => z.object({ files: z.optional(exports()), staged: z.optional(stagedImport()), dryRun: z.boolean() });
export type ImportArguments = z.infer<ReturnType<typeof importArguments>>;

export interface ImportResult {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of the files that are not taken, and cells left out of rows that are: the first thousand. */
  readonly rejected: readonly { readonly file: string; readonly line: number; readonly value: string; readonly reason: string; readonly cure: string }[];
  /** How many there are in all. */
  readonly rejectedCount: number;
  /** The line in CRM Runs; null for a dry run, which writes nothing. */
  readonly run: ReturnType<typeof runLineAsJson> | null;
}

/** Keeps an answer well under what google.script.run carries. */
const MOST_ANSWERED = 1000;
const LONGEST_VALUE = 200;

/** Takes Mailchimp exports into Contacts, all or nothing; a dry run only tells what would change. */
export function importMailchimp(shop: Shop, { files, staged, dryRun }: ImportArguments): ImportResult {
  const read = files ?? (staged === undefined ? refuseNothing() : stagedFiles(shop, staged));
  if (read.length === 0) refuseNothing();
  if (!dryRun) {
    makeSheets(shop);
    finishCutOffImport(shop);
  }
  const state = openState(shop);
  const plan = planImport({ files: read, contacts: state.image(contactsTable) });
  const problems: readonly Problem[] = [...plan.rejected, ...plan.problems];
  const result = {
    ...plan.counts,
    rejected: problems.slice(0, MOST_ANSWERED).map(({ sheet, row, value, reason, cure }) => ({ file: sheet, line: row, value: value.slice(0, LONGEST_VALUE), reason: reason[shop.language], cure: cure[shop.language] })),
    rejectedCount: problems.length,
  };
  if (dryRun) return { ...result, run: null };
  // From here on a run that is cut off is finished by the next one: planned again, what is in already changes nothing.
  if (staged !== undefined) shop.journal.set({ import: staged });
  const run = applyImport(state, plan, problems);
  if (staged !== undefined) forgetStaged(shop, staged);
  return { ...result, run };
}

/** Finishes an import that was cut off, where its portions are still known; else it is dropped, and the manager's to repeat. */
export function finishCutOffImport(shop: Shop): void {
  const staged = shop.journal.get('import');
  if (staged === null) return;
  shop.journal.set({ import: null });
  if (stagedText(shop, staged) !== null) importMailchimp(shop, { staged, dryRun: false });
}

function applyImport(state: ShopState, plan: ImportPlan, problems: readonly Problem[]): ImportResult['run'] {
  const { shop } = state;
  const { book, journal } = shop;
  const contacts = state.image(contactsTable);
  book.append(contacts, plan.added);
  book.patch(contacts, plan.patches);
  book.flush();
  writeProblems(state, problems);
  const run = runIdOf('import', shop.now, state.image(runsTable).rows);
  const line = newRunOf(shop, run, 'import', { contactsNew: plan.counts.new, contactsChanged: plan.counts.changed, problems: problems.length });
  logRun(book, state.image(runsTable), line);
  journal.set({ lastImport: shop.today, import: null });
  return runLineAsJson(line);
}

function stagedFiles(shop: Shop, staged: StagedImport): readonly ReadExport[] {
  const packed = stagedText(shop, staged);
  if (packed === null) throw new Refusal(importMessages.portionsGone);
  const parsed = z.safeParse(exports(), unpackExports(packed));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(importMessages.unreadable(issue === undefined ? '' : issue.path.join('.')));
}

function refuseNothing(): never {
  throw new Refusal(importMessages.nothingSent);
}

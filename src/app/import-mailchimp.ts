import * as z from 'zod/mini';
import { contactsTable, mailchimpStatuses } from '../contacts/contacts.table';
import { planImport } from '../contacts/mailchimp/plan-import';
import type { Problem } from '../shared/problem';
import { importProblemsTable } from './import-problems.table';
import { makeSheets } from './make-sheets';
import { logRun, newRunOf, runIdOf, runLineAsJson } from './run-log';
import { runsTable } from './runs.table';
import type { Shop } from './shop';
import { openState } from './shop-state';

const text = z.object({ en: z.string(), he: z.string() });
const rejected = z.object({ line: z.number(), value: z.string(), reason: text, cure: text });
const status = z.nullable(z.enum(mailchimpStatuses));
const words = z.nullable(z.string());

/** The exports as the browser (or the command line) read them. */
export const importArguments = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      kind: status,
      needsKind: z.boolean(),
      members: z.array(
        z.object({ email: z.string(), status, since: words, name: words, phone: words, birthday: words, language: words, tags: z.array(z.string()), notes: words, line: z.number() }),
      ),
      rejected: z.array(rejected),
      leftOut: z.array(rejected),
    }),
  ),
  dryRun: z.boolean(),
});
export type ImportArguments = z.infer<typeof importArguments>;

export interface ImportResult {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of the files that are not taken, and cells left out of rows that are. */
  readonly rejected: readonly { readonly file: string; readonly line: number; readonly value: string; readonly reason: string; readonly cure: string }[];
  /** The line in CRM Runs; null for a dry run, which writes nothing. */
  readonly run: ReturnType<typeof runLineAsJson> | null;
}

/** Takes Mailchimp exports into Contacts, all or nothing; a dry run only tells what would change. */
export function importMailchimp(shop: Shop, { files, dryRun }: ImportArguments): ImportResult {
  if (!dryRun) makeSheets(shop);
  const state = openState(shop);
  const contacts = state.image(contactsTable);
  const plan = planImport({ files, contacts });
  const problems: readonly Problem[] = [...plan.rejected, ...plan.problems];
  const result = {
    ...plan.counts,
    rejected: problems.map(({ sheet, row, value, reason, cure }) => ({ file: sheet, line: row, value, reason: reason[shop.language], cure: cure[shop.language] })),
  };
  if (dryRun) return { ...result, run: null };

  shop.book.append(contacts, plan.added);
  shop.book.patch(contacts, plan.patches);
  shop.book.flush();
  shop.book.replace(
    state.image(importProblemsTable),
    result.rejected.map(({ file, line, value, reason, cure }) => ({ sheet: file, row: line, value, reason, cure })),
  );
  const run = runIdOf('import', shop.now, state.image(runsTable).rows);
  const line = newRunOf(shop, run, 'import', { contactsNew: plan.counts.new, contactsChanged: plan.counts.changed, problems: problems.length });
  logRun(shop.book, state.image(runsTable), line);
  shop.journal.set({ lastImport: shop.today });
  return { ...result, run: runLineAsJson(line) };
}

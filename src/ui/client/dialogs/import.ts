import { packExports } from '../../../app/mailchimp/packed-exports';
import type { ImportResult } from '../../../app/mailchimp/import-mailchimp';
import { LONGEST_PORTION } from '../../../app/mailchimp/portions';
import { mailchimpStatuses, type MailchimpStatus } from '../../../contacts/contacts.table';
import type { ReadExport } from '../../../contacts/mailchimp/member';
import { readExport } from '../../../contacts/mailchimp/read-export';
import { readExports, type ExportFile } from '../../../contacts/mailchimp/read-exports';
import { writesDayFirst } from '../../../sheets/decode';
import { dialogMessages } from '../../messages-dialogs';
import { importWords as words } from '../../messages-import';
import { ask } from '../ask';
import { h, theirs } from '../h';
import { say } from '../language';
import { textsOf } from './chosen-files';
import { button, failure, figure, notice, openDialog, tableOf } from './dialog';

interface Staged {
  readonly id: string;
  readonly portions: number;
}

/** The server may take Apps Script's six minutes. */
const LONG = { seconds: 380 };
const SHOWN = 100;

const dialog = openDialog('import');
const options = { dayFirst: writesDayFirst(dialog.locale) };
const count = (value: number): string => dialog.format.count(value);
const people = (value: number): string => say(dialogMessages.people(value, count(value)));

/** Lets the page draw before a long stretch of work. */
const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function choose(problem?: unknown): void {
  const input = h('input', { type: 'file', multiple: true, accept: '.csv,.txt,.tsv,.zip,text/csv,application/zip', class: 'hidden-words', id: 'files', onchange: () => void read([...(input.files ?? [])]) });
  const pasted = h('textarea', { rows: 6, dir: 'ltr', id: 'pasted', spellcheck: 'false' });
  const zone = h('label', { class: 'drop' }, input, h('strong', {}, say(words.drop)), h('span', { class: 'muted' }, say(words.choose)));
  dialog.show([
    problem === undefined ? null : failure(problem),
    zone,
    h('p', { class: 'muted small' }, say(words.where)),
    h('details', {}, h('summary', {}, say(words.paste)), h('label', { for: 'pasted' }, say(words.pasteLabel)), pasted, h('div', { class: 'row end' }, button(say(words.readPasted), () => void readTexts(() => Promise.resolve([{ name: say(words.pasted), text: pasted.value }]))))),
  ]);
}

// Dropped anywhere, so that a miss does not make the browser leave the page for the file.
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.querySelector('.drop')?.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.querySelector('.drop')?.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  if (document.querySelector('.drop') !== null && files.length > 0) void read(files);
});

const read = (files: readonly File[]): Promise<void> => (files.length === 0 ? Promise.resolve() : readTexts(() => textsOf(files)));

async function readTexts(texts: () => Promise<ExportFile[]>): Promise<void> {
  try {
    const files: ExportFile[] = [];
    dialog.wait(say(dialogMessages.working));
    await drawn();
    files.push(...withOwnNames(await texts()));
    const reads: ReadExport[] = [];
    // All at once is what refuses an empty one; one by one is what can be shown.
    if (files.length === 1 || files.some((file) => file.fromZip === true)) reads.push(...readExports(files, options));
    else {
      for (const [i, file] of files.entries()) {
        progress(i / files.length, say(words.reading(file.name)));
        await drawn();
        reads.push(readExport(file.name, file.text, options));
      }
    }
    if (reads.some((one) => one.needsKind)) askKinds(files, reads);
    else await preview(reads);
  } catch (error) {
    choose(error);
  }
}

/** Two files of one name would be one to the reader of the preview. */
function withOwnNames(files: readonly ExportFile[]): ExportFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, times);
    return times === 1 ? file : { ...file, name: `${file.name} (${times})` };
  });
}

/** What columns and names don't tell is asked, a file at a time. */
function askKinds(files: readonly ExportFile[], reads: readonly ReadExport[]): void {
  const unknown = reads.filter((one) => one.needsKind);
  const selects = unknown.map((one) => ({
    file: one.file,
    select: h(
      'select',
      { onchange: settle },
      h('option', { value: '' }, say(words.chooseKind)),
      mailchimpStatuses.map((status) => h('option', { value: status }, say(words.statuses[status]))),
    ),
  }));
  const go = button(say(words.preview), () => void goOn(), 'primary');
  function settle(): void {
    go.disabled = selects.some(({ select }) => select.value === '');
  }
  async function goOn(): Promise<void> {
    const kinds = new Map(selects.map(({ file, select }) => [file, mailchimpStatuses.find((status) => status === select.value) ?? null]));
    await preview(
      reads.map((one) => {
        const source = files.find((file) => file.name === one.file);
        return one.needsKind && source !== undefined ? readExport(source.name, source.text, { ...options, kind: kinds.get(one.file) ?? null }) : one;
      }),
    );
  }
  settle();
  dialog.show(
    [
      h('h2', {}, say(words.whichKind)),
      selects.map(({ file, select }) => h('label', { class: 'card' }, h('bdi', { dir: 'auto' }, say(words.askKind(file))), select)),
    ],
    button(say(words.otherFiles), () => choose()),
    go,
  );
}

/** Sends the whole in portions, each well under what a call may carry, and asks what it would change. */
async function preview(reads: readonly ReadExport[]): Promise<void> {
  try {
    const staged = await send(packExports(reads));
    dialog.wait(say(words.comparing));
    showPreview(reads, staged, await ask('importMailchimp', { staged, dryRun: true }, LONG));
  } catch (error) {
    choose(error);
  }
}

async function send(packed: string): Promise<Staged> {
  const portions = Math.max(1, Math.ceil(packed.length / LONGEST_PORTION));
  const id = `i-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  for (let portion = 0; portion < portions; portion += 1) {
    progress(portion / portions, say(words.sending(portion + 1, portions)));
    await ask('stageImport', { id, portion, text: packed.slice(portion * LONGEST_PORTION, (portion + 1) * LONGEST_PORTION) });
  }
  return { id, portions };
}

function progress(share: number, sentence: string): void {
  const percent = Math.round(share * 100);
  dialog.show(
    h(
      'div',
      { class: 'waiting' },
      h('p', { role: 'status', dir: 'auto' }, sentence),
      h('div', { class: 'bar', style: 'inline-size:60%', role: 'progressbar', 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-label': sentence }, h('span', { style: `inline-size:${percent}%` })),
    ),
  );
}

const kindWords = (kind: MailchimpStatus | null): string => (kind === null ? say(words.mixed) : say(words.statuses[kind]));

function showPreview(reads: readonly ReadExport[], staged: Staged, result: ImportResult): void {
  const touched = result.new + result.changed;
  dialog.show(
    [
      h('div', {}, h('h2', {}, say(words.previewTitle)), h('p', { class: 'muted' }, say(words.nothingYet))),
      h(
        'div',
        { class: 'figures' },
        figure(count(result.new), say(words.new), 'good'),
        figure(count(result.changed), say(words.changed)),
        figure(count(result.unchanged), say(words.unchanged)),
        figure(count(result.rejectedCount), say(words.rejected), result.rejectedCount > 0 ? 'warn' : ''),
      ),
      h(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say(words.file) },
        tableOf(say(words.file), [say(words.file), say(words.people), say(words.kind)], reads.map((one) => [theirs(one.file), count(one.members.length), kindWords(one.kind)]), [1]),
      ),
      touched === 0 ? notice('', say(words.nothingToDo)) : null,
      result.rejectedCount === 0 ? null : rejectedTable(result),
    ],
    button(say(words.otherFiles), () => choose()),
    button(touched === 0 ? say(words.noteImport) : say(words.import(people(touched))), () => void confirm(reads, staged), 'primary'),
  );
}

function rejectedTable({ rejected, rejectedCount }: ImportResult): HTMLElement {
  const several = new Set(rejected.map((one) => one.file)).size > 1;
  return h(
    'section',
    { class: 'section' },
    h('h2', {}, say(words.toLookAt)),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say(words.toLookAt) },
      tableOf(
        say(words.toLookAt),
        [say(words.line), say(words.value), say(words.reason)],
        rejected.slice(0, SHOWN).map((one) => [h('span', {}, several ? [theirs(one.file), ' '] : null, count(one.line)), theirs(one.value), `${one.reason} ${one.cure}`]),
      ),
    ),
    rejectedCount > SHOWN ? h('p', { class: 'muted small' }, say(dialogMessages.more(count(rejectedCount - SHOWN)))) : null,
    h('p', { class: 'muted small' }, say(words.inProblems)),
  );
}

async function confirm(reads: readonly ReadExport[], staged: Staged): Promise<void> {
  dialog.wait(say(words.importing));
  try {
    const result = await ask('importMailchimp', { staged, dryRun: false }, LONG);
    dialog.show([
      notice('good', say(words.done(count(result.new), count(result.changed)))),
      h('p', { class: 'muted' }, say(words.noTasks)),
      result.rejectedCount === 0 ? null : rejectedTable(result),
    ]);
  } catch (error) {
    // Sent again whole: nothing says how much of it is still remembered.
    dialog.fail(error, () => void preview(reads));
  }
}

choose();

import { snapshotOf } from '../../local/acts';
import { attributesAt, headerOf, putAttributes, putValue, sheetNamed } from '../../local/cells/sheet';
import { randomOf } from '../../local/sample/random';
import type { CellValue, Sheet, Workbook } from '../../local/workbook/model';
import { serialOfDay, type Day } from '../../src/shared/day';
import { addDays } from '../../src/shared/day';
import { cellsOf, rowsOf } from './shop';

/** A cell that is the person's: what they last typed there. */
interface Typed {
  readonly sheet: string;
  /** The row, by the text in its key column; a task typed by hand by its Note. */
  readonly key: readonly [header: string, value: string];
  readonly header: string;
  readonly value: string | number;
}

/** Somebody who types into columns of ours and of theirs, renames and hides them, copies sheets, and works tasks off in the sheet itself. */
export interface WilfulPerson {
  /**
   * Does one thing or another; on `today`, which is the day of new due dates. In the middle of a run only what no writing can cross: a cell
   * that both write may be typed into between the run's last look at it and its writing (see the moments of a night).
   */
  readonly act: (workbook: Workbook, today: Day, when?: 'in the middle of a run') => void;
  /** What of theirs does not stand as they left it. */
  readonly missing: (workbook: Workbook) => readonly unknown[];
  /** Takes back what no run can go on with: our sheets get their names again. Gives the names that were given. */
  readonly putNamesBack: (workbook: Workbook) => readonly string[];
  readonly deeds: () => ReadonlyMap<string, number>;
}

const words = ['likes =Syrah', '00123', '1-2', 'TRUE', '+972501234567', '=1+1', 'call on Sunday', "it's fine"];
const statuses = ['Completed', 'Skipped'] as const;
const outcomes = ['Reached', 'Message sent', 'Left message', 'tasted in the shop'];
/** Columns of ours that a person may rename, and a run goes on without what stood there. */
const renamable: Readonly<Record<string, readonly string[]>> = { Contacts: ['Birthday', 'Tags'], 'CRM Tasks': ['Reason', 'WhatsApp'] };
const ours = ['CRM Tasks', 'Contacts', 'CRM Ledger', 'CRM Rules', 'CRM Settings', 'CRM Outcomes', 'CRM Task Archive'];

/** What a run may be about to write itself. */
const crossing: readonly string[] = ['an outcome', 'a status', 'a reopening', 'a task row typed', 'a name or phone', 'a formula in a column of ours'];

export function wilfulPerson(seed: string): WilfulPerson {
  const random = randomOf(`wilful ${seed}`);
  const upTo = (count: number): number => Math.floor(random.next() * count);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[upTo(list.length)];
  const typed = new Map<string, Typed>();
  const formulas = new Map<string, string>();
  /** Tasks whose rows were deleted: they never come again. */
  const gone = new Set<string>();
  /** Sheets and columns that are the person's own since they copied or renamed them: as text, by name. */
  const copies = new Map<string, string>();
  const columns = new Map<string, { readonly sheet: string; readonly key: string; readonly cells: ReadonlyMap<string, string> }>();
  const renamed = new Map<string, string>();
  const counts = new Map<string, number>();
  let count = 0;

  const column = (sheet: Sheet, header: string): number => headerOf(sheet).indexOf(header);
  const textAt = (sheet: Sheet, row: number, header: string): string => String(sheet.values[row]?.[column(sheet, header)] ?? '');
  const rowsWith = (sheet: Sheet, header: string, holds: (row: number) => boolean = () => true): number[] =>
    sheet.values.flatMap((_, row) => (row > 0 && textAt(sheet, row, header) !== '' && holds(row) ? [row] : []));
  const keep = (entry: Typed): void => void typed.set(`${entry.sheet} ${entry.key[1]} ${entry.header}`, entry);
  const forget = (sheet: string, value: string, header: string): void => void typed.delete(`${sheet} ${value} ${header}`);
  /** Types into a cell of the row, as text where it is text. */
  const type = (sheet: Sheet, row: number, keyHeader: string, header: string, value: CellValue): void => {
    const at = column(sheet, header);
    if (at < 0) return;
    putValue(sheet, row, at, value);
    if (typeof value === 'string') putAttributes(sheet, row, at, { ...attributesAt(sheet, row, at), format: '@' });
    sheet.dirty = true;
    keep({ sheet: sheet.name, key: [keyHeader, textAt(sheet, row, keyHeader)], header, value: value as string | number });
  };
  const openTask = (tasks: Sheet): number | undefined => oneOf(rowsWith(tasks, 'Task ID', (row) => textAt(tasks, row, 'Status') === 'Pending' && textAt(tasks, row, 'Outcome') === ''));

  const deeds: Readonly<Record<string, (workbook: Workbook, today: Day) => void>> = {
    'an outcome': onTasks((tasks) => {
      const row = openTask(tasks);
      if (row !== undefined) type(tasks, row, 'Task ID', 'Outcome', oneOf(outcomes) ?? null);
    }),
    'a status': onTasks((tasks) => {
      const row = openTask(tasks);
      if (row !== undefined) type(tasks, row, 'Task ID', 'Status', oneOf(statuses) ?? null);
    }),
    'a reopening': onTasks((tasks) => {
      const row = oneOf(rowsWith(tasks, 'Task ID', (at) => textAt(tasks, at, 'Status') === 'Completed'));
      if (row === undefined) return;
      // What came of it before goes with it.
      forget('CRM Tasks', textAt(tasks, row, 'Task ID'), 'Outcome');
      type(tasks, row, 'Task ID', 'Status', 'Pending');
      forget('CRM Tasks', textAt(tasks, row, 'Task ID'), 'Status');
    }),
    'a due date': onTasks((tasks, today) => {
      const row = openTask(tasks);
      if (row !== undefined) type(tasks, row, 'Task ID', 'Due Date', serialOfDay(addDays(today, 1 + upTo(9))));
    }),
    'an assignee': onTasks((tasks) => {
      const row = openTask(tasks);
      if (row !== undefined) type(tasks, row, 'Task ID', 'Assigned To', oneOf(['Ben', 'Noa']) ?? null);
    }),
    'a note on a task': onTasks((tasks) => {
      // By its note a task that was typed is known.
      const row = oneOf(rowsWith(tasks, 'Task ID', (at) => !textAt(tasks, at, 'Note').startsWith('typed')));
      if (row !== undefined) type(tasks, row, 'Task ID', 'Note', `${oneOf(words) ?? ''} ${count}`);
    }),
    'a task row typed': onTasks((tasks) => {
      const row = tasks.values.length;
      const [email, note] = [column(tasks, 'Email'), column(tasks, 'Note')];
      if (email < 0 || note < 0) return;
      while (tasks.values.length <= row) tasks.values.push([]);
      tasks.maxRows = Math.max(tasks.maxRows, row + 1);
      putValue(tasks, row, email, `person${upTo(20)}@mail.example`);
      putValue(tasks, row, note, `typed ${count}`);
      keep({ sheet: tasks.name, key: ['Note', `typed ${count}`], header: 'Note', value: `typed ${count}` });
      tasks.dirty = true;
    }),
    'a task row deleted': onTasks((tasks) => {
      const row = oneOf(rowsWith(tasks, 'Task ID', (at) => textAt(tasks, at, 'Rule') !== ''));
      if (row === undefined) return;
      const id = textAt(tasks, row, 'Task ID');
      gone.add(id);
      for (const [name, { key }] of [...typed]) if (key[1] === id) typed.delete(name);
      tasks.values.splice(row, 1);
      tasks.attributes.splice(row, 1);
      tasks.maxRows -= 1;
      tasks.dirty = true;
    }),
    'a name or phone': onContacts((contacts) => {
      const row = oneOf(rowsWith(contacts, 'Email'));
      if (row !== undefined) type(contacts, row, 'Email', oneOf(['Name', 'Phone', 'Language']) ?? 'Name', `${oneOf(['HE', 'RU']) ?? ''}`);
    }),
    'Do Not Contact': onContacts((contacts) => {
      const row = oneOf(rowsWith(contacts, 'Email'));
      if (row !== undefined) type(contacts, row, 'Email', 'Do Not Contact', oneOf(['Y', 'N']) ?? null);
    }),
    'a formula in a column of ours': onContacts((contacts) => {
      const row = oneOf(rowsWith(contacts, 'Email'));
      const at = column(contacts, 'Average Order');
      if (row === undefined || at < 0) return;
      putValue(contacts, row, at, 2);
      putAttributes(contacts, row, at, { ...attributesAt(contacts, row, at), formula: '=1+1' });
      formulas.set(textAt(contacts, row, 'Email'), '=1+1');
      contacts.dirty = true;
    }),
    'a column hidden': (workbook) => void sheetNamed(workbook, oneOf(['Contacts', 'CRM Tasks']) ?? '')?.hiddenColumns.add(upTo(10)),
    'rows hidden': (workbook) => void sheetNamed(workbook, oneOf(['Contacts', 'CRM Tasks']) ?? '')?.hiddenRows.add(1 + upTo(10)),
    'a setting': (workbook) => {
      const settings = sheetNamed(workbook, 'CRM Settings');
      const row = settings?.values.findIndex((cells) => cells[0] === 'Tasks on the list') ?? -1;
      if (settings !== null && row > 0) type(settings, row, 'Setting', 'Value', 5 + upTo(4));
    },
    'a rule switched': (workbook) => {
      const rules = sheetNamed(workbook, 'CRM Rules');
      const row = rules === null ? undefined : oneOf(rowsWith(rules, 'Rule ID'));
      if (rules !== null && row !== undefined) type(rules, row, 'Rule ID', 'Enabled', oneOf(['Y', 'N']) ?? null);
    },
    'a column of ours renamed': (workbook) => {
      const name = oneOf(Object.keys(renamable)) ?? '';
      const header = oneOf(renamable[name] ?? []) ?? '';
      const sheet = sheetNamed(workbook, name);
      if (sheet === null || column(sheet, header) < 0 || columns.has(`My ${header}`)) return;
      const key = name === 'Contacts' ? 'Email' : 'Task ID';
      columns.set(`My ${header}`, { sheet: name, key, cells: new Map(rowsWith(sheet, key).map((row) => [textAt(sheet, row, key), textAt(sheet, row, header)])) });
      putValue(sheet, 0, column(sheet, header), `My ${header}`);
      sheet.dirty = true;
    },
    'a sheet of ours copied': (workbook) => {
      const name = oneOf(ours) ?? '';
      const sheet = sheetNamed(workbook, name);
      const copy = `Copy of ${name}`;
      if (sheet === null || sheetNamed(workbook, copy) !== null) return;
      const [same] = snapshotOf({ ...workbook, sheets: [sheet] }).sheets;
      if (same === undefined) return;
      same.name = copy;
      workbook.sheets.push(same);
      copies.set(copy, textOf(workbook, copy));
    },
    'a sheet of ours renamed': (workbook) => {
      // A copy of it is there as well as the sheet itself: what is missing is then seen by both.
      const sheet = sheetNamed(workbook, oneOf(ours) ?? '');
      if (sheet === null || renamed.size > 0) return;
      renamed.set(`Our ${sheet.name}`, sheet.name);
      sheet.name = `Our ${sheet.name}`;
    },
  };

  function onTasks(act: (tasks: Sheet, today: Day) => void): (workbook: Workbook, today: Day) => void {
    return onSheet('CRM Tasks', act);
  }
  function onContacts(act: (contacts: Sheet, today: Day) => void): (workbook: Workbook, today: Day) => void {
    return onSheet('Contacts', act);
  }
  function onSheet(name: string, act: (sheet: Sheet, today: Day) => void): (workbook: Workbook, today: Day) => void {
    return (workbook, today) => {
      const sheet = sheetNamed(workbook, name);
      if (sheet !== null) act(sheet, today);
    };
  }

  return {
    act(workbook, today, when) {
      const [name, deed] = oneOf(Object.entries(deeds).filter(([one]) => when === undefined || !crossing.includes(one))) ?? [];
      if (name === undefined || deed === undefined) return;
      count += 1;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      deed(workbook, today);
    },
    missing(workbook) {
      const lost: unknown[] = [];
      for (const { sheet, key, header, value } of typed.values()) {
        const rows = [sheet, ...(sheet === 'CRM Tasks' ? ['CRM Task Archive'] : [])].flatMap((name) => rowsOf(workbook, name)).filter((row) => row[key[0]] === key[1]);
        const [row] = rows;
        if (rows.length !== 1) lost.push([sheet, key, header, 'rows', rows.length]);
        else if (row !== undefined && header in row && !same(row[header], value)) lost.push([sheet, key, header, value, 'shows', row[header]]);
        else if (header === 'Outcome' && row?.['Status'] === 'Pending') lost.push([sheet, key, 'is still open although its outcome is', value]);
        else if (key[0] === 'Note' && row?.['Task ID'] === null) lost.push([sheet, key, 'got no id']);
      }
      for (const [email, formula] of formulas) {
        const [row] = rowsOf(workbook, 'Contacts').filter((one) => one['Email'] === email);
        if (row?.['Average Order'] !== formula) lost.push(['Contacts', email, formula, 'shows', row?.['Average Order']]);
      }
      for (const row of [...rowsOf(workbook, 'CRM Tasks'), ...rowsOf(workbook, 'CRM Task Archive')]) if (gone.has(String(row['Task ID']))) lost.push(['a deleted task came again', row['Task ID']]);
      for (const [name, was] of copies) if (textOf(workbook, name) !== was) lost.push([name, 'was written']);
      for (const [header, { sheet, key, cells }] of columns) {
        for (const row of rowsOf(workbook, sheet)) {
          const was = cells.get(String(row[key]));
          if (was !== undefined && String(row[header] ?? '') !== was) lost.push([sheet, row[key], header, was, 'shows', row[header]]);
        }
      }
      return lost;
    },
    putNamesBack(workbook) {
      const given = [...renamed.values()];
      for (const [name, was] of renamed) {
        const sheet = sheetNamed(workbook, name);
        if (sheet !== null) sheet.name = was;
      }
      renamed.clear();
      return given;
    },
    deeds: () => counts,
  };
}

const textOf = (workbook: Workbook, name: string): string => JSON.stringify(cellsOf(workbook)[name]);

const same = (stands: unknown, typed: string | number): boolean => stands === typed || (typeof typed === 'number' && typeof stands === 'string' && serialOfDay(stands as Day) === typed);

import { defineTable, script, type NewRow, type Row, type SheetRow } from '../sheets/table';

export const ledgerStates = ['made', 'noted', 'missed', 'withdrawn', 'expired', 'undone', 'erased'] as const;
export type LedgerState = (typeof ledgerStates)[number];

export const ledgerTable = defineTable(
  'CRM Ledger',
  'key',
  { help: ['The memory that keeps one occasion from making two tasks.', 'הזיכרון שמונע משתי משימות להיווצר מאותו אירוע.'], hidden: true, protected: true },
  {
    key: script.text('Key', ['Rule ID + occasion.', 'Rule ID + האירוע.']),
    taskId: script.text('Task ID', ['The task it settled with.', 'המשימה שנוצרה.']),
    rule: script.text('Rule', ['The rule’s id.', 'מזהה הכלל.']),
    createdOn: script.day('Created', ['The day it was settled.', 'היום שבו נסגר.']),
    run: script.text('Run', ['The run that settled it.', 'הריצה שסגרה אותו.']),
    state: script.choice('State', ledgerStates, ['What became of it.', 'מה עלה בגורלו.']),
  },
);
export type LedgerTable = typeof ledgerTable;
export type LedgerEntry = Row<LedgerTable>;
export type LedgerSheetRow = SheetRow<LedgerTable>;
export type NewLedgerEntry = NewRow<LedgerTable>;

import * as z from 'zod';
import { Refusal } from '../../src/shared/problem';
import { headerOf } from '../cells/sheet';
import { workbookMessages } from './messages';
import type { Sheet, Trigger, Workbook } from './model';
import { columnKeys, savedCells, type SavedCells } from './saved-cells';

const count = z.number().int().nonnegative();
const words = z.record(z.string(), z.string());

const area = z.strictObject({ row: count, column: count, rows: count, columns: count });

const savedSheet = z.strictObject({
  name: z.string(),
  /** The sheet's name in an .xlsx file, where that form does not allow its own. */
  as: z.string().optional(),
  hidden: z.boolean().optional(),
  rightToLeft: z.boolean().optional(),
  frozenRows: count.optional(),
  frozenColumns: count.optional(),
  maxRows: count,
  maxColumns: count,
  /** By column key, `<turn>:<header>`, or `#<position>` where there is no header. */
  widths: z.record(z.string(), z.number()).optional(),
  hiddenColumns: z.array(z.string()).optional(),
  filter: z
    .strictObject({ row: count, column: count, rows: count, columns: count, hiddenValues: z.array(z.tuple([count, z.array(z.string())])) })
    .optional(),
  protections: z.array(z.strictObject({ description: z.string(), warningOnly: z.boolean(), unprotected: z.array(area).readonly().exactOptional() })).optional(),
  conditionalFormats: z.array(z.unknown()).optional(),
  charts: z.array(z.unknown()).optional(),
  cells: savedCells.optional(),
});
export type SavedSheet = z.infer<typeof savedSheet>;

const savedWorkbook = z.strictObject({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  activeSheet: z.string().nullable(),
  documentProperties: words,
  scriptProperties: words,
  userProperties: z.record(z.string(), words),
  triggers: z.array(
    z.strictObject({
      id: z.string(),
      owner: z.string(),
      handler: z.string(),
      everyHours: z.number().nullable(),
      everyDays: z.number().optional(),
      atHour: z.number().optional(),
      on: z.enum(['open', 'edit', 'change']).optional(),
    }),
  ),
  sheets: z.array(savedSheet),
});
export type SavedWorkbook = z.infer<typeof savedWorkbook>;

/** Objects with their keys in order, all the way down: the same state prints the same bytes. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

const sortedEntries = (map: ReadonlyMap<string, string>): Record<string, string> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

function positionKeys(sheet: Sheet): (column: number) => string {
  const header = headerOf(sheet);
  const keys = columnKeys(header);
  return (column) => ((header[column] ?? '') === '' ? `#${column}` : (keys[column] ?? `#${column}`));
}

/** What is kept of a sheet outside its file. Defaults are left out. */
export function savedSheetOf(sheet: Sheet, cells: SavedCells | null): SavedSheet {
  const keyOf = positionKeys(sheet);
  const { filter } = sheet;
  const widths = [...sheet.columnWidths].sort(([a], [b]) => a - b).map(([column, width]) => [keyOf(column), width] as const);
  return {
    name: sheet.name,
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.rightToLeft ? { rightToLeft: true } : {}),
    ...(sheet.frozenRows > 0 ? { frozenRows: sheet.frozenRows } : {}),
    ...(sheet.frozenColumns > 0 ? { frozenColumns: sheet.frozenColumns } : {}),
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    ...(widths.length > 0 ? { widths: Object.fromEntries(widths) } : {}),
    ...(sheet.hiddenColumns.size > 0 ? { hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b).map(keyOf) } : {}),
    ...(filter === null ? {} : { filter: { ...filter, hiddenValues: [...filter.hiddenValues].map(([column, values]) => [column, [...values]]) } }),
    ...(sheet.protections.length > 0 ? { protections: sheet.protections } : {}),
    ...(sheet.conditionalFormats.length > 0 ? { conditionalFormats: sheet.conditionalFormats } : {}),
    ...(sheet.charts.length > 0 ? { charts: sheet.charts } : {}),
    ...(cells === null ? {} : { cells }),
  };
}

/** Gives a sheet what was kept of it outside its file, cells apart. Columns are found by header; the grid never shrinks below what the file fills. */
export function restoreSheet(sheet: Sheet, saved: SavedSheet, filled: { readonly rows: number; readonly columns: number }): void {
  sheet.hidden = saved.hidden ?? false;
  sheet.rightToLeft = saved.rightToLeft ?? false;
  sheet.frozenRows = saved.frozenRows ?? 0;
  sheet.frozenColumns = saved.frozenColumns ?? 0;
  sheet.maxRows = Math.max(saved.maxRows, filled.rows, 1);
  sheet.maxColumns = Math.max(saved.maxColumns, filled.columns, 1);
  const keyOf = positionKeys(sheet);
  const columnOf = new Map(Array.from({ length: sheet.maxColumns }, (_, column) => [keyOf(column), column]));
  const widths = Object.entries(saved.widths ?? {});
  sheet.columnWidths = new Map(widths.flatMap(([key, width]) => (columnOf.has(key) ? [[columnOf.get(key) ?? 0, width]] : [])));
  sheet.hiddenColumns = new Set((saved.hiddenColumns ?? []).flatMap((key) => columnOf.get(key) ?? []));
  sheet.filter = saved.filter === undefined ? null : { ...saved.filter, hiddenValues: new Map(saved.filter.hiddenValues) };
  sheet.protections = saved.protections ?? [];
  sheet.conditionalFormats = saved.conditionalFormats ?? [];
  sheet.charts = saved.charts ?? [];
}

/** The text of workbook.json: short, one line a sheet, the same for the same state. */
export function savedText(workbook: Workbook, sheets: readonly SavedSheet[]): string {
  const users = [...workbook.userProperties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([user, map]) => [user, sortedEntries(map)] as const);
  const head: Omit<SavedWorkbook, 'sheets'> = {
    version: 1,
    id: workbook.id,
    title: workbook.title,
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    activeSheet: workbook.activeSheet,
    documentProperties: sortedEntries(workbook.documentProperties),
    scriptProperties: sortedEntries(workbook.scriptProperties),
    userProperties: Object.fromEntries(users),
    triggers: workbook.triggers,
  };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(ordered(value))},`);
  const sheetLines = sheets.map(({ name, ...rest }) => `    ${JSON.stringify({ name, ...(ordered(rest) as object) })}`); // ordered() keeps an object an object
  return `{\n${lines.join('\n')}\n  "sheets": [\n${sheetLines.join(',\n')}\n  ]\n}\n`;
}

/** Reads workbook.json; a damaged one is refused by name. */
export function parseSaved(json: string, file: string): SavedWorkbook {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (fault) {
    throw new Refusal(workbookMessages.badState(file, fault instanceof Error ? fault.message : String(fault)));
  }
  const read = savedWorkbook.safeParse(raw);
  if (read.success) return read.data;
  const first = read.error.issues[0];
  throw new Refusal(workbookMessages.badState(file, `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`));
}

/** Gives a workbook what was kept of it outside its sheets. */
export function restoreWorkbook(workbook: Workbook, saved: SavedWorkbook): void {
  const mapOf = (entries: Record<string, string>): Map<string, string> => new Map(Object.entries(entries));
  workbook.id = saved.id;
  workbook.title = saved.title;
  workbook.activeSheet = saved.activeSheet;
  workbook.documentProperties = mapOf(saved.documentProperties);
  workbook.scriptProperties = mapOf(saved.scriptProperties);
  workbook.userProperties = new Map(Object.entries(saved.userProperties).map(([user, entries]) => [user, mapOf(entries)]));
  // zod's optional fields may hold undefined, which JSON never does; the types differ in just that.
  workbook.triggers = saved.triggers as Trigger[];
}

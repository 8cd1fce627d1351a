import type { CellAttributes, CellValue, Sheet } from '../../workbook/model';
import { inherited } from './attributes';
import type { Area } from './area';
import { isChart } from './chart-record';
import { isConditionalFormat } from './conditional-format-record';

type Axis = 'row' | 'column';

/** Where an index stands after `count` places were put in before `at` (or, negative, taken out from there); null where it went. */
export function moved(index: number, at: number, count: number): number | null {
  if (index < at) return index;
  if (count < 0 && index < at - count) return null;
  return index + count;
}

const movedKeys = <V>(map: ReadonlyMap<number, V>, at: number, count: number): [number, V][] =>
  [...map].flatMap(([index, value]): [number, V][] => {
    const next = moved(index, at, count);
    return next === null ? [] : [[next, value]];
  });

const movedSet = (set: ReadonlySet<number>, at: number, count: number): Set<number> =>
  new Set([...set].flatMap((index) => moved(index, at, count) ?? []));

/** An area after rows or columns came or went; null where nothing of it is left. */
export function movedArea<A extends Area>(area: A, axis: Axis, at: number, count: number): A | null {
  const [start, size] = axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  let [first, length] = [start, size];
  if (count > 0) {
    if (at <= start) first += count;
    else if (at < start + size) length += count;
  } else {
    const end = at - count;
    const inside = Math.max(0, Math.min(start + size, end) - Math.max(start, at));
    length -= inside;
    if (start >= at) first = start >= end ? start + count : at;
  }
  if (length <= 0) return null;
  return axis === 'row' ? { ...area, row: first, rows: length } : { ...area, column: first, columns: length };
}

function moveWhatHangsOn(sheet: Sheet, axis: Axis, at: number, count: number): void {
  const areas = <A extends Area>(list: readonly A[]): A[] => list.flatMap((area) => movedArea(area, axis, at, count) ?? []);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    if (!isConditionalFormat(rule)) return [rule];
    const ranges = areas(rule.ranges);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
  sheet.charts = sheet.charts.map((chart) =>
    isChart(chart) ? { ...chart, ranges: chart.ranges.flatMap((range) => (range.sheet === sheet.name ? (movedArea(range, axis, at, count) ?? []) : [range])) } : chart,
  );
  sheet.protections = sheet.protections.map((protection) => (protection.unprotected === undefined ? protection : { ...protection, unprotected: areas(protection.unprotected) }));
  if (sheet.filter !== null) {
    const area = movedArea(sheet.filter, axis, at, count);
    const hiddenValues = axis === 'row' ? sheet.filter.hiddenValues : new Map(movedKeys(sheet.filter.hiddenValues, at, count));
    sheet.filter = area === null ? null : { ...area, hiddenValues };
  }
}

/** Puts empty rows before the 0-based row `at`; they take formats and drop-downs from the row `like`. */
export function insertRows(sheet: Sheet, at: number, count: number, like: number): void {
  const model = sheet.attributes[like]?.map(inherited) ?? [];
  const blanks = model.map((attributes): CellValue => (attributes?.dropDown?.checkbox === true ? false : null));
  const hasBoxes = blanks.includes(false);
  if (at < sheet.values.length || hasBoxes) {
    while (sheet.values.length < at) sheet.values.push([]);
    sheet.values = [...sheet.values.slice(0, at), ...Array.from({ length: count }, () => (hasBoxes ? [...blanks] : [])), ...sheet.values.slice(at)];
  }
  if (at < sheet.attributes.length || model.length > 0) {
    while (sheet.attributes.length < at) sheet.attributes.push([]);
    sheet.attributes = [...sheet.attributes.slice(0, at), ...Array.from({ length: count }, () => [...model]), ...sheet.attributes.slice(at)];
  }
  sheet.maxRows += count;
  sheet.hiddenRows = movedSet(sheet.hiddenRows, at, count);
  moveWhatHangsOn(sheet, 'row', at, count);
}

/** Deletes `count` rows from the 0-based row `at` on. */
export function deleteRows(sheet: Sheet, at: number, count: number): void {
  sheet.values.splice(at, count);
  sheet.attributes.splice(at, count);
  sheet.frozenRows -= Math.max(0, Math.min(sheet.frozenRows, at + count) - at);
  sheet.maxRows -= count;
  sheet.hiddenRows = movedSet(sheet.hiddenRows, at, -count);
  moveWhatHangsOn(sheet, 'row', at, -count);
}

/** Puts empty columns before the 0-based column `at`; they take formats and drop-downs from the column `like`. */
export function insertColumns(sheet: Sheet, at: number, count: number, like: number): void {
  sheet.attributes = sheet.attributes.map((cells) => {
    const model = inherited(cells[like]);
    if (at >= cells.length && model === undefined) return cells;
    return [...padded(cells, at, undefined), ...Array.from<CellAttributes | undefined>({ length: count }).fill(model), ...cells.slice(at)];
  });
  for (let row = 0; row < Math.max(sheet.values.length, sheet.attributes.length); row += 1) {
    const boxes = sheet.attributes[row]?.[at]?.dropDown?.checkbox === true;
    const cells = sheet.values[row] ?? [];
    if (at >= cells.length && !boxes) continue;
    while (sheet.values.length <= row) sheet.values.push([]);
    sheet.values[row] = [...padded(cells, at, null), ...Array.from<CellValue>({ length: count }).fill(boxes ? false : null), ...cells.slice(at)];
  }
  sheet.maxColumns += count;
  sheet.columnWidths = new Map(movedKeys(sheet.columnWidths, at, count));
  sheet.hiddenColumns = movedSet(sheet.hiddenColumns, at, count);
  moveWhatHangsOn(sheet, 'column', at, count);
}

/** Deletes `count` columns from the 0-based column `at` on. */
export function deleteColumns(sheet: Sheet, at: number, count: number): void {
  for (const cells of sheet.values) cells.splice(at, count);
  for (const cells of sheet.attributes) cells.splice(at, count);
  sheet.frozenColumns -= Math.max(0, Math.min(sheet.frozenColumns, at + count) - at);
  sheet.maxColumns -= count;
  sheet.columnWidths = new Map(movedKeys(sheet.columnWidths, at, -count));
  sheet.hiddenColumns = movedSet(sheet.hiddenColumns, at, -count);
  moveWhatHangsOn(sheet, 'column', at, -count);
}

function padded<T>(cells: readonly T[], length: number, blank: T): T[] {
  const head = cells.slice(0, length);
  while (head.length < length) head.push(blank);
  return head;
}

import type { CellAttributes, CellValue, Sheet } from '../workbook/model';

type Values = readonly (readonly CellValue[])[];
type Attributes = readonly (readonly (CellAttributes | undefined)[])[];
type Looks = Omit<Sheet, 'values' | 'attributes' | 'dirty' | 'source'>;
/** How it stands to the file that it was read from. */
type Origin = Pick<Sheet, 'dirty' | 'source'>;

/** What a sheet looked like at one moment. Images of one sheet share the rows that are equal in both. */
export interface SheetImage {
  readonly sheet: Sheet;
  readonly values: Values;
  readonly attributes: Attributes;
  readonly looks: Looks;
  readonly origin: Origin;
  /** The looks as text to compare. */
  readonly shape: string;
}

/** The sheet as it is now; the very image of before where nothing is different. */
export function imageOf(sheet: Sheet, before?: SheetImage): SheetImage {
  const values = rowsOf(sheet.values, before?.values, sameValue);
  const attributes = rowsOf(sheet.attributes, before?.attributes, Object.is);
  const { values: _values, attributes: _attributes, dirty, source, ...looks } = sheet;
  const shape = shapeOf(looks);
  if (before?.sheet === sheet && before.values === values && before.attributes === attributes && before.shape === shape) return before;
  return { sheet, values, attributes, looks: copyOfLooks(looks), origin: source === undefined ? { dirty } : { dirty, source }, shape };
}

/** Puts a sheet back to how it was, as if nothing had been written since. */
export function restoreImage({ sheet, values, attributes, looks, origin }: SheetImage): Sheet {
  return Object.assign(sheet, copyOfLooks(looks), origin, { values: values.map((row) => [...row]), attributes: attributes.map((row) => [...row]) });
}

/** Whether two cells hold the same, absent ones being empty. */
export function sameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  const [x, y] = [a ?? null, b ?? null];
  return typeof x === 'object' && typeof y === 'object' ? x?.text === y?.text : x === y;
}

function rowsOf<T>(now: readonly (readonly T[])[], before: readonly (readonly T[])[] | undefined, same: (a: T | undefined, b: T | undefined) => boolean): readonly (readonly T[])[] {
  let changed = before === undefined || before.length !== now.length;
  const rows = Array.from({ length: now.length }, (_, i) => {
    const [row, old] = [now[i] ?? [], before?.[i]];
    if (old !== undefined && old.length === row.length && old.every((cell, c) => same(cell, row[c]))) return old;
    changed = true;
    return [...row];
  });
  return before === undefined || changed ? rows : before;
}

const copyOfLooks = (looks: Looks): Looks => ({
  ...looks,
  columnWidths: new Map(looks.columnWidths),
  hiddenColumns: new Set(looks.hiddenColumns),
  hiddenRows: new Set(looks.hiddenRows),
  filter: looks.filter === null ? null : { ...looks.filter, hiddenValues: new Map(looks.filter.hiddenValues) },
  protections: [...looks.protections],
  conditionalFormats: [...looks.conditionalFormats],
  charts: [...looks.charts],
});

const shapeOf = (looks: Looks): string =>
  JSON.stringify(looks, (_key, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));

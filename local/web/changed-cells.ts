import type { CellAttributes, CellValue, Sheet, Workbook } from '../workbook/model';
import type { ChangedCells } from './protocol';

/** Runs of changed cells that are told one by one; what is beyond still counts. */
const TOLD = 4000;

interface SheetImage {
  readonly values: readonly (readonly CellValue[])[];
  readonly attributes: readonly (readonly (CellAttributes | undefined)[])[];
  /** Everything else of the sheet, as text to compare. */
  readonly shape: string;
}

/** Keeps in mind what a workbook looked like, to tell what an act changed in it, and counts each sheet's revisions. */
export class Watch {
  private images = new Map<string, SheetImage>();
  private readonly revisions = new Map<string, number>();
  private epoch = 0;

  constructor(workbook: Workbook) {
    this.remember(workbook);
  }

  revisionOf(sheet: string): number {
    return this.revisions.get(sheet) ?? 0;
  }

  /** What is different from the last time, with new revisions for those sheets. */
  look(workbook: Workbook): ChangedCells[] {
    const changes = workbook.sheets.flatMap((sheet) => {
      const image = this.images.get(sheet.name);
      const change = changesIn(sheet, image);
      if (change !== null || image?.shape !== shapeOf(sheet)) this.revisions.set(sheet.name, (this.epoch += 1));
      return change ?? [];
    });
    this.remember(workbook);
    return changes;
  }

  /** Another look at every sheet, as where a locale shows them differently. */
  renew(workbook: Workbook): void {
    for (const { name } of workbook.sheets) this.revisions.set(name, (this.epoch += 1));
  }

  private remember(workbook: Workbook): void {
    this.images = new Map(
      workbook.sheets.map((sheet) => [sheet.name, { values: sheet.values.map((row) => [...row]), attributes: sheet.attributes.map((row) => [...row]), shape: shapeOf(sheet) }]),
    );
  }
}

const shapeOf = (sheet: Sheet): string =>
  JSON.stringify([
    sheet.hidden, sheet.rightToLeft, sheet.frozenRows, sheet.frozenColumns, sheet.maxRows, sheet.maxColumns, [...sheet.columnWidths],
    [...sheet.hiddenColumns], sheet.hiddenRows.size, sheet.filter, sheet.conditionalFormats, sheet.charts, sheet.protections,
  ]);

const same = (a: CellValue | undefined, b: CellValue | undefined): boolean => {
  const [x, y] = [a ?? null, b ?? null];
  return typeof x === 'object' && typeof y === 'object' ? x?.text === y?.text : x === y;
};

function changesIn(sheet: Sheet, image: SheetImage | undefined): ChangedCells | null {
  const runs: (readonly [number, number, number])[] = [];
  let cells = 0;
  let dressed = false;
  const height = Math.max(sheet.values.length, image?.values.length ?? 0, sheet.attributes.length, image?.attributes.length ?? 0);
  for (let row = 0; row < height; row += 1) {
    const [now, before] = [sheet.values[row], image?.values[row]];
    const [dressedNow, dressedBefore] = [sheet.attributes[row], image?.attributes[row]];
    const width = Math.max(now?.length ?? 0, before?.length ?? 0);
    let first = -1;
    for (let column = 0; column <= width; column += 1) {
      const changed = column < width && (!same(now?.[column], before?.[column]) || dressedNow?.[column]?.formula !== dressedBefore?.[column]?.formula);
      if (changed) {
        cells += 1;
        if (first < 0) first = column;
      } else if (first >= 0) {
        if (runs.length < TOLD) runs.push([row, first, column - 1]);
        first = -1;
      }
    }
    if (!dressed) dressed = !sameDress(dressedNow, dressedBefore);
  }
  return cells > 0 || dressed ? { sheet: sheet.name, cells, runs } : null;
}

function sameDress(a: readonly (CellAttributes | undefined)[] | undefined, b: readonly (CellAttributes | undefined)[] | undefined): boolean {
  const width = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let column = 0; column < width; column += 1) if (a?.[column] !== b?.[column]) return false;
  return true;
}

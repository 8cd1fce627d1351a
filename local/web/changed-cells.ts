import type { Workbook } from '../workbook/model';
import type { ChangedCells } from './protocol/cells';
import { imageOf, restoreImage, sameValue, type SheetImage } from './sheet-image';

/** Runs of changed cells that are told one by one; what is beyond still counts. */
const TOLD = 4000;

/** What each sheet looked like, by its name. */
export type Images = ReadonlyMap<string, SheetImage>;

/** Keeps in mind what a workbook looked like, to tell what an act changed in it, and counts each sheet's revisions. */
export class Watch {
  private seen: Images;
  private readonly revisions = new Map<string, number>();
  private epoch = 0;

  constructor(workbook: Workbook) {
    this.seen = imagesOf(workbook, new Map());
  }

  /** The workbook at the last look. */
  get images(): Images {
    return this.seen;
  }

  revisionOf(sheet: string): number {
    return this.revisions.get(sheet) ?? 0;
  }

  /** What is different from the last time, with new revisions for those sheets. */
  look(workbook: Workbook): ChangedCells[] {
    const before = this.seen;
    this.seen = imagesOf(workbook, before);
    return [...this.seen].flatMap(([name, image]) => {
      const old = before.get(name);
      if (image === old) return [];
      this.revisions.set(name, (this.epoch += 1));
      return changesIn(name, image, old) ?? [];
    });
  }

  /** Puts all sheets back to how they were at the last look. */
  restore(workbook: Workbook): void {
    workbook.sheets = [...this.seen.values()].map(restoreImage);
  }

  /** Another look at every sheet, as where a locale shows them differently. */
  renew(workbook: Workbook): void {
    for (const { name } of workbook.sheets) this.revisions.set(name, (this.epoch += 1));
  }
}

const imagesOf = ({ sheets }: Workbook, before: Images): Images => new Map(sheets.map((sheet) => [sheet.name, imageOf(sheet, before.get(sheet.name))]));

function changesIn(name: string, now: SheetImage, before: SheetImage | undefined): ChangedCells | null {
  const runs: (readonly [number, number, number])[] = [];
  let cells = 0;
  let dressed = false;
  const height = Math.max(now.values.length, before?.values.length ?? 0, now.attributes.length, before?.attributes.length ?? 0);
  for (let row = 0; row < height; row += 1) {
    const [values, oldValues, dress, oldDress] = [now.values[row], before?.values[row], now.attributes[row], before?.attributes[row]];
    // Images share equal rows.
    if (values === oldValues && dress === oldDress) continue;
    dressed ||= dress !== oldDress;
    const width = Math.max(values?.length ?? 0, oldValues?.length ?? 0);
    let first = -1;
    for (let column = 0; column <= width; column += 1) {
      const changed = column < width && (!sameValue(values?.[column], oldValues?.[column]) || dress?.[column]?.formula !== oldDress?.[column]?.formula);
      if (changed) {
        cells += 1;
        if (first < 0) first = column;
      } else if (first >= 0) {
        if (runs.length < TOLD) runs.push([row, first, column - 1]);
        first = -1;
      }
    }
  }
  return cells > 0 || dressed ? { sheet: name, cells, runs } : null;
}

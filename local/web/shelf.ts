import type { Workbook } from '../workbook/model';

/** Where the workbook of the page comes from and goes to. */
export interface Shelf {
  readonly path: string;
  readonly sample: boolean;
  /** The workbook as it lies on disk. */
  open(): Promise<Workbook>;
  save(workbook: Workbook): Promise<void>;
  /** The sample shop anew, or the workbook as it was last saved. */
  reset(): Promise<Workbook>;
}

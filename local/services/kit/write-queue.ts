import type { Sheet } from '../../workbook/model';

export interface QueuedWrite {
  /** What wrote it, for the host's messages. */
  readonly what: string;
  readonly sheet: Sheet;
  readonly apply: () => void;
  /** How the grid's size will change, so that later coordinates are checked against the grid to come. */
  readonly grows?: { readonly rows?: number; readonly columns?: number };
}

/** Writes that a script has made and that the sheets do not show yet. */
export class WriteQueue {
  private waiting: QueuedWrite[] = [];

  get length(): number {
    return this.waiting.length;
  }

  add(write: QueuedWrite): void {
    this.waiting.push(write);
  }

  /** Applies the first `count` writes and forgets the rest. A write that is refused throws, and those after it are lost. */
  apply(count = this.waiting.length): void {
    const writes = this.waiting.slice(0, count);
    this.waiting = [];
    for (const write of writes) {
      write.apply();
      write.sheet.dirty = true;
    }
  }

  /** The size of a sheet's grid once the queue is applied. */
  sizeOf(sheet: Sheet): { rows: number; columns: number } {
    const size = { rows: sheet.maxRows, columns: sheet.maxColumns };
    for (const write of this.waiting) {
      if (write.sheet !== sheet || write.grows === undefined) continue;
      size.rows += write.grows.rows ?? 0;
      size.columns += write.grows.columns ?? 0;
    }
    return size;
  }
}

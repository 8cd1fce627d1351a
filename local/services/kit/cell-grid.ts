/** A rectangle of cells on its way into a script: row by row in one flat list, dates beside it. */
export class CellGrid {
  readonly cells: (string | number | boolean)[] = [];
  /** Positions in `cells` that hold a date, and its milliseconds since the epoch. */
  readonly dateAt: number[] = [];
  readonly dates: number[] = [];

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {}

  add(cell: string | number | boolean): void {
    this.cells.push(cell);
  }

  addDate(instant: number): void {
    this.dateAt.push(this.cells.length);
    this.dates.push(instant);
    this.cells.push('');
  }
}

/** Rows from the first to the last, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Covers the rows (sorted, each once) with at most `most` spans of the fewest rows in all, by splitting at the largest
 * gaps. Where `mayCross` says that the rows strictly between two can't be written, they are split whatever the number.
 */
export function coverWithSpans(rows: readonly number[], most: number, mayCross: (from: number, to: number) => boolean = () => true): Span[] {
  const forced = new Set<number>();
  const gaps: { readonly after: number; readonly size: number }[] = [];
  for (let i = 1; i < rows.length; i += 1) {
    const [above, below] = [rows[i - 1] ?? 0, rows[i] ?? 0];
    if (below - above === 1) continue;
    if (mayCross(above, below)) gaps.push({ after: i - 1, size: below - above - 1 });
    else forced.add(i - 1);
  }
  gaps.sort((a, b) => b.size - a.size || a.after - b.after);
  const splits = new Set(forced);
  for (const gap of gaps.slice(0, Math.max(0, most - 1 - forced.size))) splits.add(gap.after);
  const spans: Span[] = [];
  let first = rows[0];
  rows.forEach((row, i) => {
    if (first !== undefined && (splits.has(i) || i === rows.length - 1)) {
      spans.push({ first, last: row });
      first = rows[i + 1];
    }
  });
  return spans;
}

/** A rectangle of positions. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The cells as the rectangles that they fill to the last cell: columns' runs of rows, neighbours of equal rows joined. Largest first. */
export function fillWithRectangles(cells: readonly { readonly row: number; readonly column: number }[]): Rectangle[] {
  const rowsOf = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const rows = rowsOf.get(column);
    if (rows === undefined) rowsOf.set(column, [row]);
    else rows.push(row);
  }
  const open = new Map<string, Rectangle>();
  const closed: Rectangle[] = [];
  for (const column of [...rowsOf.keys()].sort((a, b) => a - b)) {
    const runs = runsOf([...new Set(rowsOf.get(column))].sort((a, b) => a - b));
    for (const run of runs) {
      const name = `${run.first}-${run.last}`;
      const left = open.get(name);
      if (left !== undefined && left.column + left.columns === column) open.set(name, { ...left, columns: left.columns + 1 });
      else {
        if (left !== undefined) closed.push(left);
        open.set(name, { row: run.first, column, rows: run.last - run.first + 1, columns: 1 });
      }
    }
  }
  return [...closed, ...open.values()].sort((a, b) => b.rows * b.columns - a.rows * a.columns || a.row - b.row || a.column - b.column);
}

/** Runs of neighbouring numbers in a sorted list. */
export function runsOf(sorted: readonly number[]): Span[] {
  return coverWithSpans(sorted, sorted.length);
}

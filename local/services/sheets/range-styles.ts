import { types } from 'node:util';
import type { CellAttributes, DropDown } from '../../workbook/model';
import { methodsOf, SELF, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, list, MISMATCH, number, oneOfTexts, orNothing, text, type Shape } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { assertInGrid, type RangeState } from './area';
import { restyle, type AttributeChange } from './attributes';
import { dataValidation } from './data-validation';
import { wrapStrategy } from './enums';
import { forEachCell } from './write-cells';

/** One style of cells: the kind of argument that sets it, what that changes, and how it is read back. */
interface Style<T> {
  readonly takes: Shape<T>;
  readonly change: (value: T) => AttributeChange;
  /** Whether Google sets it cell by cell too, as `setXs(rows)`. */
  readonly grid: boolean;
  readonly get?: (attributes: CellAttributes | undefined, run: Execution) => unknown;
}

const AUTOMATIC = '0.###############';
const color = (value: string): string => {
  if (!/^(#[0-9a-f]{3}|#[0-9a-f]{6}|[a-z]+)$/i.test(value)) throw new ScriptException(`Invalid color: ${value}`);
  return value.toLowerCase();
};
const style = <T>(one: Style<T>): Style<T> => one;

const validationShape: Shape<DropDown | null> = orNothing(instance(() => dataValidation));

/** The styles by the name they have in `setX`, `setXs`, `getX`, `getXs`. */
const styles = {
  NumberFormat: style({
    takes: text,
    change: (format) => ({ format: format === '' || format === 'General' || format === AUTOMATIC ? undefined : format }),
    grid: true,
    get: (attributes) => attributes?.format ?? AUTOMATIC,
  }),
  Note: style({ takes: orNothing(text), change: (note) => ({ note: note === null || note === '' ? undefined : note }), grid: true, get: (attributes) => attributes?.note ?? '' }),
  Background: style({
    takes: orNothing(text),
    change: (value) => ({ background: value === null || color(value) === '#ffffff' || value === 'white' ? undefined : color(value) }),
    grid: true,
    get: (attributes) => attributes?.background ?? '#ffffff',
  }),
  FontColor: style({ takes: orNothing(text), change: (value) => ({ fontColor: value === null ? undefined : color(value) }), grid: true }),
  FontWeight: style({
    takes: orNothing(oneOfTexts('bold', 'normal')),
    change: (value) => ({ bold: value === 'bold' ? true : undefined }),
    grid: true,
    get: (attributes) => (attributes?.bold === true ? 'bold' : 'normal'),
  }),
  FontStyle: style({
    takes: orNothing(oneOfTexts('italic', 'normal')),
    change: (value) => ({ italic: value === 'italic' ? true : undefined }),
    grid: true,
    get: (attributes) => (attributes?.italic === true ? 'italic' : 'normal'),
  }),
  FontLine: style({
    takes: orNothing(oneOfTexts('underline', 'line-through', 'none')),
    change: (value) => ({ fontLine: value === null || value === 'none' ? undefined : value }),
    grid: true,
    get: (attributes) => attributes?.fontLine ?? 'none',
  }),
  FontSize: style({ takes: number, change: (fontSize) => ({ fontSize }), grid: true, get: (attributes) => attributes?.fontSize ?? 10 }),
  HorizontalAlignment: style({
    takes: orNothing(oneOfTexts('left', 'center', 'right', 'normal')),
    change: (value) => ({ align: value === null || value === 'normal' ? undefined : value }),
    grid: true,
    get: (attributes) => attributes?.align ?? 'general',
  }),
  VerticalAlignment: style({
    takes: orNothing(oneOfTexts('top', 'middle', 'bottom')),
    change: (value) => ({ verticalAlign: value ?? undefined }),
    grid: true,
    get: (attributes) => attributes?.verticalAlign ?? 'bottom',
  }),
  Wrap: style({ takes: flag, change: (wrap) => ({ wrap: wrap ? true : undefined }), grid: true, get: (attributes) => attributes?.wrap ?? false }),
  WrapStrategy: style({
    takes: wrapStrategy,
    change: (value) => ({ wrap: value === 'WRAP' ? true : undefined }),
    grid: false,
    get: (attributes) => wrapStrategy.member(attributes?.wrap === true ? 'WRAP' : 'OVERFLOW'),
  }),
  DataValidation: style({
    takes: validationShape,
    change: (dropDown) => ({ dropDown: dropDown ?? undefined }),
    grid: true,
    get: (attributes, run) => (attributes?.dropDown === undefined ? null : run.wrap(dataValidation, attributes.dropDown)),
  }),
};

/** Queues a change of the attributes of ranges, the same for every cell. */
export function queueStyle(run: Execution, ranges: readonly RangeState[], what: string, change: AttributeChange): void {
  for (const range of ranges) assertInGrid(run, range);
  for (const range of ranges) run.enqueue({ what, sheet: range.sheet, apply: () => applyStyle(range, () => change) });
}

function applyStyle(range: RangeState, changeAt: (row: number, column: number) => AttributeChange): void {
  restyle(range.sheet, range, changeAt);
  fillCheckboxes(range);
}

/** A cell that becomes a checkbox holds FALSE from then on. */
function fillCheckboxes({ sheet, row, column, rows, columns }: RangeState): void {
  for (let r = row; r < row + rows; r += 1) {
    for (let c = column; c < column + columns; c += 1) {
      if (sheet.attributes[r]?.[c]?.dropDown?.checkbox !== true || typeof sheet.values[r]?.[c] === 'boolean') continue;
      while (sheet.values.length <= r) sheet.values.push([]);
      const cells = (sheet.values[r] ??= []);
      while (cells.length < c) cells.push(null);
      cells[c] ??= false;
    }
  }
}

const { takes, counted } = methodsOf<RangeState>();

/** The changes that a script's rows ask for; equal values give one and the same change. */
function changesOf<T>(rows: readonly unknown[], range: RangeState, { takes: shape, change }: Style<T>, what: string): AttributeChange[] {
  const made = new Map<unknown, AttributeChange>();
  const changes: AttributeChange[] = [];
  forEachCell(rows, range, what, (value) => {
    let one = made.get(value);
    if (one === undefined) {
      const read = types.isDate(value) ? MISMATCH : shape.read(value);
      if (read === MISMATCH) throw new ScriptException(`The parameters (Object[][]) don't match the method signature for ${what}.`);
      made.set(value, (one = change(read)));
    }
    changes.push(one);
  });
  return changes;
}

function methodsOfStyle<T>(name: string, one: Style<T>): Record<string, Method<RangeState>> {
  const methods: Record<string, Method<RangeState>> = {
    [`set${name}`]: counted(
      takes([one.takes], (range, run, value) => {
        queueStyle(run, [range], `Range.set${name}`, one.change(value));
        return SELF;
      }),
    ),
  };
  if (one.grid) {
    methods[`set${name}s`] = counted(
      takes([list], (range, run, rows) => {
        const what = `SpreadsheetApp.Range.set${name}s`;
        assertInGrid(run, range);
        const changes = changesOf(rows, range, one, what);
        run.enqueue({ what, sheet: range.sheet, apply: () => applyStyle(range, (row, column) => changes[row * range.columns + column] ?? {}) });
        return SELF;
      }),
    );
  }
  const { get } = one;
  if (get !== undefined) {
    methods[`get${name}`] = counted(
      takes([], (range, run) => {
        run.settle();
        assertInGrid(run, range);
        return get(range.sheet.attributes[range.row]?.[range.column], run);
      }),
    );
    methods[`get${plural(name)}`] = counted(
      takes([], (range, run) => {
        run.settle();
        assertInGrid(run, range);
        return Array.from({ length: range.rows }, (_r, row) =>
          Array.from({ length: range.columns }, (_c, column) => get(range.sheet.attributes[range.row + row]?.[range.column + column], run)),
        );
      }),
    );
  }
  return methods;
}

const plural = (name: string): string => (name === 'WrapStrategy' ? 'WrapStrategies' : `${name}s`);

/** `setX`, `setXs`, `getX`, `getXs` of a range for every style. */
export const rangeStyleMethods: Readonly<Record<string, Method<RangeState>>> = {
  ...methodsOfStyle('NumberFormat', styles.NumberFormat),
  ...methodsOfStyle('Note', styles.Note),
  ...methodsOfStyle('Background', styles.Background),
  ...methodsOfStyle('FontColor', styles.FontColor),
  ...methodsOfStyle('FontWeight', styles.FontWeight),
  ...methodsOfStyle('FontStyle', styles.FontStyle),
  ...methodsOfStyle('FontLine', styles.FontLine),
  ...methodsOfStyle('FontSize', styles.FontSize),
  ...methodsOfStyle('HorizontalAlignment', styles.HorizontalAlignment),
  ...methodsOfStyle('VerticalAlignment', styles.VerticalAlignment),
  ...methodsOfStyle('Wrap', styles.Wrap),
  ...methodsOfStyle('WrapStrategy', styles.WrapStrategy),
  ...methodsOfStyle('DataValidation', styles.DataValidation),
};

const rangeLists = methodsOf<readonly RangeState[]>();

function listMethod<T>(name: string, one: Style<T>): Record<string, Method<readonly RangeState[]>> {
  return {
    [`set${name}`]: rangeLists.counted(
      rangeLists.takes([one.takes], (ranges, run, value) => {
        queueStyle(run, ranges, `RangeList.set${name}`, one.change(value));
        return SELF;
      }),
    ),
  };
}

/** `setX` of a list of ranges for every style; one call, whatever the number of ranges. */
export const rangeListStyleMethods: Readonly<Record<string, Method<readonly RangeState[]>>> = {
  ...listMethod('NumberFormat', styles.NumberFormat),
  ...listMethod('Note', styles.Note),
  ...listMethod('Background', styles.Background),
  ...listMethod('FontColor', styles.FontColor),
  ...listMethod('FontWeight', styles.FontWeight),
  ...listMethod('FontStyle', styles.FontStyle),
  ...listMethod('FontLine', styles.FontLine),
  ...listMethod('FontSize', styles.FontSize),
  ...listMethod('HorizontalAlignment', styles.HorizontalAlignment),
  ...listMethod('VerticalAlignment', styles.VerticalAlignment),
  ...listMethod('Wrap', styles.Wrap),
  ...listMethod('WrapStrategy', styles.WrapStrategy),
};

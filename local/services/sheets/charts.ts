import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, integer, isPlainObject, MISMATCH, text, type Shape } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { rangeAt } from './area';
import type { ChartRecord } from './chart-record';
import { chartHiddenDimensionStrategy, chartMergeStrategy, chartType } from './enums';
import { rangeEmulation } from './range';
import { sheetNamed } from '../../cells/sheet';

interface Draft {
  chart: ChartRecord;
}

/** An option's value: plain data, copied out of the script. */
const option: Shape<unknown> = {
  read: (value) => (['string', 'number', 'boolean'].includes(typeof value) || value === null || Array.isArray(value) || isPlainObject(value) ? plain(value) : MISMATCH),
};
const plain = (value: unknown): unknown => {
  const parsed: unknown = JSON.parse(JSON.stringify(value));
  return parsed;
};

const draft = methodsOf<Draft>();
const change = (state: Draft, part: Partial<ChartRecord>): typeof SELF => {
  state.chart = { ...state.chart, ...part };
  return SELF;
};

/** Builds a chart of any type; its options are kept as they are given. */
export const chartBuilder: Emulation<Draft> = emulation<Draft>('SpreadsheetApp.EmbeddedChartBuilder', 'spreadsheets', {
  setChartType: draft.free(draft.takes([chartType], (state, _run, type) => change(state, { type }))),
  addRange: draft.free(
    draft.takes([instance(() => rangeEmulation)], (state, _run, { sheet, row, column, rows, columns }) =>
      change(state, { ranges: [...state.chart.ranges, { sheet: sheet.name, row, column, rows, columns }] }),
    ),
  ),
  clearRanges: draft.free(draft.takes([], (state) => change(state, { ranges: [] }))),
  setPosition: draft.free(
    draft.takes([integer, integer, integer, integer], (state, _run, row, column, offsetX, offsetY) => {
      if (row < 1 || column < 1) throw new ScriptException('The anchor row and column of a chart start at 1.');
      return change(state, { position: { row: row - 1, column: column - 1, offsetX, offsetY } });
    }),
  ),
  setNumHeaders: draft.free(draft.takes([integer], (state, _run, headers) => change(state, { headers }))),
  setOption: draft.free(
    draft.takes([text, option], (state, _run, name, value) => change(state, { options: { ...state.chart.options, [name]: value } })),
  ),
  setMergeStrategy: draft.free(
    draft.takes([chartMergeStrategy], (state, _run, mergeStrategy) => change(state, { options: { ...state.chart.options, mergeStrategy } })),
  ),
  setTransposeRowsAndColumns: draft.free(
    draft.takes([flag], (state, _run, transpose) => change(state, { options: { ...state.chart.options, transpose } })),
  ),
  setHiddenDimensionStrategy: draft.free(
    draft.takes([chartHiddenDimensionStrategy], (state, _run, hiddenDimensions) => change(state, { options: { ...state.chart.options, hiddenDimensions } })),
  ),
  build: draft.free(
    draft.takes([], ({ chart }, run) => {
      if (chart.ranges.length === 0) throw new ScriptException('A chart needs a range');
      return run.wrap(embeddedChart, chart);
    }),
  ),
});

const built = methodsOf<ChartRecord>();

export const embeddedChart: Emulation<ChartRecord> = emulation<ChartRecord>('SpreadsheetApp.EmbeddedChart', 'spreadsheets', {
  getChartId: built.free(built.takes([], (chart) => chart.id)),
  modify: built.free(built.takes([], (chart, run) => run.wrap(chartBuilder, { chart }))),
  getRanges: built.free(
    built.takes([], (chart, run) =>
      chart.ranges.flatMap(({ sheet: name, row, column, rows, columns }) => {
        const sheet = sheetNamed(run.host.workbook, name);
        return sheet === null ? [] : [run.wrap(rangeEmulation, rangeAt(run, sheet, row + 1, column + 1, rows, columns))];
      }),
    ),
  ),
  getContainerInfo: built.free(built.takes([], (chart, run) => run.wrap(containerInfo, chart))),
});

const containerInfo: Emulation<ChartRecord> = emulation<ChartRecord>('SpreadsheetApp.ContainerInfo', 'spreadsheets', {
  getAnchorRow: built.free(built.takes([], (chart) => chart.position.row + 1)),
  getAnchorColumn: built.free(built.takes([], (chart) => chart.position.column + 1)),
  getOffsetX: built.free(built.takes([], (chart) => chart.position.offsetX)),
  getOffsetY: built.free(built.takes([], (chart) => chart.position.offsetY)),
});

export const newChart = (run: Execution): object =>
  run.wrap(chartBuilder, {
    chart: { id: 0, type: 'COLUMN', ranges: [], position: { row: 0, column: 0, offsetX: 0, offsetY: 0 }, headers: 0, options: {} },
  });

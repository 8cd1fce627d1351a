import type { Sheet } from '../../workbook/model';
import { methodsOf } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import { instance } from '../kit/wrapped';
import { isChart } from './chart-record';
import { embeddedChart, newChart } from './charts';

const sheets = methodsOf<Sheet>();
const chartArgument = instance(() => embeddedChart);

/** The methods of a sheet that put charts into it and take them out. */
export const chartMethods = {
  newChart: sheets.free(sheets.takes([], (_sheet, run) => newChart(run))),
  getCharts: sheets.counted(
    sheets.takes([], (sheet, run) => {
      run.settle();
      return sheet.charts.filter(isChart).map((chart) => run.wrap(embeddedChart, chart));
    }),
  ),
  insertChart: sheets.counted(
    sheets.takes([chartArgument], (sheet, run, chart) => {
      if (sheet.charts.filter(isChart).some(({ id }) => id === chart.id)) throw new ScriptException('The chart is in the sheet already');
      const id = 1 + Math.max(0, ...run.host.workbook.sheets.flatMap(({ charts }) => charts.filter(isChart).map((one) => one.id)));
      run.enqueue({ what: 'Sheet.insertChart', sheet, apply: () => void sheet.charts.push({ ...chart, id: nextId(sheet, id) }) });
    }),
  ),
  updateChart: sheets.counted(
    sheets.takes([chartArgument], (sheet, run, chart) => {
      const apply = (): void => {
        if (!sheet.charts.filter(isChart).some(({ id }) => id === chart.id)) throw new ScriptException('The chart is not in the sheet');
        sheet.charts = sheet.charts.map((one) => (isChart(one) && one.id === chart.id ? chart : one));
      };
      run.enqueue({ what: 'Sheet.updateChart', sheet, apply });
    }),
  ),
  removeChart: sheets.counted(
    sheets.takes([chartArgument], (sheet, run, chart) => {
      run.enqueue({ what: 'Sheet.removeChart', sheet, apply: () => void (sheet.charts = sheet.charts.filter((one) => !(isChart(one) && one.id === chart.id))) });
    }),
  ),
};

const nextId = (sheet: Sheet, least: number): number => Math.max(least, 1 + Math.max(0, ...sheet.charts.filter(isChart).map(({ id }) => id)));

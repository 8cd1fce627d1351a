import { EVERYONE, periodNamed } from '../../reports/periods';
import type { ReportFigures } from '../../reports/report-figures';
import { reportPage } from '../../reports/report-layout';
import { weekOf } from '../../reports/weeks';
import { fold } from '../../shared/text';
import { reportOf } from './report';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';

/** Makes the sheet CRM Report anew, for what is chosen in the cells at its top. */
export const makeReport = (shop: Shop): ReportFigures => fillReport(openState(shop));

/** The same with the sheets that a job has read already. */
export function fillReport(state: ShopState): ReportFigures {
  const { shop } = state;
  const choices = shop.reportSheet.choices();
  const { name } = periodNamed(choices.period, shop.today);
  const chosen = (words: string | null): string | null => (words === null || fold(words) === fold(EVERYONE) ? null : words);
  const query = { from: null, to: null, period: name, assignee: chosen(choices.assignee), type: chosen(choices.type) };
  const figures = reportOf(state, query);
  shop.reportSheet.show(reportPage({ figures, chosen: { period: name, assignee: query.assignee, type: query.type }, language: shop.language }));
  shop.journal.set({ report: weekOf(shop.today), cells: shop.reportSheet.cellsInWorkbook() });
  return figures;
}

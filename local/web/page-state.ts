import { languageOf } from '../../src/shared/text';
import { sheetNamed } from '../cells/sheet';
import type { Host } from '../host';
import type { Watch } from './changed-cells';
import type { PageState } from './protocol/page';
import { sheetView } from './sheet-view';

/** What the page shows around the cells: the workbook, its sheets, menus and clock; the rest is the desk's own. */
export function pageStateOf(
  host: Host,
  watch: Watch,
  desk: Pick<PageState, 'path' | 'sample' | 'saved' | 'canUndo' | 'canRedo' | 'user' | 'mails' | 'faults' | 'framesOrigin'>,
): PageState {
  const { workbook } = host;
  const active = sheetNamed(workbook, workbook.activeSheet ?? '') ?? workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0];
  return {
    ...desk,
    title: workbook.title,
    locale: workbook.locale,
    language: languageOf(workbook.locale),
    zone: workbook.timeZone,
    now: host.now,
    menus: host.menus,
    sheets: workbook.sheets.map((sheet) => sheetView(sheet, watch.revisionOf(sheet.name), workbook)),
    active: active?.name ?? '',
    triggers: workbook.triggers.length,
  };
}

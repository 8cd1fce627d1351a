import type { Shop } from '../app/shop';
import { momentOf, dayOf } from '../shared/day';
import { languageOf } from '../shared/text';
import { openWorkbook } from '../sheets/open-workbook';
import { mail } from './mail';
import { properties } from './properties';
import { sheets } from './sheets';
import { triggers } from './triggers';

/** The workbook that the script is bound to, with the services beside it and the clock as it stands. */
export function openShop(): Shop {
  const start = new Date();
  const port = sheets();
  const book = openWorkbook(port);
  const today = dayOf(start.getFullYear(), start.getMonth() + 1, start.getDate()) ?? '';
  return {
    book,
    properties: properties(),
    mail: mail(),
    triggers: triggers(),
    user: Session.getEffectiveUser().getEmail(),
    now: momentOf(today, start.getHours() * 3600 + start.getMinutes() * 60 + start.getSeconds()),
    today,
    language: languageOf(book.locale),
    scriptZone: Session.getScriptTimeZone(),
    secondsSoFar: () => (Date.now() - start.getTime()) / 1000,
  };
}

import { openJournal } from '../app/journal';
import { ourTables } from '../app/our-tables';
import type { Mail, Platform, Properties, Stash, Triggers } from '../app/ports';
import type { Shop } from '../app/shop';
import { REPORT_SHEET } from '../reports/report-layout';
import { dayOf, momentOf } from '../shared/day';
import { languageOf } from '../shared/text';
import { openWorkbook } from '../sheets/open-workbook';
import { attempt, sentenceOf } from './attempt';
import { mail } from './mail';
import { properties } from './properties';
import { platform } from './self-test';
import { reportSheet } from './report-sheet';
import { selection } from './selection';
import { sheets } from './sheets';
import { stash } from './stash';
import { triggers } from './triggers';
import { zonesAgree } from './zones';

/** The workbook that the script is bound to, with the services beside it and the clock as it stands. */
export const openShop = (): Shop => shopOf({ documentProperties: properties(), mail: mail(), triggers: triggers(), stash: stash(), platform: platform() }, Session.getEffectiveUser().getEmail());

/** The workbook alone, for a simple trigger: what needs authorisation is out of reach and nobody is named. */
export const openSimpleShop = (): Shop => shopOf({ documentProperties: noProperties, mail: noMail, triggers: noTriggers, stash: noStash, platform: noPlatform }, '');

interface Services {
  readonly documentProperties: Properties;
  readonly mail: Mail;
  readonly triggers: Triggers;
  readonly stash: Stash;
  readonly platform: Platform;
}

function shopOf({ documentProperties, ...services }: Services, user: string): Shop {
  const start = new Date();
  const journal = openJournal(documentProperties);
  const book = openWorkbook(sheets(), {
    own: [...ourTables, { name: REPORT_SHEET }],
    // Where text cells take text for something else, or consume an apostrophe of its own, another one protects it.
    textWay: () => (journal.get('check')?.differences.some((fact) => fact === 'textInTextCells' || fact === 'apostropheInTextCells') === true ? 'apostrophe' : 'plain'),
  });
  const today = dayOf(start.getFullYear(), start.getMonth() + 1, start.getDate());
  if (today === null) throw new Error(`the clock shows ${start.toISOString()}`);
  const scriptZone = Session.getScriptTimeZone();
  return {
    book,
    journal,
    ...services,
    selection,
    reportSheet,
    user,
    now: momentOf(today, start.getHours() * 3600 + start.getMinutes() * 60 + start.getSeconds()),
    today,
    language: languageOf(book.locale),
    scriptZone,
    zonesAgree: zonesAgree(book.timeZone, scriptZone, start.getFullYear()),
    secondsSoFar: () => (Date.now() - start.getTime()) / 1000,
    aside: (step) => {
      const outcome = attempt(step);
      return 'error' in outcome ? sentenceOf(outcome.error) : null;
    },
  };
}

const outOfReach = (): never => {
  throw new Error('not available to a simple trigger');
};
const noProperties: Properties = { all: () => ({}), set: outOfReach };
const noMail: Mail = { quotaLeft: () => 0, send: outOfReach };
const noTriggers: Triggers = { mine: () => 0, installTick: outOfReach, removeTicks: outOfReach };
const noStash: Stash = { put: outOfReach, get: () => ({}), forget: outOfReach };
const noPlatform: Platform = { tryFacts: outOfReach };

import { cacheService } from './cache-service';
import { htmlService } from './html-service';
import type { Execution } from './kit/execution';
import { lockService } from './lock-service';
import { consoleOfScript, logger } from './logger';
import { mailApp } from './mail-app';
import { propertiesService } from './properties-service';
import { scriptApp } from './script-app';
import { session } from './session';
import { chartsService, spreadsheetApp } from './sheets/spreadsheet-app';
import { utilities } from './utilities';

const services = {
  SpreadsheetApp: spreadsheetApp,
  Charts: chartsService,
  LockService: lockService,
  PropertiesService: propertiesService,
  CacheService: cacheService,
  ScriptApp: scriptApp,
  MailApp: mailApp,
  HtmlService: htmlService,
  Session: session,
  Utilities: utilities,
  Logger: logger,
  console: consoleOfScript,
};

/** Puts the services into the run's realm. A service that is missing there is not defined, as its name in the error says. */
export function defineServices(run: Execution): void {
  for (const [name, service] of Object.entries(services)) {
    Object.defineProperty(run.realm.context, name, { value: run.wrap(service, null), writable: true, configurable: true, enumerable: false });
  }
}

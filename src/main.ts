/** Every function that a menu item, a trigger or the sidebar may call; all else is out of their reach. */
import { settleEdit } from './google/on-edit';
import { buildMenu } from './google/menu';
import { showPage } from './google/pages';
import { openReport } from './google/report-sheet';
import { answerSafely, runFromMenu, runTick } from './google/run-safely';
import { requests } from './app/requests';
import { normaliseEmail } from './shared/email';

export const onOpen = (event?: GoogleAppsScript.Events.SheetsOnOpen): void => buildMenu(event?.authMode);
export const onInstall = (event?: GoogleAppsScript.Events.SheetsOnOpen): void => onOpen(event);
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit): void => settleEdit(event);
export const tick = (): void => runTick(requests);

export const ask = (name: unknown, args: unknown): unknown => answerSafely(requests, name, args);

export const showTasks = (): void => showPage('sidebar');
export const showImport = (): void => showPage('import');
export const showPreview = (): void => showPage('preview');
export const showSegments = (): void => showPage('segments');
export const showSetUp = (): void => showPage('set-up');
export const showMailchimpExport = (): void => showPage('export');
/** `address` comes from the sidebar's card; anything but an address opens the page without a person. */
export const showPerson = (address?: unknown): void => showPage('person', typeof address === 'string' ? normaliseEmail(address) : null);
export const showHelp = (): void => showPage('help');

export const syncContacts = (): void => runFromMenu(requests, 'sync');
export const runNow = (): void => runFromMenu(requests, 'nightly');
export const makeReport = (): void => runFromMenu(requests, 'makeReport', openReport);
export const undoLastRun = (): void => showPage('undo');
export const acceptSmallerOrderSheet = (): void => runFromMenu(requests, 'acceptOrders');

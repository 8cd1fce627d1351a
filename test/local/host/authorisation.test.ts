import { describe, expect, test } from 'vitest';
import { failure, hostOf, run } from '../../support/apps-script';

const CALLS = {
  spreadsheets: 'SpreadsheetApp.getActive().getSheets();',
  'script.container.ui': 'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"));',
  'script.scriptapp': 'ScriptApp.getProjectTriggers();',
  'script.send_mail': 'MailApp.sendEmail("a@shop.example", "S", "T");',
  'userinfo.email': 'Session.getActiveUser().getEmail();',
};
const FREE = [
  'SpreadsheetApp.getUi().createMenu("CRM").addToUi();',
  'Utilities.getUuid();',
  'HtmlService.createHtmlOutput("x");',
  'Logger.log("x");',
];
const main = (body: string): string => `function main() { ${body} return 'done'; }`;

describe.each(Object.entries(CALLS))('What needs %s', (scope, call) => {
  test('fails where the manifest does not name it', () => {
    expect(() => hostOf(main(call), { scopes: [] }).call('main', [], 'menu')).toThrow('Specified permissions are not sufficient to call');
  });

  test('fails where the user did not consent', () => {
    const denied = scope === 'spreadsheets' ? 'spreadsheets.currentonly' : scope;
    expect(() => hostOf(main(call), { faults: { deniedScopes: [denied] } }).call('main', [], 'menu')).toThrow(/You do not have permission to call .*Required permissions: /);
  });

  test('works otherwise', () => {
    expect(hostOf(main(call)).call('main', [], 'menu')).toBe('done');
  });
});

describe('A simple trigger', () => {
  test.each(['open', 'edit'] as const)('%s reaches the workbook and properties only', (as) => {
    const host = (body: string) => hostOf(main(body));
    const event = as === 'edit' ? [{ sheet: 'Data', row: 1, column: 1 }] : [];
    for (const call of [...FREE, CALLS.spreadsheets, 'PropertiesService.getDocumentProperties().getKeys();']) expect(host(call).call('main', event, as)).toBe('done');
    for (const scope of ['script.container.ui', 'script.scriptapp', 'script.send_mail', 'userinfo.email'] as const) {
      expect(() => host(CALLS[scope]).call('main', event, as)).toThrow('You do not have permission to call');
    }
    expect(() => host('SpreadsheetApp.getUi().alert("x");').call('main', event, as)).toThrow('You do not have permission to call');
  });

  test('onOpen is told its AuthMode', () => {
    const code = 'function main(e) { return String(e.authMode); }';
    expect(hostOf(code).call('main', [], 'open')).toBe('LIMITED');
    expect(hostOf(code, { faults: { notEnabled: true } }).call('main', [], 'open')).toBe('NONE');
  });
});

test.each(FREE)('An add-on that is not enabled may do: %s', (call) => {
  expect(hostOf(main(call), { faults: { notEnabled: true } }).call('main', [], 'open')).toBe('done');
});

test.each([CALLS.spreadsheets, 'PropertiesService.getDocumentProperties().getKeys();', 'LockService.getDocumentLock().tryLock(0);'])(
  'An add-on that is not enabled may not do: %s',
  (call) => {
    expect(() => hostOf(main(call), { faults: { notEnabled: true } }).call('main', [], 'open')).toThrow('You do not have permission to call');
  },
);

test('A script can ask whether consent is missing', () => {
  const body = 'return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus());';
  expect(run(body)).toBe('NOT_REQUIRED');
  expect(run(body, { faults: { deniedScopes: ['script.send_mail'] } })).toBe('REQUIRED');
});

test('Several Google accounts fail a call from the sidebar before any code runs, and no other', () => {
  const host = hostOf('function main() { SpreadsheetApp.getActive().getSheets(); return 1; }', { faults: { severalAccounts: true } });
  expect(() => host.call('main', [], 'sidebar')).toThrow('PERMISSION_DENIED');
  expect(host.stats().calls.total).toBe(0);
  expect(host.call('main', [], 'menu')).toBe(1);
});

test('A message names the permission that is missing', () => {
  expect(failure('MailApp.getRemainingDailyQuota();', { faults: { deniedScopes: ['script.send_mail'] } })).toBe(
    'You do not have permission to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail',
  );
});

import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { googleCalls } from '../../support/google-calls';

const NONE = null;

/**
 * The scope that a call needs, by Google's reference (developers.google.com/apps-script/reference: "Scripts that use
 * this method require authorization with …"). A whole interface or namespace stands here only where all of it needs
 * the same; a method's own line wins over its interface's, and that over its namespace's.
 */
const scopeOf: Readonly<Record<string, string | null>> = {
  Spreadsheet: 'spreadsheets.currentonly',
  'Spreadsheet.SpreadsheetApp.create': 'spreadsheets',
  'Spreadsheet.SpreadsheetApp.open': 'spreadsheets',
  'Spreadsheet.SpreadsheetApp.openById': 'spreadsheets',
  'Spreadsheet.SpreadsheetApp.openByUrl': 'spreadsheets',
  'Spreadsheet.SpreadsheetApp.getUi': NONE,
  'Base.Menu': NONE,
  'Base.Ui.createMenu': NONE,
  'Base.Ui.alert': NONE,
  'Base.Ui.showSidebar': 'script.container.ui',
  'Base.Ui.showModalDialog': 'script.container.ui',
  'Base.Ui.showModelessDialog': 'script.container.ui',
  'Base.Session.getScriptTimeZone': NONE,
  'Base.Session.getActiveUser': 'userinfo.email',
  'Base.Session.getEffectiveUser': 'userinfo.email',
  'Base.User.getEmail': 'userinfo.email',
  'Script.ScriptApp.getProjectTriggers': 'script.scriptapp',
  'Script.ScriptApp.newTrigger': 'script.scriptapp',
  'Script.ScriptApp.deleteTrigger': 'script.scriptapp',
  'Script.TriggerBuilder': 'script.scriptapp',
  'Script.ClockTriggerBuilder': 'script.scriptapp',
  'Script.Trigger': 'script.scriptapp',
  Mail: 'script.send_mail',
  Cache: NONE,
  HTML: NONE,
  Lock: NONE,
  Properties: NONE,
  Utilities: NONE,
};

/** The scopes that the calls need. Throws on a call of which nobody has looked up what it needs. */
function scopesOf(calls: readonly string[]): string[] {
  const needed = calls.map((call) => {
    const [namespace = '', service = ''] = call.split('.');
    const known = [call, `${namespace}.${service}`, namespace].find((name) => name in scopeOf);
    if (known === undefined) throw new Error(`Look up which scope ${call} needs, and add it here and, where it is a new one, to appsscript.json and the README.`);
    return scopeOf[known] ?? NONE;
  });
  return [...new Set(needed.flatMap((scope) => scope ?? []))].sort();
}

const files = ['src/main.ts', ...readdirSync('src/google').map((name) => `src/google/${name}`)];
const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[] }; // our own manifest
const declared = manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort();

test('the manifest asks for exactly the scopes that the code’s calls need', () => {
  const calls = googleCalls(files);
  expect(calls).toContain('Spreadsheet.Range.setValues');
  expect(scopesOf(calls)).toEqual(declared);
});

test.each([
  ['opens another workbook', "SpreadsheetApp.openById('x').getName();", ['spreadsheets', 'spreadsheets.currentonly']],
  ['asks a chained builder', "ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();", ['script.scriptapp']],
  ['calls by way of a variable', 'const { sendEmail: send } = MailApp; send({ to: "", subject: "" });', ['script.send_mail']],
])('code that %s is seen to need its scope', (_what, code, scopes) => {
  expect(scopesOf(googleCalls([], { 'src/google/other.ts': code }))).toEqual(scopes);
});

test('a call of which nobody knows the scope fails', () => {
  const calls = googleCalls([], { 'src/google/other.ts': "UrlFetchApp.fetch('https://shop.example');" });
  expect(() => scopesOf(calls)).toThrow('Look up which scope URL_Fetch.UrlFetchApp.fetch needs');
});

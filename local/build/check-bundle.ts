import { Linter } from 'eslint';
import { createContext, runInContext } from 'node:vm';

/** The services that Apps Script gives to a script. Nothing else but ECMAScript 2020's own may be named freely. */
const SERVICES = ['SpreadsheetApp', 'PropertiesService', 'LockService', 'CacheService', 'ScriptApp', 'MailApp', 'HtmlService', 'Session', 'Utilities', 'Charts', 'Logger', 'console'];

/**
 * The gates of the build; throws with the first thing that Apps Script would choke on:
 * syntax newer than it takes, a global that it lacks, a service call at load time, a callable that is no entry point.
 */
export function checkBundle(code: string, entryPoints: readonly string[]): void {
  const messages = new Linter().verify(code, {
    languageOptions: {
      ecmaVersion: 2020,
      sourceType: 'script',
      globals: Object.fromEntries(SERVICES.map((name) => [name, 'readonly' as const])),
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: { 'no-undef': 'error' },
  });
  const [first] = messages;
  if (first !== undefined) throw new Error(`The bundle would not run in Apps Script: ${first.message} (line ${first.line}, column ${first.column})`);

  const context = createContext({});
  const before = new Set(Object.getOwnPropertyNames(context));
  runInContext(code, context, { filename: 'Code.js' });
  const callable = Object.getOwnPropertyNames(context).filter((name) => !before.has(name) && typeof context[name] === 'function');
  const wrong = [...callable.filter((name) => !entryPoints.includes(name)), ...entryPoints.filter((name) => !callable.includes(name))];
  if (wrong.length > 0) throw new Error(`The bundle's callable functions are not the exports of main.ts: ${wrong.join(', ')}`);
}

import { validateSetting } from '../../src/settings/parse-settings';
import { settingsTable } from '../../src/settings/settings.table';
import { Refusal } from '../../src/shared/problem';
import { fold, text, type Text } from '../../src/shared/text';
import { headerOf, putValue, sheetNamed, valueAt } from '../cells/sheet';
import type { CellValue, Workbook } from '../workbook/model';

/** What `--set` was given, by name; the last of several for one name holds. Throws a Refusal where a setting is unknown or its value bad. */
export function settingsIn(given: readonly string[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const words of given) {
    const at = words.indexOf('=');
    if (at <= 0) throw new Refusal(badSetting(words));
    const [name, value] = [words.slice(0, at).trim(), words.slice(at + 1).trim()];
    const problem = validateSetting(name, value);
    if (problem !== null) throw new Refusal(problem);
    settings.set(name, value);
  }
  return settings;
}

const badSetting = (words: string): Text =>
  text(`--set takes a setting and its value, such as 'Lapsed after days=60', not “${words}”.`, `האפשרות --set מקבלת הגדרה וערך, למשל 'Lapsed after days=60', ולא „${words}”.`);

/**
 * Writes settings for one run into CRM Settings, and gives what puts the old values back, and what stood beside them as
 * problems. The sheet does not count as written by either, so that it keeps its bytes where the job leaves it alone.
 */
export function layRunSettings(workbook: Workbook, settings: ReadonlyMap<string, string>): () => void {
  const sheet = sheetNamed(workbook, settingsTable.name);
  if (sheet === null || settings.size === 0) return () => undefined;
  const header = headerOf(sheet).map(fold);
  const [nameAt, valueColumn] = [header.indexOf(fold(settingsTable.columns.setting.header)), header.indexOf(fold(settingsTable.columns.value.header))];
  if (nameAt < 0 || valueColumn < 0) return () => undefined;
  const rowOf = (name: string): number => sheet.values.findIndex((row, index) => index > 0 && fold(String(row[nameAt] ?? '')) === fold(name));
  const before = new Map<string, CellValue>();
  const added: string[] = [];
  // The run judges its own settings, and the others against them; the sheet is to tell of the saved ones.
  const problemAt = header.indexOf(fold(settingsTable.columns.problem.header));
  const problems = new Map(sheet.values.map((row, index): [string, CellValue] => [fold(String(row[nameAt] ?? '')), valueAt(sheet, index, problemAt)]));
  for (const [name, value] of settings) {
    let row = rowOf(name);
    if (row < 0) {
      row = sheet.values.length;
      putValue(sheet, row, nameAt, name);
      added.push(name);
    }
    before.set(name, valueAt(sheet, row, valueColumn));
    putValue(sheet, row, valueColumn, value);
  }
  return () => {
    for (const [name, value] of before) {
      const row = rowOf(name);
      if (row < 0) continue;
      putValue(sheet, row, valueColumn, value);
      if (added.includes(name) && row === sheet.values.length - 1) sheet.values.pop();
      else if (added.includes(name)) putValue(sheet, row, nameAt, null);
    }
    if (problemAt < 0) return;
    for (const [name, problem] of problems) {
      const row = rowOf(name);
      if (row > 0 && valueAt(sheet, row, problemAt) !== problem) putValue(sheet, row, problemAt, problem);
    }
  };
}

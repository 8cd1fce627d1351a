import { expect, test } from 'vitest';
import { copyOfWorkbook, restoreVersion, snapshotOf } from '../../../local/acts';
import { hostOf, inFunction, sheetIn, workbookWith } from '../../support/apps-script';

const worked = () => {
  const workbook = workbookWith({ Data: [['before']] });
  const earlier = snapshotOf(workbook);
  const host = hostOf(inFunction('sheet.getRange("A1").setValue("after"); PropertiesService.getDocumentProperties().setProperty("a", "1"); ScriptApp.newTrigger("main").timeBased().everyHours(1).create();'), { workbook });
  host.call('main', [], 'menu');
  return { workbook, earlier };
};

test('A copied workbook has the sheets, another id, and no triggers', () => {
  const { workbook } = worked();
  const copy = copyOfWorkbook(workbook);
  expect([sheetIn(copy).values, copy.id === workbook.id, copy.triggers, [...copy.documentProperties]]).toEqual([[['after']], false, [], []]);
  expect([...copyOfWorkbook(workbook, 'kept').documentProperties]).toEqual([['a', '1']]);
});

test('A restored version has the old sheets, and the properties and triggers of now', () => {
  const { workbook, earlier } = worked();
  restoreVersion(workbook, earlier);
  expect([sheetIn(workbook).values, workbook.triggers.length, [...workbook.documentProperties]]).toEqual([[['before']], 1, [['a', '1']]]);
});

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/shared/day';
import { saveWorkbook } from '../workbook/open';
import { sampleMailchimp } from './mailchimp';
import { sampleWorkbook } from './workbook';

/** Where the sample shop lies below the project's root: a folder of CSV, kept out of the repository. */
export const SAMPLE_BOOK = '.local/sample-shop';
/** Where the three Mailchimp exports lie that go with it. */
export const SAMPLE_EXPORTS = '.local/sample-mailchimp';

/** The path of the sample shop, which is made on first use as it stands on that day, with its Mailchimp exports beside it. */
export async function sampleBookPath(root: string, today: Day): Promise<string> {
  const path = join(root, SAMPLE_BOOK);
  if (!existsSync(path)) {
    const exportsPath = join(root, SAMPLE_EXPORTS);
    mkdirSync(exportsPath, { recursive: true });
    for (const { name, text } of sampleMailchimp(today)) writeFileSync(join(exportsPath, name), text);
    await saveWorkbook(sampleWorkbook(today), path);
  }
  return path;
}

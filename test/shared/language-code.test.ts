import { expect, test } from 'vitest';
import { languageCode } from '../../src/shared/language-code';

test.each([
  ['HE', ['he', 'iw', 'he_IL', 'he-IL', 'HE', 'Hebrew', 'עברית', ' \u200fhebrew ', 'heb', 'Hebrew, עברית', 'hebrew (israel)']],
  ['EN', ['en', 'en_US', 'en-GB', 'English', 'English (US)', 'English - UK', 'eng', 'אנגלית']],
  ['JA', ['ja', '日本語', 'Japanese', 'jpn']],
  ['RU', ['ru', 'русский']],
  ['ZH', ['zh-Hans', 'zh_CN', 'Chinese']],
  ['PT', ['pt-br', 'Português']],
  [null, ['', 'n/a', 'NA', 'English, Hebrew', 'he,en', 'Klingon', 'xx', 'default', '1', 'x']],
])('%s is what %j mean', (code, written) => {
  for (const words of written) expect(languageCode(words), words).toBe(code);
});

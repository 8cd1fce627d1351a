import { defaultSettings } from '../../src/settings/parse-settings';
import type { Settings } from '../../src/settings/settings';

/** The default settings, with what a test changes. */
export const someSettings = (changes: Partial<Settings> = {}): Settings => ({ ...defaultSettings('The shop'), ...changes });

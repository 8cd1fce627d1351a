import { text } from '../../shared/text';

/** Sentences about setting up. */
export const setUpMessages = {
  rulesChanged: text('Someone changed CRM Rules at the same moment; what they changed stays. Look again and choose once more.', 'מישהו שינה את CRM Rules באותו רגע; השינוי שלו נשאר. יש להסתכל שוב ולבחור מחדש.'),
  settingsChanged: text('Someone changed CRM Settings at the same moment; what they changed stays. Look again and type it once more.', 'מישהו שינה את CRM Settings באותו רגע; השינוי שלו נשאר. יש להסתכל שוב ולהקליד מחדש.'),
} as const;

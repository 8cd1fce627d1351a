import { text, type Text } from '../shared/text';

const words: Readonly<Record<string, Text>> = {
  Welcome: text('Welcome', 'ברוכים הבאים'),
  'Follow-up': text('Follow-up', 'מעקב'),
  'Win-back': text('Win-back', 'חזרה אלינו'),
  'High value': text('High value', 'לקוחות מובילים'),
  Product: text('Product', 'מוצר'),
  Anniversary: text('Anniversary', 'יום שנה'),
  Birthday: text('Birthday', 'יום הולדת'),
  Custom: text('Custom', 'אישי'),
};

/** A task type in the reader's words; the manager's own word as it is. */
export const typeWords = (type: string): Text => words[type] ?? { en: type, he: type };

import { text, type Text } from '../../shared/text';

/** Sentences about taking Mailchimp exports in. */
export const importMessages = {
  portionsGone: text(
    'The file was sent too long ago and Google has forgotten it. Nothing was imported: choose the file again.',
    'הקובץ נשלח לפני זמן רב מדי ו-Google שכח אותו. דבר לא יובא: יש לבחור את הקובץ שוב.',
  ),
  unreadable: (where: string): Text =>
    text(`What was sent is not what an export reads as (${where}). Nothing was imported: choose the file again.`, `מה שנשלח אינו נקרא כייצוא (${where}). דבר לא יובא: יש לבחור את הקובץ שוב.`),
  nothingSent: text('No file was sent. Choose the export, or paste it.', 'לא נשלח קובץ. יש לבחור את הייצוא או להדביק אותו.'),
} as const;

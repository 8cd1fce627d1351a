import { text } from '../../shared/text';

export const personMessages = {
  erased: text('the person was erased', 'פרטי האדם נמחקו'),
} as const;

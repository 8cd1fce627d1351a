import type { Contact } from './contacts.table';
import { blankFigures } from './figures';

/** A contact of whom only the address is known. */
export const blankContact = (email: string): Contact => ({
  email,
  name: null,
  isMailchimp: false,
  language: null,
  notes: null,
  phone: null,
  mailchimpStatus: null,
  tags: null,
  lastContactedOn: null,
  birthday: null,
  doNotContact: null,
  alsoKnownAs: null,
  mailchimpSince: null,
  ...blankFigures,
});

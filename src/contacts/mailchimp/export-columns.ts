import { foldHeader } from '../../shared/text';

/** What an audience export tells about a member, each with the headers it goes by (without case, blanks and `_`). */
const knownHeaders = {
  email:
    'emailaddress email mail emailadress subscriberemail contactemail useremail merge0 primaryemail emailadresse adresseemail adressemail adresseélectronique correoelectrónico correoelectronico ' +
    'direccióndecorreoelectrónico indirizzoemail דואל דואראלקטרוני אימייל מייל כתובתדואל כתובתדואראלקטרוני כתובתאימייל כתובתמייל',
  firstName: 'firstname fname first givenname forename merge1 mmerge1 vorname prénom prenom nombre nome שםפרטי פרטי',
  lastName: 'lastname lname last surname familyname secondname merge2 mmerge2 nachname nomdefamille apellido apellidos cognome שםמשפחה משפחה',
  fullName: 'name fullname contactname displayname customername שם שםמלא',
  phone: 'phonenumber phone mobile mobilephone mobilenumber cell cellphone cellular telephone tel smsphone smsphonenumber whatsapp telefon téléphone teléfono טלפון טלפוןנייד נייד סלולרי פלאפון מספרטלפון מסטלפון',
  birthday: 'birthday birthdate dateofbirth dob bday geburtstag יוםהולדת תאריךלידה',
  language: 'language lang preferredlanguage languagepreference languages locale sprache langue idioma שפה',
  tags: 'tags tag תגיות תגים תוויות',
  optin: 'optintime optindate signuptime signupdate',
  confirm: 'confirmtime confirmdate',
  changed: 'lastchanged lastchangedtime lastupdated lastchangeddate',
  unsub: 'unsubtime unsubscribetime unsubscribedtime unsubscribedate unsubscribeddate unsubdate unsubscribedat',
  clean: 'cleantime cleanedtime cleandate cleaneddate cleanedat',
  notes: 'notes note הערות הערה',
  status:
    'status emailmarketingstatus marketingstatus memberstatus subscriptionstatus emailstatus emailsubscriptionstatus subscriberstatus emailpermissionstatus contactstatus audiencestatus סטטוס מצב',
} as const;

export type ExportField = keyof typeof knownHeaders;

const fieldOf: ReadonlyMap<string, ExportField> = new Map(
  // Object.entries forgets which keys it was given.
  (Object.entries(knownHeaders) as [ExportField, string][]).flatMap(([field, headers]) => headers.split(' ').map((header): [string, ExportField] => [header, field])),
);

/** A header for comparing: merge tags `*|FNAME|*` bare, a note in brackets dropped, without case, blanks and `_`. */
export const foldedExportHeader = (header: string): string => foldHeader(header.replace(/^\*\||\|\*$/g, '').replace(/[([].*[)\]]\s*$/, '')).replace(/[.:*]/g, '');

/** Columns of each field, left to right: a file may have several of one, two language groups say. */
export type ExportColumns = Readonly<Partial<Record<ExportField, readonly number[]>>>;

/** Finds the columns by their headers, in any order. */
export function exportColumns(header: readonly string[]): ExportColumns {
  const columns: Partial<Record<ExportField, number[]>> = {};
  header.forEach((cell, column) => {
    const field = fieldOf.get(foldedExportHeader(cell));
    if (field !== undefined) (columns[field] ??= []).push(column);
  });
  return columns;
}

export const hasEmailColumn = (header: readonly string[]): boolean => header.some((cell) => fieldOf.get(foldedExportHeader(cell)) === 'email');

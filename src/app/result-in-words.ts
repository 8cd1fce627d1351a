import { joinTexts, text, type Text } from '../shared/text';

const figure = (value: unknown, name: string): number => {
  const found = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined; // a JSON object of our own making
  return typeof found === 'number' ? found : 0;
};

/** What a job chosen in the menu came to, in a sentence. */
export function resultInWords(name: string, value: unknown): Text {
  const of = (header: string): number => figure(value, header);
  const problems = of('Problems');
  const more = text(problems === 0 ? '' : ` ${problems} rows need a look: see CRM Import Problems.`, problems === 0 ? '' : ` ${problems} שורות דורשות מבט: ראו CRM Import Problems.`);
  if (name === 'nightly') {
    const [made, withdrawn, held, contacts] = [of('Tasks Made'), of('Tasks Withdrawn'), of('Held Back'), of('Contacts New')];
    // What did not happen is not mentioned.
    const parts = [
      made === 1 ? text('1 new task', 'משימה חדשה אחת') : text(`${made} new tasks`, `${made} משימות חדשות`),
      ...(withdrawn === 0 ? [] : [text(`${withdrawn} withdrawn`, withdrawn === 1 ? 'אחת נמשכה' : `${withdrawn} נמשכו`)]),
      ...(held === 0 ? [] : [text(`${held} held back`, held === 1 ? 'אחת ממתינה' : `${held} ממתינות`)]),
      ...(contacts === 0 ? [] : [contacts === 1 ? text('1 new contact', 'איש קשר חדש אחד') : text(`${contacts} new contacts`, `${contacts} אנשי קשר חדשים`)]),
    ];
    return joinTexts([joinTexts(parts, ', '), text(`.${more.en}`, `.${more.he}`)], '');
  }
  if (name === 'sync' || name === 'acceptOrders') {
    return text(
      `${of('Orders')} orders read; ${of('Contacts New')} new contacts, ${of('Contacts Changed')} changed.${more.en}`,
      `נקראו ${of('Orders')} הזמנות; ${of('Contacts New')} אנשי קשר חדשים, ${of('Contacts Changed')} השתנו.${more.he}`,
    );
  }
  if (name === 'makeReport') return text('CRM Report is up to date.', 'CRM Report עודכן.');
  return text('Done.', 'בוצע.');
}

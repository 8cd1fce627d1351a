import { text, type Text } from '../shared/text';

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
    return text(
      `${of('Tasks Made')} new tasks, ${of('Tasks Withdrawn')} withdrawn, ${of('Held Back')} held back; ${of('Contacts New')} new contacts.${more.en}`,
      `${of('Tasks Made')} משימות חדשות, ${of('Tasks Withdrawn')} נמשכו, ${of('Held Back')} ממתינות; ${of('Contacts New')} אנשי קשר חדשים.${more.he}`,
    );
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

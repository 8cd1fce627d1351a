import type { Contact } from '../contacts/contacts.table';
import type { OrderItem } from '../orders/order';
import { daysOffTable } from '../settings/days-off.table';
import { addTaskMakingDays, isTaskMakingDay, parseDaysOff } from '../settings/days-off';
import { parseSettings, type ParsedSettings } from '../settings/parse-settings';
import type { DaysOff, Settings } from '../settings/settings';
import { settingsTable } from '../settings/settings.table';
import { once } from '../shared/collections';
import type { Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import type { Table } from '../sheets/table';
import type { TableImage } from '../sheets/workbook';
import { messageFor, parseTemplates, type Message, type Template } from '../tasks/message';
import { outcomesTable } from '../tasks/outcomes.table';
import { parseOutcomes, type Outcome } from '../tasks/outcomes';
import { internationalDigits, whatsAppLink } from '../tasks/phone';
import { wrongNumbersIn } from '../tasks/settle-edits';
import { tasksTable, type NewTask, type Task } from '../tasks/tasks.table';
import type { Channel } from '../tasks/templates.table';
import { templatesTable } from '../tasks/templates.table';
import { rowsToCome } from './comes-with';
import type { Shop } from './shop';

/** What messages are filled from besides the contact: the last order. */
export interface LastOrder {
  readonly items: readonly OrderItem[];
  readonly day: Day | null;
}

/** The shop's sheets as one job sees them: each read when first asked for, and only once. */
export interface ShopState {
  readonly shop: Shop;
  image<T extends Table>(table: T): TableImage<T>;
  readonly parsedSettings: () => ParsedSettings;
  readonly settings: () => Settings;
  readonly daysOff: () => { readonly daysOff: DaysOff; readonly problems: readonly Problem[] };
  readonly outcomes: () => ReturnType<typeof parseOutcomes>;
  readonly templates: () => ReturnType<typeof parseTemplates>;
  readonly isTaskMakingDay: (day: Day) => boolean;
  readonly taskMakingDaysLater: (count: number) => Day;
}

export function openState(shop: Shop): ShopState {
  const images = new Map<string, TableImage<Table>>();
  const image = <T extends Table>(table: T): TableImage<T> => {
    const known = images.get(table.name);
    if (known !== undefined) return known as unknown as TableImage<T>; // stored below under this very table's name
    const found = shop.book.read(table);
    const read = found.exists ? found : { ...found, rows: rowsToCome(table, shop) };
    images.set(table.name, read as unknown as TableImage<Table>);
    return read;
  };
  const parsedSettings = once(() => parseSettings(image(settingsTable).rows, { title: shop.book.title, language: shop.language, unread: image(settingsTable) }));
  const settings = (): Settings => parsedSettings().settings;
  const daysOff = once(() => parseDaysOff(image(daysOffTable).rows));
  return {
    shop,
    image,
    parsedSettings,
    settings,
    daysOff,
    outcomes: once(() => parseOutcomes(image(outcomesTable).rows, image(outcomesTable))),
    templates: once(() => parseTemplates(image(templatesTable).rows, image(templatesTable))),
    isTaskMakingDay: (day) => isTaskMakingDay(day, settings(), daysOff().daysOff),
    taskMakingDaysLater: (count) => addTaskMakingDays(shop.today, count, settings(), daysOff().daysOff),
  };
}

/** How the shop writes to people: the message of each channel and the links that carry it. */
export interface Correspondence {
  readonly message: (taskType: string, channel: Channel, contact: Contact) => Message | null;
  /** International digits of a number that is not known to be wrong. */
  readonly digits: (contact: Contact) => string | null;
  /** The task's WhatsApp and Message Language cells. */
  readonly messageOf: (task: NewTask, contact: Contact) => Pick<Task, 'whatsApp' | 'messageLanguage'>;
}

export function correspondence(state: ShopState, lastOrderOf: (email: string) => LastOrder): Correspondence {
  const settings = state.settings();
  const templates: readonly Template[] = state.templates().templates;
  const outcomes: readonly Outcome[] = state.outcomes().outcomes;
  const isWrong = wrongNumbersIn(state.image(tasksTable).rows, outcomes);
  const message: Correspondence['message'] = (taskType, channel, contact) => {
    const { items, day } = lastOrderOf(contact.email);
    return messageFor(templates, channel, {
      taskType,
      contact,
      items,
      lastOrderOn: day ?? contact.lastOrderOn,
      shop: settings.shopName,
      signature: settings.signature,
      defaultLanguage: settings.defaultLanguage,
    });
  };
  const digits: Correspondence['digits'] = (contact) => (isWrong(contact) ? null : internationalDigits(contact.phone, settings.defaultCountryCode));
  return {
    message,
    digits,
    messageOf: (task, contact) => {
      const written = message(task.type ?? 'Custom', 'WhatsApp', contact);
      const number = digits(contact);
      return { whatsApp: number === null || written === null ? null : whatsAppLink(number, written.text), messageLanguage: written?.language ?? null };
    },
  };
}

import type { Contact } from '../contacts/contacts.table';
import type { OrderItem } from '../orders/order';
import { daysOffTable } from '../settings/days-off.table';
import { addTaskMakingDays, isTaskMakingDay, nextTaskMakingDay, parseDaysOff } from '../settings/days-off';
import { parseSettings, type ParsedSettings } from '../settings/parse-settings';
import type { DaysOff, Settings } from '../settings/settings';
import { settingsTable } from '../settings/settings.table';
import { once } from '../shared/collections';
import { addDays, type Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import type { Table } from '../sheets/table';
import type { TableImage } from '../sheets/workbook';
import type { FinishingRules } from '../tasks/finish-task';
import { messageFor, parseTemplates, type Message, type Template } from '../tasks/message';
import { outcomesTable } from '../tasks/outcomes.table';
import { parseOutcomes, type Outcome } from '../tasks/outcomes';
import { internationalDigits, whatsAppLink } from '../tasks/phone';
import { wrongNumbersIn } from '../tasks/settle-edits';
import { taskArchiveTable, tasksTable, type HowToReach, type NewTask } from '../tasks/tasks.table';
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
  /** How people finish tasks here today. */
  readonly finishing: () => FinishingRules;
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
  const outcomes = once(() => parseOutcomes(image(outcomesTable).rows, image(outcomesTable)));
  const daysOff = once(() => parseDaysOff(image(daysOffTable).rows));
  return {
    shop,
    image,
    parsedSettings,
    settings,
    daysOff,
    outcomes,
    templates: once(() => parseTemplates(image(templatesTable).rows, image(templatesTable))),
    isTaskMakingDay: (day) => isTaskMakingDay(day, settings(), daysOff().daysOff),
    finishing: () => ({
      today: shop.today,
      outcomes: outcomes().outcomes,
      taskMakingDaysLater: (count) => addTaskMakingDays(shop.today, count, settings(), daysOff().daysOff),
      taskMakingDayAfter: (days) => nextTaskMakingDay(addDays(shop.today, days), settings(), daysOff().daysOff),
    }),
  };
}

/** How the shop writes to people: the message of each channel and the links that carry it. */
export interface Correspondence {
  readonly message: (taskType: string, channel: Channel, contact: Contact) => Message | null;
  /** International digits of a number that is not known to be wrong. */
  readonly digits: (contact: Contact) => string | null;
  /** The task's Phone, WhatsApp and Message Language cells. */
  readonly messageOf: (task: NewTask, contact: Contact) => HowToReach;
}

export function correspondence(state: ShopState, lastOrderOf: (email: string) => LastOrder): Correspondence {
  const settings = state.settings();
  const templates: readonly Template[] = state.templates().templates;
  const outcomes: readonly Outcome[] = state.outcomes().outcomes;
  // Looked up when the first message is written: the archive remembers numbers that were wrong long ago.
  const wrongNumbers = once(() => wrongNumbersIn([...state.image(tasksTable).rows, ...state.image(taskArchiveTable).rows], outcomes));
  const isWrong = (contact: Contact): boolean => contact.phone !== null && wrongNumbers()(contact);
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
      return { phone: isWrong(contact) ? null : contact.phone, whatsApp: number === null || written === null ? null : whatsAppLink(number, written.text), messageLanguage: written?.language ?? null };
    },
  };
}

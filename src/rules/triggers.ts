import { joinTexts, text, type Text } from '../shared/text';
import type { Trigger } from './trigger';
import { anniversary } from './triggers/anniversary';
import { beforeHoliday } from './triggers/before-holiday';
import { birthday } from './triggers/birthday';
import { inSegment } from './triggers/in-segment';
import { noOrderFor } from './triggers/no-order-for';
import { orderCompleted } from './triggers/order-completed';
import { productBought } from './triggers/product-bought';

/** Every trigger a rule can use. The drop-down, the help, the validation and the tests come from this list. */
export const triggers: readonly Trigger[] = [orderCompleted, noOrderFor, inSegment, productBought, anniversary, birthday, beforeHoliday];

/** One line a trigger: its name and what it finds. */
export const guideOf = (list: readonly Trigger[]): Text => joinTexts(list.map(({ name, help }) => text(`${name}: ${help.en}`, `${name}: ${help.he}`)), '\n');

export const triggerNames: readonly string[] = triggers.map(({ name }) => name);
export const triggerGuide: Text = guideOf(triggers);

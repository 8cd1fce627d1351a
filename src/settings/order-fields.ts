import { foldHeader } from '../shared/text';

/** What an order sheet's columns can mean, in the words that `Order columns` uses. */
export const orderFields = {
  id: 'Order ID',
  number: 'Order number',
  date: 'Date',
  completed: 'Completed date',
  status: 'Status',
  email: 'Email',
  firstName: 'First name',
  lastName: 'Last name',
  fullName: 'Name',
  phone: 'Phone',
  language: 'Language',
  total: 'Total',
  refunds: 'Refunds',
  net: 'Net',
  currency: 'Currency',
  items: 'Items',
  itemName: 'Item name',
  itemQuantity: 'Item quantity',
  itemTotal: 'Item total',
} as const;
export type OrderField = keyof typeof orderFields;

// Object.entries widens the keys to string; they are the ones declared above.
export const orderFieldNames = Object.entries(orderFields) as [OrderField, string][];

const OTHER_WORDS: Readonly<Record<string, OrderField>> = {
  order: 'id',
  id: 'id',
  orderdate: 'date',
  orderstatus: 'status',
  mail: 'email',
  emailaddress: 'email',
  billingemail: 'email',
  customeremail: 'email',
  fullname: 'fullName',
  customername: 'fullName',
  surname: 'lastName',
  telephone: 'phone',
  ordertotal: 'total',
  amount: 'total',
  refund: 'refunds',
  refunded: 'refunds',
  nettotal: 'net',
  completed: 'completed',
  datecompleted: 'completed',
  products: 'items',
  product: 'itemName',
  quantity: 'itemQuantity',
};

/** The field that a word of `Order columns` means; null for none. */
export function orderFieldOf(word: string): OrderField | null {
  const key = foldHeader(word);
  const named = orderFieldNames.find(([field, name]) => foldHeader(name) === key || field.toLowerCase() === key);
  return named?.[0] ?? OTHER_WORDS[key] ?? null;
}

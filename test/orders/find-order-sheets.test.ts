import { describe, expect, test } from 'vitest';
import { findOrderSheets } from '../../src/orders/find-order-sheets';
import type { OrderSheets } from '../../src/orders/find-order-sheets';
import { Refusal } from '../../src/shared/problem';
import type { Settings } from '../../src/settings/settings';
import { ordersIn, sheetOf } from '../support/order-sheets';
import { someSettings } from '../support/settings';

const find = (headers: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): OrderSheets =>
  findOrderSheets(new Map(Object.entries(headers).map(([sheet, header]) => [sheet, header.split(',').map((cell) => cell.trim())])), someSettings(settings));

const refusal = (headers: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Refusal => {
  try {
    find(headers, settings);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
};

const PLAIN = 'Order ID, Order Date, Status, Email, Total';
const WOM = 'wom_OrderId,wom_OrderNumber,wom_OrderDate,wom_Status,wom_CustomerNote,wom_BillingFirstName,wom_BillingEmail';
const ANALYTICS = 'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution';

describe('every exporter’s header is known', () => {
  test.each([
    ['plain', 'Orders', PLAIN],
    ['plain, shouting and underscored', 'Orders', 'ORDER_ID,ORDER-DATE, order status ,E-MAIL'],
    ['jlmops, older form', 'WebOrdM', WOM],
    ['jlmops archive', 'WebOrdM_Archive', 'woma_OrderId,woma_OrderDate,woma_Status,woma_BillingEmail'],
    ['WebToffee', 'Sheet1', 'order_id,order_number,order_date,paid_date,status,order_total,order_currency,customer_email,billing_first_name,billing_email'],
    ['AlgolPlus', 'Sheet1', 'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),Order Total Amount'],
    ['AlgolPlus in Hebrew', 'Sheet1', 'מספר הזמנה,סטטוס הזמנה,תאריך הזמנה,שם פרטי (חיוב),שם משפחה (חיוב),דוא"ל (חיוב),טלפון (חיוב),סכום ההזמנה'],
    ['Hebrew, in a shop’s own words', 'גיליון1', 'מס׳ הזמנה,מצב ההזמנה,תאריך ושעת הזמנה,שם פרטי ללקוח,כתובת דואר אלקטרוני לחיוב,סכום כולל של ההזמנה'],
    ['SkyVerge', 'Sheet1', 'order_id,order_number,order_number_formatted,date,status,order_total,refunded_total,order_currency,billing_email,line_items,refunds'],
    ['SkyVerge import form', 'Sheet1', 'id,order_number,created_at,status,total,total_refunded,currency,billing_first_name,billing_email,line_items'],
    ['SkyVerge legacy', 'Sheet1', 'Order ID,Date,Order Status,Shipping,Order Total,Billing First Name,Billing Last Name,Billing Email,Billing Phone,Order Items'],
    ['SkyVerge legacy, one row an item', 'Sheet1', 'Order ID,Date,Order Status,Order Total,Billing Email,Item SKU,Item Name,Item Variation,Item Amount,Row Price'],
    ['WooCommerce REST', 'Sheet1', 'id,number,status,currency,date_created,total,billing.first_name,billing.last_name,billing.email,billing.phone'],
    ['WooCommerce REST, flattened', 'Sheet1', 'id,number,status,currency,date_created,date_completed,total,billing_email'],
    ['GSheetConnector tab', 'Completed Orders', 'Order Id,Product name(QTY)(SKU),Tax Total,Order Total,Billing First name,Email,Phone,Created Date'],
    ['GSheetConnector tab', 'On Hold Orders', 'Order Id,Product name(QTY)(SKU),Order Total,Email,Created Date'],
    ['GSheetConnector, all orders', 'All Orders', 'Order Id,Status,Product name(QTY)(SKU),Order Total,Email,Created Date'],
    ['WPSyncSheets', 'All Orders', 'Order Number,Product Name,SKU,Product Quantity,Order Status,Order Currency,Order Total,Billing First name,Email,Phone,Created Date'],
  ])('%s', (_, sheet, header) => {
    expect(find({ [sheet]: header }).orders.map((layout) => layout.sheet)).toEqual([sheet]);
  });
});

test.each([
  ['Completed Orders', 'completed', true],
  ['Processing Orders', 'processing', true],
  ['Cancelled Orders', 'cancelled', false],
  ['On Hold Orders', 'on-hold', false],
  ['Trashed Orders', 'trash', false],
])('the tab %s has orders of status %s', (sheet, status, counts) => {
  const [order] = ordersIn([sheetOf(sheet, 'Order Id,Order Total,Email,Created Date\n1,50,dana@mail.example,"December 5, 2025 10:10 am"')]).orders;
  expect(order).toMatchObject({ status, counts, day: '2025-12-05' });
});

test('other sheets of the workbook are left alone', () => {
  const sheets = find({
    Products: 'SKU,Name,Price,Quantity',
    SysOrdLog: 'sol_OrderId,sol_OrderDate,sol_OrderStatus,sol_PackingStatus',
    WebOrdM: WOM,
    WebOrdItemsM: 'woi_OrderItemId,woi_OrderId,woi_WebIdEn,woi_SKU,woi_Name,woi_Quantity,woi_ItemTotal',
    'Tasting guests': 'Date,Name,Email,Guests,Status',
    Leads: 'ID,Date,Email,Status',
    Empty: '',
  });
  expect(sheets.names).toEqual(['WebOrdM', 'WebOrdItemsM']);
});

test('the shop’s waiting room for imports is read only where there is nothing else', () => {
  const staging = WOM.replace(/wom_/g, 'wos_');
  expect(find({ WebOrdS: staging, WebOrdM: WOM }).names).toEqual(['WebOrdM']);
  expect(find({ WebOrdS: staging }).names).toEqual(['WebOrdS']);
});

test('the setting picks the sheets, whatever their case', () => {
  expect(find({ Orders: PLAIN, 'Old orders': PLAIN }, { orderSheets: ['old orders'] }).names).toEqual(['Old orders']);
});

test.each(['סכום ההנחה', 'סכום הנחת עגלה', 'סכום ההנחות'])('a Hebrew total is found among the other sums of the order, such as %s', (discount) => {
  const header = `מספר הזמנה|סטטוס הזמנה|תאריך הזמנה|אימייל|סכום המס של ההזמנה|${discount}|סכום כולל של ההזמנה|סכום החזר הזמנה`;
  const read = ordersIn([{ name: 'גיליון1', header: header.split('|'), rows: [['1', 'הושלם', '5/12/2025', 'dana@mail.example', '17', '5', '₪ 320', '20']] }], { statusesThatCount: ['הושלם'] }, { locale: 'iw_IL' });
  expect(read.orders).toMatchObject([{ day: '2025-12-05', total: 300, status: 'completed', counts: true }]);
});

test('the setting maps headers that are not known', () => {
  const read = ordersIn([sheetOf('Bestellungen', 'Nr,Wann,Zustand,Kundenmail,Betrag\n1,2025-06-01,completed,dana@mail.example,"12,50"')], {
    orderColumns: { id: 'Nr', date: 'Wann', status: 'zustand', email: 'Kundenmail', total: 'Betrag' },
  });
  expect(read.orders).toMatchObject([{ id: '1', day: '2025-06-01', email: 'dana@mail.example', total: 12.5 }]);
});

test('a mapped header wins over a known one', () => {
  const read = ordersIn([sheetOf('Orders', 'Order ID,Date,Status,Email,Gift mail\n1,2025-06-01,completed,shop@mail.example,dana@mail.example')], { orderColumns: { email: 'Gift mail' } });
  expect(read.orders[0]?.email).toBe('dana@mail.example');
});

describe('refusals name the sheet and the cure', () => {
  test('no order sheet', () => {
    expect(refusal({ Products: 'SKU,Name', Stock: 'SKU,Left' }).message).toContain('No order sheet was found among “Products”, “Stock”');
    expect(refusal({}).message).toContain('Order sheets');
  });

  test('headers that cannot be matched', () => {
    const { message, text } = refusal({ Orders: 'Bestellnummer, Datum, Kunde, Betrag' });
    for (const part of ['“Orders”', '“Bestellnummer”', '“Kunde”', 'Needed: Order ID, Date, Status, Email', 'Order columns']) expect(message).toContain(part);
    expect(text.he).toContain('Order columns');
  });

  test('an order sheet that lacks one column', () => {
    expect(refusal({ Sales: 'Order ID, Order Date, Status, Total', Products: 'SKU' }).message).toContain('no column for Email');
  });

  test('an export of one row an item without addresses', () => {
    expect(refusal({ Sales: 'Order ID, Order Date, Status, Item Name, Quantity', Products: 'SKU' }).message).toContain('“Sales” cannot be read as orders: no column for Email');
  });

  test('the Analytics export, with the export to use instead', () => {
    const { message } = refusal({ 'Orders report': ANALYTICS });
    expect(message).toContain('Analytics');
    expect(message).toContain('WebToffee');
  });

  test('the Analytics export beside a good sheet is left alone', () => {
    expect(find({ Report: ANALYTICS, Orders: PLAIN }).names).toEqual(['Orders']);
  });

  test('a named sheet that is not there', () => {
    expect(refusal({ Orders: PLAIN }, { orderSheets: ['Ordres'] }).message).toMatch(/“Ordres”.*Did you mean “Orders”/);
  });

  test('a named sheet that is none of orders', () => {
    expect(refusal({ Orders: PLAIN, Guests: 'Name, Seats' }, { orderSheets: ['Orders', 'Guests'] }).message).toContain('“Guests”');
  });

  test('a mapped header that no order sheet has', () => {
    expect(refusal({ Orders: PLAIN }, { orderColumns: { phone: 'Mobil' } }).message).toContain('Phone = Mobil');
  });
});

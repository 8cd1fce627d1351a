import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/shared/problem';
import { isThrownAway } from '../../src/orders/status';
import type { Cell } from '../../src/sheets/cell';
import { ordersIn, plainSheet, sheetOf, sheetOfCells } from '../support/order-sheets';

const ids = (read: ReturnType<typeof ordersIn>): string[] => read.orders.filter((order) => order.counts).map((order) => order.id);
const reasons = (read: ReturnType<typeof ordersIn>): (readonly [number, string])[] => read.problems.map((problem) => [problem.row, problem.reason.en]);

describe('which orders count', () => {
  test.each([
    ['completed', true],
    ['Completed', true],
    ['wc-completed', true],
    ['WC-Processing', true],
    [' comp leted ', true],
    ['cancelled', false],
    ['refunded', false],
    ['on-hold', false],
    ['', false],
    ['הושלם', false],
  ])('status %j: %s', (status, counts) => {
    expect(ordersIn([plainSheet({ status })]).orders[0]?.counts).toBe(counts);
  });

  test('a Hebrew label counts where the setting names it, and a rule for completed orders means it too', () => {
    const read = ordersIn([plainSheet({ status: 'הושלם' }, { status: 'בטיפול' })], { statusesThatCount: ['הושלם'] });
    expect(read.orders.map(({ status, counts }) => [status, counts])).toEqual([['completed', true], ['processing', false]]);
  });

  test('“On hold” in the setting means on-hold in the sheet', () => {
    expect(ordersIn([plainSheet({ status: 'on-hold' })], { statusesThatCount: ['onhold'] }).orders[0]?.counts).toBe(true);
  });

  test('which status words the sheets use is told, for Set up', () => {
    const { statuses } = ordersIn([plainSheet({ status: 'Completed' }, { status: 'Completed' }, { status: 'הושלם' })]);
    expect([...statuses]).toEqual([['Completed', { rows: 2, counts: true }], ['הושלם', { rows: 1, counts: false }]]);
  });
});

describe('an order id seen twice counts once', () => {
  const live = (status: string, total: string) => sheetOf('WebOrdM', `wom_OrderId,wom_OrderDate,wom_Status,wom_BillingEmail,wom_OrderTotal\n1001,2025-05-05,${status},dana@mail.example,${total}`);
  const archive = sheetOf('WebOrdM_Archive', 'woma_OrderId,woma_OrderDate,woma_Status,woma_BillingEmail,woma_OrderTotal\n1001,2025-05-05,completed,dana@mail.example,70\n900,2024-05-05,completed,dana@mail.example,60');

  test('the later row wins', () => {
    const read = ordersIn([plainSheet({ id: '1001', total: '100' }, { id: '1001', total: '120' })]);
    expect(read.orders.map(({ total, row }) => [total, row])).toEqual([[120, 3]]);
    expect(read.problems).toEqual([]);
  });

  test.each([['live first', false], ['archive first', true]])('the live sheet wins over the archive (%s)', (_, turned) => {
    const sheets = [live('completed', '100'), archive];
    const read = ordersIn(turned ? sheets.reverse() : sheets);
    expect(read.orders.map(({ id, total }) => [id, total])).toEqual([['900', 60], ['1001', 100]]);
    expect(read.state.ids).toBe(2);
  });

  test('an order cancelled in the live sheet is not brought back by the archive', () => {
    expect(ids(ordersIn([live('cancelled', '100'), archive]))).toEqual(['900']);
  });

  test('an id as a number and as text is one id', () => {
    expect(ordersIn([plainSheet({ id: 1001 }, { id: '1001' }, { id: '#1001' }, { id: "'1001" })]).orders).toHaveLength(1);
  });

  test('an unreadable repetition is listed and the readable one counts', () => {
    const read = ordersIn([plainSheet({ id: '1001' }, { id: '1001', date: 'soon' })]);
    expect(ids(read)).toEqual(['1001']);
    expect(reasons(read)).toEqual([[3, 'The order date cannot be read.']]);
  });
});

describe('rows that cannot be taken are listed, and the rest goes on', () => {
  test.each([
    ['no order id', { id: '' }, 'The row has no order id.'],
    ['an unreadable date', { date: '2025-02-30' }, 'The order date cannot be read.'],
    ['no date', { date: '' }, 'The order has no date.'],
    ['a date in the future', { date: '2052-06-01' }, 'The order is dated in the future.'],
    ['an unreadable total', { total: 'ask Avi' }, 'The order total cannot be read as an amount.'],
    ['no total', { total: '' }, 'The order has no total.'],
    ['no address', { email: '' }, 'The order has no e-mail address.'],
    ['half an address', { email: 'dana@mail' }, 'This is not one e-mail address.'],
    ['a name with the address', { email: 'Dana <dana@mail.example>' }, 'This is not one e-mail address.'],
    ['two addresses', { email: 'dana@mail.example, noa@mail.example' }, 'This is not one e-mail address.'],
  ])('%s', (_, row, reason) => {
    const read = ordersIn([plainSheet(row, { id: '2002' })]);
    expect(ids(read)).toEqual(['2002']);
    expect(read.problems).toMatchObject([{ sheet: 'Orders', row: 2, reason: { en: reason } }]);
    expect(read.problems[0]?.cure.he).toMatch(/[א-ת]/);
  });

  test('the offending cell is shown as it was found', () => {
    expect(ordersIn([plainSheet({ date: 'next week' })]).problems[0]?.value).toBe('next week');
  });

  test('what a draft or failed payment lacks is no problem; what is garbled is', () => {
    const read = ordersIn([plainSheet({ status: 'checkout-draft', email: '', total: '' }, { status: 'failed', total: 'ask Avi' }, { status: 'trash', email: '' })]);
    expect(reasons(read)).toEqual([[3, 'The order total cannot be read as an amount.']]);
  });

  test('a cancelled order with a garbled total is still known as cancelled', () => {
    expect(ordersIn([plainSheet({ status: 'cancelled', total: 'ask Avi' })]).orders).toMatchObject([{ status: 'cancelled', counts: false, total: null }]);
  });

  test('empty rows and rows with nothing but a checkbox are no problems', () => {
    const header = ['Order ID', 'Order Date', 'Status', 'Email', 'Total', 'Packed'];
    const read = ordersIn([sheetOfCells('Orders', header, ['', '', '', '', '', ''], ['', '', '', '', '', false], [' ', '', '', '\u200f', '', true], [1001, '2025-06-01', 'completed', 'dana@mail.example', 5, false], [])]);
    expect(read.problems).toEqual([]);
    expect(read.rows).toBe(1);
  });

  test('the person of a row that cannot be taken is a contact all the same', () => {
    expect(ordersIn([plainSheet({ email: 'Noa@Kerem.example', date: 'soon' })]).alsoSeen).toMatchObject([{ email: 'noa@kerem.example' }]);
  });

  test('an order that the shop threw away says so', () => {
    expect(ordersIn([plainSheet({ status: 'trash' })]).orders.map(isThrownAway)).toEqual([true]);
  });
});

describe('dates', () => {
  test('an order dated later today or tomorrow counts, one after that does not', () => {
    const read = ordersIn([plainSheet({ date: '2025-12-31 23:59' }, { date: '2026-01-01' }, { date: '2026-01-02' })]);
    expect(ids(read)).toEqual(['1001', '1002']);
  });

  test('half past midnight on the 5th is the 5th, whether text or a date cell', () => {
    const read = ordersIn([plainSheet({ date: '2025-06-05 00:30:00' }, { date: { moment: '2025-06-05T00:30:00' } })]);
    expect(read.orders.map(({ day, second }) => [day, second])).toEqual([['2025-06-05', 1800], ['2025-06-05', 1800]]);
  });

  test('orders come by day, second and id, 999 before 1001', () => {
    const read = ordersIn([plainSheet({ id: '1001', date: '2025-06-05' }, { id: '999', date: '2025-06-05' }, { id: '5', date: '2025-06-05 10:00' }, { id: '4', date: '2025-01-01' })]);
    expect(read.orders.map(({ id }) => id)).toEqual(['4', '999', '1001', '5']);
  });

  test('the completed date is read where the sheet has one; a paid date is none', () => {
    const read = ordersIn([sheetOf('Orders', 'order_id,date_created,status,billing_email,total,date_paid,date_completed\n1,2025-06-01,completed,dana@mail.example,5,2025-06-02,2025-06-07T10:00:00')]);
    expect(read.orders[0]).toMatchObject({ day: '2025-06-01', completedOn: '2025-06-07' });
  });
});

describe('amounts', () => {
  test('a sheet without any total leaves the total unknown', () => {
    const read = ordersIn([sheetOf('WebOrdM', 'wom_OrderId,wom_OrderDate,wom_Status,wom_BillingEmail\n1,2025-06-01,completed,dana@mail.example')]);
    expect(read.orders).toMatchObject([{ total: null, counts: true, homeCurrency: true }]);
    expect(read.problems).toEqual([]);
  });

  test.each([
    ['Refunded Total', '50.00', 150],
    ['Order Refund Amount', '-50.00', 150],
    ['refund_items', 'amount:20.00|reason:broken|date:2025-11-01;amount:30.00|reason:|date:2025-11-02', 150],
    ['refunds', 'id:9|date:2025-11-01 10:00:00|amount:50.00|reason:', 150],
    ['refunds', '[{"id":9,"reason":"","total":"-50.00"}]', 150],
    ['refunds', '', 200],
    ['refunds', '[]', 200],
    ['Order Total Amount (- Refund)', '150.00', 150],
    ['Net', '149.9949', 149.9949],
    ['Refunded Total', '30.05', 169.95],
    ['Refunded Total', '0.1', 199.9],
    ['Net', '', 200],
    ['Refunded', 'no', 200],
  ])('%s %j leaves %d of 200', (header, value, total) => {
    const sheet = sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Email', 'Order Total', header], ['1', '2025-06-01', 'completed', 'dana@mail.example', '200.00', value]);
    expect(ordersIn([sheet]).orders[0]?.total).toBe(total);
  });

  test('a refund that cannot be read is listed, and the order waits', () => {
    const sheet = sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Email', 'Total', 'Refund'], ['1', '2025-06-01', 'completed', 'dana@mail.example', '200', 'half']);
    expect(ordersIn([sheet]).problems).toMatchObject([{ value: 'half', reason: { en: 'The refund cannot be read as an amount.' } }]);
  });

  test('zero counts', () => {
    expect(ordersIn([plainSheet({ total: '0.00' }, { total: 0 })]).orders.map(({ total, counts }) => [total, counts])).toEqual([[0, true], [0, true]]);
  });
});

describe('currency', () => {
  test('the most frequent one of the orders that count is the shop’s', () => {
    const read = ordersIn([plainSheet({ currency: 'USD', status: 'failed' }, { currency: 'USD', status: 'failed' }, { currency: 'ILS' }, { currency: '₪' }, { currency: 'usd' })]);
    expect(read.currency).toBe('ILS');
    expect(read.orders.filter((order) => order.counts).map(({ currency, homeCurrency }) => [currency, homeCurrency])).toEqual([['ILS', true], ['ILS', true], ['USD', false]]);
    expect(read.problems).toMatchObject([{ row: 6, value: 'USD' }]);
  });

  test('the setting wins', () => {
    expect(ordersIn([plainSheet({ currency: 'ILS' }, { currency: 'USD' })], { currency: 'USD' }).orders.map(({ homeCurrency }) => homeCurrency)).toEqual([false, true]);
  });

  test('an order that states none is in the shop’s own', () => {
    expect(ordersIn([plainSheet({ currency: 'ILS' }, { currency: '' })]).orders.map(({ homeCurrency }) => homeCurrency)).toEqual([true, true]);
  });
});

describe('people', () => {
  test.each(['#N/A', '#REF!', 'Loading…', 'Loading...'])('a name, a phone or an item that shows %s is not known', (error) => {
    const read = ordersIn([sheetOf('Orders', `Order ID,Order Date,Status,Email,Customer Name,Phone,Total,Items\n1,2025-06-01,completed,dana@mail.example,${error},${error},100,${error}`)]);
    expect(read.orders).toMatchObject([{ id: '1', total: 100, name: null, phone: null, items: [] }]);
  });

  test('address, name, phone and language are tidied; formula text stays text', () => {
    const read = ordersIn([
      sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Billing Email', 'Billing First Name', 'Billing Last Name', 'Billing Phone', 'Language'], [
        1001, '2025-06-01', 'completed', '\u200f Dana@Mail.example\u00a0', "'=HYPERLINK(1)", ' Le\u200bvi ', "'+972501234567", 'he_IL',
      ]),
    ]);
    expect(read.orders[0]).toMatchObject({ id: '1001', email: 'dana@mail.example', name: '=HYPERLINK(1) Levi', phone: '+972501234567', language: 'HE' });
  });

  test('a phone that the sheet made a number is its digits', () => {
    const sheet = sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Email', 'Phone'], [1, '2025-06-01', 'completed', 'dana@mail.example', 501234567]);
    expect(ordersIn([sheet]).orders[0]?.phone).toBe('501234567');
  });

  test('the account’s address stands in where the billing address is blank', () => {
    const read = ordersIn([sheetOf('Orders', 'order_id,order_date,status,customer_email,billing_email\n1,2025-06-01,completed,account@mail.example,\n2,2025-06-01,completed,account@mail.example,billing@mail.example')]);
    expect(read.orders.map(({ email }) => email)).toEqual(['account@mail.example', 'billing@mail.example']);
  });
});

describe('items', () => {
  const webOrdM = sheetOf('WebOrdM', 'wom_OrderId,wom_OrderDate,wom_Status,wom_BillingEmail\n1,2025-06-01,completed,dana@mail.example\n2,2025-06-02,completed,dana@mail.example');

  test('item sheets are joined by order id, the live one before the archive', () => {
    const read = ordersIn([
      sheetOf('WebOrdItemsM_Archive', 'woia_OrderItemId,woia_OrderId,woia_WebIdEn,woia_SKU,woia_Name,woia_Quantity,woia_ItemTotal\n7,1,,A,Old Syrah,1,50\n8,2,,B,Merlot 2019,3,150'),
      webOrdM,
      sheetOf('WebOrdItemsM', 'woi_OrderItemId,woi_OrderId,woi_WebIdEn,woi_SKU,woi_Name,woi_Quantity,woi_ItemTotal\n1,1,,A,Syrah 2021,2,220.00\n2,1,,C,Ros&eacute; &amp; friends,1,80'),
    ]);
    expect(read.orders.map(({ items }) => items)).toEqual([
      [{ name: 'Syrah 2021', quantity: 2, total: 220 }, { name: 'Ros&eacute; & friends', quantity: 1, total: 80 }],
      [{ name: 'Merlot 2019', quantity: 3, total: 150 }],
    ]);
    expect(read.found.map(({ sheet, kind }) => [sheet, kind])).toEqual([['WebOrdM', 'orders'], ['WebOrdItemsM', 'items'], ['WebOrdItemsM_Archive', 'items']]);
  });

  test('an export of one row an item counts the order once and unites its items', () => {
    const read = ordersIn([
      sheetOf(
        'Orders',
        `order_id,order_number,date,status,order_total,refunded_total,order_currency,billing_email,item_id,item_name,item_sku,item_quantity,item_total
1,1,2025-06-01,completed,300,0,ILS,dana@mail.example,1,"Red wine, 2019",R,2,200
1,1,2025-06-01,completed,300,0,ILS,dana@mail.example,2,White,W,1,100
2,2,2025-06-02,completed,bad,0,ILS,noa@mail.example,3,White,W,1,100
2,2,2025-06-02,completed,bad,0,ILS,noa@mail.example,4,Red,W,1,100`,
      ),
    ]);
    expect(read.orders).toMatchObject([{ id: '1', total: 300, items: [{ name: 'Red wine, 2019', quantity: 2, total: 200 }, { name: 'White', quantity: 1 }] }]);
    expect(read.problems).toHaveLength(1);
  });

  test('an export that fills the order’s columns in its first row only', () => {
    const read = ordersIn([
      sheetOf(
        'Orders',
        `Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Order Total Amount,Item #,Item Name,Quantity (- Refund),Item Cost
7001,Completed,2025-06-01 10:10,Dana,Levi,dana@mail.example,300,1,Syrah 2021,2,100
,,,,,,,2,Merlot,1,100
7002,Completed,2025-06-02 10:10,Noa,Kohen,noa@mail.example,90,1,Rosé,1,90`,
      ),
    ]);
    expect(read.problems).toEqual([]);
    expect(read.orders).toMatchObject([
      { id: '7001', name: 'Dana Levi', status: 'completed', counts: true, items: [{ name: 'Syrah 2021', quantity: 2 }, { name: 'Merlot', quantity: 1 }] },
      { id: '7002', items: [{ name: 'Rosé' }] },
    ]);
  });

  test('an order’s further lines may repeat its id, address and date; its status and total are the first line’s', () => {
    const read = ordersIn([
      sheetOf(
        'Orders',
        `Order ID,Email,Status,Total,Created at,Lineitem name,Lineitem quantity
1001,dana@mail.example,completed,300,2025-06-01 10:10,Syrah 2021,2
1001,dana@mail.example,,,2025-06-01 10:10,Merlot,1
1002,noa@mail.example,,,2025-06-01 10:10,Merlot,1`,
      ),
    ]);
    expect(read.problems).toEqual([]);
    expect(read.orders).toMatchObject([{ id: '1001', total: 300, counts: true, items: [{ name: 'Syrah 2021', quantity: 2 }, { name: 'Merlot', quantity: 1 }] }, { id: '1002', counts: false }]);
  });

  test('a column that merely counts the items tells none', () => {
    expect(ordersIn([sheetOf('Orders', 'Order ID,Date,Status,Email,Items\n1,2025-06-01,completed,dana@mail.example,2')]).orders[0]?.items).toEqual([]);
  });
});

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<Cell>('', '1001', '2025-06-01', 'completed', 'dana@mail.example', '12,50', '₪ 5', '[{"name":', 'name:x|quantity:', '((1)(2)(', { moment: '2025-06-01T00:30:00' }, { moment: '1899-12-30T00:00:00' }),
);

test('whatever the cells hold, each row becomes an order, a line in the problems, or nothing at all', () => {
  const header = ['Order ID', 'Date', 'Status', 'Email', 'Total', 'Refund', 'Currency', 'Phone', 'Language', 'line_items', 'Item name'];
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: header.length }), { maxLength: 8 }), (rows) => {
      const read = ordersIn([sheetOfCells('Orders', header, ...rows)]);
      for (const order of read.orders) {
        expect(order.id).not.toBe('');
        expect(order.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(order.email).toContain('@');
        if (order.counts) expect(Number.isFinite(order.total)).toBe(true);
      }
      for (const problem of read.problems) expect(problem.row).toBeGreaterThan(1);
      expect(new Set(read.orders.map(({ id }) => id)).size).toBe(read.orders.length);
    }),
  );
});

test('no sheet at all is refused', () => {
  expect(() => ordersIn([])).toThrow(Refusal);
});

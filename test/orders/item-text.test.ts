import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsInText } from '../../src/orders/item-text';
import { jsonIn } from '../../src/orders/json-text';

const item = (name: string, quantity = 1, total: number | null = null) => ({ name, quantity, total });

test.each([
  ['id:1|name:Red wine, 2019|product_id:500|sku:RW|quantity:2|subtotal:220.00|total:220.00|refunded:0.00;id:2|name:White "Reserve"|quantity:1|total:100.00', [item('Red wine, 2019', 2, 220), item('White "Reserve"', 1, 100)]],
  ['name:Red wine; dry|product_id:500|sku:RW|quantity:2|total:220.00|sub_total:220.00', [item('Red wine; dry', 2, 220)]],
  ['Red wine, 2019(2)(RW-19), White "Reserve"(1)(WR-21)', [item('Red wine, 2019', 2), item('White "Reserve"', 1)]],
  ['Syrah (magnum)(1)()', [item('Syrah (magnum)', 1)]],
  ['[{"id":1,"name":"Red \\"wine\\"","quantity":2,"total":"220.00","meta_data":[{"key":"a","value":null}]},{"name":"White","quantity":1,"total":"90"}]', [item('Red "wine"', 2, 220), item('White', 1, 90)]],
  ['2× Syrah 2021, 1× Merlot', [item('Syrah 2021', 2), item('Merlot', 1)]],
  ['Syrah 2021 x 2\nMerlot x 1', [item('Syrah 2021', 2), item('Merlot', 1)]],
  ['Red wine, 2019', [item('Red wine, 2019')]],
  ['Syrah &amp; Merlot', [item('Syrah & Merlot')]],
  ['2', []],
  ['2, 3', []],
  ['', []],
  ['[{"name":', [item('[{"name":')]],
])('%j', (text, items) => {
  expect(itemsInText(text)).toEqual(items);
});

test('a number cell is a count, not an item', () => {
  expect(itemsInText(3)).toEqual([]);
});

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(jsonIn(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('JSON that was cut off is no JSON, and no exception', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, n) => {
      const cut = `[${text}`.slice(0, 1 + (n % (text.length + 1)));
      expect(jsonIn(cut)).toBeUndefined();
    }),
  );
});

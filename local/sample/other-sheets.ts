import type { Day } from '../../src/shared/day';
import { addDays, serialOfDay } from '../../src/shared/day';
import { blankSheet, putAttributes, putValue } from '../cells/sheet';
import type { Sheet } from '../workbook/model';
import type { Random } from './random';
import { filledSheet } from './order-sheets';
import type { Product } from './wines';

const productKinds = ['Red', 'White', 'Rosé', 'Sparkling', 'Dessert', 'Other'];

/** The shop's product list, with a drop-down, prices in shekels and links. */
export function productsSheet(catalogue: readonly Product[]): Sheet {
  const header = ['wpm_SKU', 'wpm_Name', 'wpm_NameHe', 'wpm_Kind', 'wpm_Vintage', 'wpm_Price', 'wpm_Published', 'wpm_Link'];
  const rows = catalogue.map((product) => [
    { value: product.sku, with: { format: '@' } },
    { value: product.name },
    { value: product.nameHe },
    { value: product.kind, with: { dropDown: { values: productKinds, allowInvalid: false, help: 'Kind of product', checkbox: false } } },
    { value: product.vintage },
    { value: product.price, with: { format: '#,##0 "₪"' } },
    { value: product.soldUntil >= 9999 || product.liking > 0.5, with: { dropDown: { values: [], allowInvalid: false, help: null, checkbox: true } } },
    { value: 'page', with: { link: `https://shop.example/product/${product.sku.toLowerCase()}` } },
  ]);
  const sheet = filledSheet('SysProducts', header, rows);
  sheet.frozenColumns = 1;
  sheet.columnWidths.set(1, 260).set(2, 220);
  return sheet;
}

/** Stock by place, with the shop's own formulas and colours. */
export function inventorySheet(catalogue: readonly Product[], today: Day, random: Random): Sheet {
  const header = ['SKU', 'Shop', 'Store room', 'Total', 'Counted On', 'Remark'];
  const counts = catalogue.map(({ sku }) => ({ sku, shop: random.between(0, 36), store: random.between(0, 20) * 6, counted: addDays(today, -random.between(2, 40)) }));
  const rows = counts.map(({ sku, shop, store, counted }, index) => [
    { value: sku, with: { format: '@' } },
    { value: shop },
    { value: store },
    {
      value: shop + store,
      with: { formula: `=B${index + 2}+C${index + 2}`, bold: true, ...(shop + store < 12 ? { background: '#f4cccc' } : {}) },
    },
    { value: serialOfDay(counted), with: { format: 'dd/mm/yyyy' } },
    { value: shop + store < 12 ? random.pick(['order more', 'להזמין', '1-2 cases left', '+6 on the way']) : null },
  ]);
  const sheet = filledSheet('Inventory', header, rows);
  const last = catalogue.length + 1;
  putValue(sheet, last + 1, 0, 'Bottles');
  putValue(sheet, last + 1, 3, counts.reduce((sum, { shop, store }) => sum + shop + store, 0));
  putAttributes(sheet, last + 1, 3, { formula: `=SUM(D2:D${last})`, bold: true });
  sheet.maxRows = last + 50;
  return sheet;
}

/** The owner's own jottings, right to left, nothing in rows and columns. */
export function notesSheet(today: Day): Sheet {
  const sheet = blankSheet('Notes', 60, 8);
  sheet.rightToLeft = true;
  const lines: readonly (readonly [number, number, string | number])[] = [
    [0, 0, 'פתקים'],
    [2, 0, 'לבדוק עם היקב לגבי הרוזה החדש'],
    [2, 1, '052-5550123'],
    [3, 0, 'Pesach delivery: last orders by Tuesday'],
    [5, 0, 'Rent'],
    [5, 1, 8200],
    [6, 0, 'Glasses for the tasting'],
    [6, 1, '2-3 boxes'],
    [8, 3, '=not a formula, a reminder'],
  ];
  for (const [row, column, value] of lines) putValue(sheet, row, column, value);
  putAttributes(sheet, 0, 0, { bold: true, background: '#fff2cc', note: 'שלי. לא לגעת.' });
  putAttributes(sheet, 2, 1, { format: '@' });
  putAttributes(sheet, 5, 1, { format: '#,##0.00 "₪"' });
  putAttributes(sheet, 6, 1, { format: '@', fontColor: '#990000' });
  putAttributes(sheet, 8, 3, { format: '@', wrap: true });
  putValue(sheet, 9, 0, serialOfDay(addDays(today, 20)));
  putAttributes(sheet, 9, 0, { format: 'd.m.yyyy' });
  sheet.columnWidths.set(0, 320);
  return sheet;
}

/** The import's own settings, on a hidden sheet. */
export function configSheet(): Sheet {
  const sheet = filledSheet('SysConfig', ['scf_Key', 'scf_Value'], [
    [{ value: 'import.folder' }, { value: 'web-orders' }],
    [{ value: 'import.encoding' }, { value: 'utf-8' }],
    [{ value: 'archive.after.days' }, { value: 365 }],
    [{ value: 'sku.pad' }, { value: '00123', with: { format: '@' } }],
  ]);
  sheet.hidden = true;
  return sheet;
}

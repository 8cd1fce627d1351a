import { foldHeader } from '../shared/text';
import type { OrderField } from '../settings/order-fields';

/**
 * The headers under which shops' exports write each field, the most telling first; of two in one sheet the earlier wins.
 * From jlmops (wom_, woma_), WebToffee, AlgolPlus (English and Hebrew labels), SkyVerge (default, import and legacy forms),
 * WooCommerce's REST API, GSheetConnector and WPSyncSheets. Compared by `headerKey`, so case, blanks and `_` are no matter.
 */
export const knownHeaders: Readonly<Record<OrderField, readonly string[]>> = {
  id: ['Order ID', 'post_id', 'ID', 'מזהה הזמנה', 'מזהה ההזמנה', 'מזהה'],
  number: ['Order number', 'order_number_formatted', 'Order #', 'Order No.', 'Order', 'number', 'מספר הזמנה', 'מספר ההזמנה', "מס' הזמנה", 'הזמנה', 'הזמנה מס'],
  date: ['Order date', 'Date', 'Date created', 'Created date', 'Created at', 'Order created', 'Order date created', 'post_date', 'Purchase date', 'Ordered on', 'Order date time', 'Order time', 'תאריך הזמנה', 'תאריך ההזמנה', 'תאריך', 'תאריך יצירה', 'נוצר בתאריך'],
  completed: ['Completed date', 'Date completed', 'Order completion date', 'Order completed date', 'Completed at', 'Completed on', 'תאריך השלמה', 'תאריך ההשלמה', 'תאריך סיום', 'הושלם בתאריך'],
  status: ['Order status', 'Status', 'post_status', 'סטטוס הזמנה', 'סטטוס ההזמנה', 'מצב הזמנה', 'מצב ההזמנה', 'סטטוס', 'סטאטוס', 'מצב'],
  email: [
    'Billing email', 'Email (Billing)', 'Billing email address', 'Billing EmailID', 'Email', 'E-mail', 'Email address', 'E-mail address',
    'אימייל (חיוב)', 'אימייל לחיוב', 'דוא"ל (חיוב)', 'דוא"ל לחיוב', 'כתובת אימייל', 'כתובת דוא"ל', 'אימייל', 'דוא"ל', 'דואר אלקטרוני', 'מייל',
    'Customer email', 'Customer user email', 'User email', 'Customer e-mail address', 'Buyer email', 'אימייל הלקוח', 'אימייל לקוח',
  ],
  firstName: ['Billing first name', 'First name (Billing)', 'First name', 'Customer first name', 'שם פרטי (חיוב)', 'שם פרטי לחיוב', 'שם פרטי'],
  lastName: ['Billing last name', 'Last name (Billing)', 'Last name', 'Surname', 'Customer last name', 'שם משפחה (חיוב)', 'שם משפחה לחיוב', 'שם משפחה'],
  fullName: ['Billing full name', 'Full name (Billing)', 'Billing name', 'Full name', 'Customer name', 'Customer', 'Name', 'Buyer name', 'שם מלא (חיוב)', 'שם מלא', 'שם הלקוח', 'שם לקוח', 'לקוח', 'שם'],
  phone: ['Billing phone', 'Phone (Billing)', 'Billing phone number', 'Phone', 'Phone number', 'Telephone', 'Mobile', 'Customer phone', 'טלפון (חיוב)', 'טלפון לחיוב', 'טלפון', 'טלפון נייד', 'נייד', 'מספר טלפון'],
  language: ['meta:wpml_language', 'wpml_language', 'meta_wpml_language', '_wpml_language', 'Order language', 'Customer language', 'Language', 'lang', 'שפה', 'שפת הזמנה', 'שפת ההזמנה'],
  total: ['Order total', 'Order total amount', 'Grand total', 'Total', 'Total amount', 'Order amount', 'Amount', 'Total price', 'סכום הזמנה', 'סכום ההזמנה', 'סה"כ הזמנה', 'סה"כ להזמנה', 'סה"כ לתשלום', 'סה"כ', 'סך הכל', 'סכום כולל', 'סכום'],
  net: ['Order total amount (- Refund)', 'order_total_inc_refund', 'Order total net of refunds', 'Total net of refunds', 'Order net total', 'Net total', 'Net order total', 'Net amount', 'Net payment', 'Net', 'סה"כ נטו', 'סכום נטו', 'נטו'],
  refunds: [
    'Refunded total', 'Total refunded', 'Order refund amount', 'order_refund', 'Refund total', 'Refund amount', 'Refunded amount', 'Amount refunded', 'Partial refund amount', 'Order refunds', 'Refunded', 'Refund', 'Refunds', 'refund_items',
    'סכום החזר', 'סכום ההחזר', 'סכום זיכוי', 'החזר כספי', 'החזרים', 'החזר', 'זיכוי', 'זיכויים',
  ],
  currency: ['Order currency', 'Currency', 'Currency code', 'Order currency code', 'מטבע', 'מטבע ההזמנה'],
  items: ['line_items', 'Order items', 'Product name(QTY)(SKU)', 'Products', 'Product(s)', 'Items', 'Items ordered', 'Ordered items', 'פריטים', 'מוצרים', 'פריטי הזמנה'],
  itemName: ['item_name', 'Product name', 'Lineitem name', 'Line item name', 'Product', 'Item', 'שם פריט', 'שם הפריט', 'שם מוצר', 'שם המוצר', 'מוצר', 'פריט'],
  itemQuantity: ['item_quantity', 'Quantity (- Refund)', 'Quantity', 'Product quantity', 'Item qty', 'Qty', 'Lineitem quantity', 'Item amount', 'כמות', 'כמות (- החזר)'],
  itemTotal: ['item_total', 'Order line total (- Refund)', 'Order line total (include tax)', 'Order line total', 'Line total', 'Row price', 'Product total', 'Item total', 'סה"כ שורה', 'סה"כ פריט'],
};

/**
 * Last resort for labels that differ from shop to shop, above all translated ones: tried on `headerKey`s of columns that no
 * known header has taken.
 */
export const headerPatterns: Readonly<Partial<Record<OrderField, RegExp>>> = {
  number: /^(?:מספר|מס|מזהה)ה?הזמנה/,
  date: /^תאריך(?:ושעת|ה)?(?:הזמנה|ההזמנה|יצירה|יצירת|רכישה)/,
  completed: /^תאריך(?:ה)?(?:השלמה|השלמת|סיום)/,
  status: /^(?:סטטוס|סטאטוס|מצב)ה?הזמנה/,
  email: /^(?:billing|customer|buyer|client|contact|payer|purchaser|shopper|invoice)e?mail(?:address|id)?$|^(?!.*משלוח).*(?:אימייל|דואל|דואראלקטרוני)/,
  firstName: /^שםפרטי(?!.*משלוח)/,
  lastName: /^שםמשפחה(?!.*משלוח)/,
  phone: /^(?:מספר|מס)?(?:ה)?טלפון(?!.*משלוח)/,
  total: /^(?:order|grand|final)?(?:total|amount)(?:amount|price|sum|value|paid)?(?:ils|nis|usd|eur|gbp|inctax|incltax|incvat|inclvat|includingtax)?$|^(?=.*(?:סהכ|סכום|סךהכל|סךהכול))(?!.*(?:מס|מעמ|משלוח|החזר|הנח|זיכוי|פריט|שורה|ביניים|קופון|עמל|נטו|מוצר))/,
  refunds: /^(?=.*(?:החזר|זיכוי))(?!.*(?:תאריך|סיבה|מס|משלוח|פריט|שורה|כמות|נטו|סטטוס|בניכוי))/,
  net: /^(?=.*(?:סהכ|סכום))(?=.*(?:בניכויהחזר|בניכויזיכוי|לאחרהחזר|לאחרזיכוי|נטו))/,
  currency: /^מטבע/,
};

/** Headers of an item sheet (WebOrdItemsM, woi_, woia_): here `Name` and `Total` are the item's. */
export const itemSheetHeaders: Readonly<Record<'id' | 'itemName' | 'itemQuantity' | 'itemTotal', readonly string[]>> = {
  id: ['Order ID', 'Order number', 'Order', 'מזהה הזמנה', 'מספר הזמנה'],
  itemName: [...knownHeaders.itemName, 'Name', 'Title', 'שם'],
  itemQuantity: knownHeaders.itemQuantity,
  itemTotal: [...knownHeaders.itemTotal, 'Total', 'Amount', 'סה"כ'],
};

/** A header as headers are compared: letters and digits only, in lower case; `#` reads “number”. */
export const headerKey = (header: string): string =>
  foldHeader(header)
    .replace(/#/g, 'number')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** WooCommerce's Analytics export: orders by customer name, without an address. */
export const isAnalyticsExport = (header: readonly string[]): boolean => {
  const keys = new Set(header.map(headerKey));
  return keys.has('customertype') && keys.has('itemssold') && (keys.has('products') || keys.has('nrevenue') || keys.has('nrevenueformatted') || keys.has('netsales'));
};

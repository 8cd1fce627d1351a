import type { Random } from './random';

/** Something the shop sells. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly nameHe: string;
  readonly winery: string;
  readonly kind: 'Red' | 'White' | 'Rosé' | 'Sparkling' | 'Dessert' | 'Other';
  readonly vintage: number | null;
  /** In shekels. */
  readonly price: number;
  /** The first and the last year in which it was on the shelf. */
  readonly soldFrom: number;
  readonly soldUntil: number;
  /** How often it is bought beside others. */
  readonly liking: number;
}

/** Made-up wineries: English and Hebrew name, and how dear their wines are beside the usual price. */
const wineries = [
  ['Kerem Shani', 'כרם שני', 1],
  ['Sahar Hills', 'גבעות סהר', 1.15],
  ['Eshed Estate', 'אחוזת אשד', 1.45],
  ['Alonim Cellar', 'מרתף אלונים', 0.8],
  ['Tsukit', 'צוקית', 0.95],
  ['Nofei Ella', 'נופי אלה', 1.25],
  ['Har Atid', 'הר עתיד', 1.9],
  ['Deror', 'דרור', 0.85],
  ['Gefen Aviv', 'גפן אביב', 0.9],
  ['Ruach Darom', 'רוח דרום', 1.05],
] as const;

/** Grapes and styles: English and Hebrew name, kind, usual price in shekels, years from harvest to shelf. */
const styles = [
  ['Syrah', 'סירה', 'Red', 98, 3],
  ['Cabernet Sauvignon', 'קברנה סוביניון', 'Red', 119, 3],
  ['Merlot', 'מרלו', 'Red', 89, 3],
  ['Carignan Old Vines', 'קריניאן כרמים עתיקים', 'Red', 132, 3],
  ['Petite Sirah', 'פטיט סירה', 'Red', 112, 3],
  ['Marselan', 'מרסלן', 'Red', 109, 2],
  ['Reserve Blend', 'רזרב', 'Red', 168, 4],
  ['Chardonnay', 'שרדונה', 'White', 92, 2],
  ['Sauvignon Blanc', 'סוביניון בלאן', 'White', 74, 1],
  ['Viognier', 'ויונייה', 'White', 86, 2],
  ['Dry Riesling', 'ריזלינג יבש', 'White', 79, 1],
  ['Grenache Rosé', 'רוזה גרנאש', 'Rosé', 69, 1],
  ['Blanc de Blancs Brut', 'בלאן דה בלאן ברוט', 'Sparkling', 145, 4],
  ['Late Harvest Muscat', 'מוסקט בציר מאוחר', 'Dessert', 84, 2],
] as const;

const others = [
  ['GB-01', 'Gift Box for Two Bottles', 'מארז מתנה לשני בקבוקים', 39],
  ['GB-02', 'Wooden Gift Box', 'ארגז עץ למתנה', 75],
  ['GL-06', 'Six Tasting Glasses', 'שישה כוסות טעימה', 129],
  ['OO-05', 'Early Harvest Olive Oil 500 ml', 'שמן זית מסיק מוקדם 500 מ״ל', 58],
  ['CS-01', 'Waiter’s Corkscrew', 'חולץ פקקים מלצרים', 45],
] as const;

/** The gift box that goes with an order sent to someone else. */
export const GIFT_BOX = 'GB-01';

const priceNear = (amount: number): number => Math.max(49, Math.round(amount / 10) * 10 - 1);

/** The shop's list as it stands in `year`: fifty wines of made-up wineries in the vintages of the last years, and what goes with wine. */
export function catalogueOf(year: number, random: Random): Product[] {
  const wines = wineries.flatMap(([winery, wineryHe, dearness], at) =>
    random
      .shuffled(styles)
      .slice(0, 5)
      .flatMap(([style, styleHe, kind, usual, age]) => {
        const price = priceNear(usual * dearness * (1 + 0.06 * random.bell()));
        const liking = (0.4 + random.next()) * (price < 100 ? 1.6 : price < 150 ? 1 : 0.45);
        return [3, 2, 1, 0].map((older): Product => {
          const vintage = year - age - older;
          return {
            sku: `${winery.slice(0, 2).toUpperCase()}${at + 1}-${style.slice(0, 3).toUpperCase()}-${vintage % 100}`,
            name: `${winery} ${style} ${vintage}`,
            nameHe: `${styleHe} ${vintage} ${wineryHe}`,
            winery,
            kind,
            vintage,
            price: price - 2 * older,
            soldFrom: year - older,
            soldUntil: year - older + 1,
            liking,
          };
        });
      }),
  );
  return [
    ...wines,
    ...others.map(([sku, name, nameHe, price]): Product => ({ sku, name, nameHe, winery: '', kind: 'Other', vintage: null, price, soldFrom: 0, soldUntil: 9999, liking: 0.5 })),
  ];
}

/** What was on the shelf in `year`. */
export const onShelfIn = (catalogue: readonly Product[], year: number): Product[] =>
  catalogue.filter(({ soldFrom, soldUntil }) => soldFrom <= year && year <= soldUntil);

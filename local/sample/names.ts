/** A name as its bearer writes it, and in Latin letters for the mail address. */
export type Name = readonly [written: string, latin: string];

const latin = (words: string): Name[] => words.split(' ').map((word) => [word, word] as const);
const paired = (words: string): Name[] =>
  words.split(' ').map((pair): Name => {
    const [written = '', inLatin = ''] = pair.split('/');
    return [written.replace(/_/g, ' '), inLatin];
  });

export interface Names {
  readonly first: readonly Name[];
  readonly last: readonly Name[];
}

export const hebrewNames: Names = {
  first: paired(
    'נועה/noa תמר/tamar שירה/shira מיכל/michal יעל/yael רונית/ronit אורלי/orly דנה/dana הילה/hila ענת/anat גלית/galit מירב/meirav טל/tal ליאת/liat עדי/adi אפרת/efrat רחל/rachel שרה/sara מרים/miriam איילת/ayelet ' +
      'דוד/david יוסי/yossi אבי/avi משה/moshe עמית/amit איתי/itai גיל/gil רון/ron אורי/uri ניר/nir יונתן/yonatan דניאל/daniel עומר/omer אלון/alon ברק/barak שי/shai אסף/asaf צביקה/tzvika חיים/haim נדב/nadav ארז/erez עידו/ido',
  ),
  last: paired(
    'כהן/cohen לוי/levi מזרחי/mizrahi פרץ/peretz ביטון/biton דהן/dahan אברהם/avraham פרידמן/friedman אזולאי/azoulay כץ/katz יוסף/yosef חדד/hadad עמר/amar גבאי/gabay שפירא/shapira אוחיון/ohayon בן-דוד/ben-david רוזן/rosen ' +
      'קליין/klein שרון/sharon גולן/golan ברק/barak אלמוג/almog נחום/nahum הררי/harari שלום/shalom ארבל/arbel רביב/raviv סגל/segal בר-און/bar-on דיין/dayan קדוש/kadosh וקנין/vaknin צור/tzur ליבנה/livne גרינברג/greenberg מור/mor',
  ),
};

export const englishNames: Names = {
  first: latin(
    'Sarah Rachel David Michael Daniel Jonathan Rebecca Hannah Adam Ben Joshua Emma Olivia Laura Julia Claire Anna Susan Karen Linda Judy Ruth Miriam Leah Naomi Esther Simon Mark Paul Peter Andrew Robert Steven Jeremy Gary Alan Neil Brian Kevin Thomas George Helen Diane Barbara Fiona Grace Aaron Joel Nathan Ethan',
  ),
  last: latin(
    'Cohen Levy Goldberg Friedman Katz Schwartz Rosenberg Kaplan Weiss Klein Miller Green Brown Stein Gordon Harris Fox Davis Simons Marks Bennett Carter Evans Foster Gold Hughes Jacobs Lewis Mitchell Newman Palmer Reed Silver Taylor Turner Walker Wood Young Abrams Berger Diamond Feldman O’Connor Ross Sanders Shaw Wolfe',
  ),
};

export const frenchNames: Names = {
  first: paired('Chloé/chloe Éric/eric Hélène/helene Benoît/benoit Margaux/margaux Stéphane/stephane Valérie/valerie Jérôme/jerome Aurélie/aurelie Raphaël/raphael'),
  last: paired('Lefèvre/lefevre Benhamou/benhamou Dubois/dubois Moreau/moreau Attali/attali Périn/perin Girard/girard Sellam/sellam Chabrol/chabrol'),
};

export const russianNames: Names = {
  first: paired('Анна/anna Мария/maria Игорь/igor Сергей/sergey Ольга/olga Дмитрий/dmitry Елена/elena Борис/boris Наталья/natalia'),
  last: paired('Иванов/ivanov Коган/kogan Левин/levin Соколов/sokolov Гуревич/gurevich Шварц/shvarts Морозов/morozov Фельдман/feldman'),
};

export const japaneseNames: Names = {
  first: paired('はなこ/hanako ケン/ken ゆき/yuki サクラ/sakura ひろし/hiroshi エミ/emi'),
  last: paired('佐藤/sato 田中/tanaka 中村/nakamura 小林/kobayashi 渡辺/watanabe'),
};

/** Towns with street names, in English and Hebrew. */
export const towns: readonly (readonly [en: string, he: string])[] = [
  ['Jerusalem', 'ירושלים'],
  ['Tel Aviv', 'תל אביב'],
  ['Ra’anana', 'רעננה'],
  ['Haifa', 'חיפה'],
  ['Modi’in', 'מודיעין'],
  ['Herzliya', 'הרצליה'],
  ['Beit Shemesh', 'בית שמש'],
  ['Zichron Ya’akov', 'זכרון יעקב'],
  ['Ramat Gan', 'רמת גן'],
  ['Be’er Sheva', 'באר שבע'],
  ['Netanya', 'נתניה'],
];

export const streets: readonly (readonly [en: string, he: string])[] = [
  ['Hagefen St.', 'רח׳ הגפן'],
  ['Harakevet St.', 'רח׳ הרכבת'],
  ['Hazayit St.', 'רח׳ הזית'],
  ['Emek Refaim', 'עמק רפאים'],
  ['Herzl St.', 'רח׳ הרצל'],
  ['Weizmann St.', 'רח׳ ויצמן'],
  ['Hanasi Blvd.', 'שד׳ הנשיא'],
  ['Ha’alon St.', 'רח׳ האלון'],
];

import { fold } from './text';

// ISO 639-1; `na` (Nauru) is left out because it stands for “not available” in real sheets.
const CODES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj ' +
    'fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la ' +
    'lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc ' +
    'sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** Former and three-letter codes and the names people use, English and their own. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: 'iw heb hebrew עברית ivrit',
    en: 'eng english אנגלית',
    ar: 'ara arabic العربية ערבית',
    ru: 'rus russian русский רוסית',
    fr: 'fra fre french français francais צרפתית',
    es: 'spa spanish español espanol castellano ספרדית',
    de: 'deu ger german deutsch גרמנית',
    it: 'ita italian italiano איטלקית',
    pt: 'por portuguese português portugues פורטוגזית',
    nl: 'nld dut dutch nederlands הולנדית',
    ja: 'jpn japanese 日本語 יפנית',
    ko: 'kor korean 한국어 קוריאנית',
    zh: 'zho chi chinese 中文 mandarin סינית',
    uk: 'ukr ukrainian українська אוקראינית',
    pl: 'pol polish polski פולנית',
    ro: 'ron rum romanian română romana רומנית',
    hu: 'hun hungarian magyar הונגרית',
    cs: 'ces cze czech čeština',
    el: 'ell gre greek ελληνικά יוונית',
    tr: 'tur turkish türkçe טורקית',
    sv: 'swe swedish svenska שוודית',
    da: 'dan danish dansk דנית',
    no: 'nor norwegian norsk nb נורווגית',
    fi: 'fin finnish suomi פינית',
    am: 'amh amharic አማርኛ אמהרית',
    yi: 'ji yid yiddish ייִדיש יידיש אידיש',
    id: 'in ind indonesian',
    hi: 'hin hindi हिन्दी הינדי',
    th: 'tha thai ไทย תאית',
    fa: 'fas per persian farsi فارسی פרסית',
    ka: 'kat geo georgian ქართული גאורגית',
  }).flatMap(([code, names]) => names.split(' ').map((name): [string, string] => [name, code])),
);

/** One wording: `he`, `he_IL`, `zh-Hans`, `Hebrew`, `English (US)`, `עברית`. */
function codeOf(word: string): string | null {
  const name = NAMES.get(word);
  if (name !== undefined) return name.toUpperCase();
  const head = /^([a-z]{2,3})(?:[_-][a-z0-9]{2,4}){0,2}$/.exec(word)?.[1];
  if (head !== undefined) {
    const code = NAMES.get(head) ?? head;
    return CODES.has(code) ? code.toUpperCase() : null;
  }
  const bare = word.replace(/\s*[([].*$|\s+-\s+.*$/, '');
  return bare !== word && bare !== '' ? codeOf(bare) : null;
}

/**
 * The two-letter code, in capitals, of a language as exports write it: `he`, `iw`, `he_IL`, `Hebrew`, `עברית` are HE.
 * Null where the text names no language, or two different ones at once.
 */
export function languageCode(text: string): string | null {
  const words = fold(text)
    .split(/[,;|/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const codes = words.map(codeOf);
  const first = codes[0] ?? null;
  return codes.every((code) => code === first) ? first : null;
}

import type { Style } from 'exceljs';
import { localeRules } from '../cells/locale';
import type { CellAttributes } from './model';

const hexOf = (argb: string | undefined): string | undefined => (argb === undefined || !/^[0-9a-f]{8}$/i.test(argb) ? undefined : `#${argb.slice(2).toLowerCase()}`);

/** A colour as #rrggbb; names and other forms have no place in a file. */
const argbOf = (colour: string | undefined): string | undefined => (colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? `FF${colour.slice(1).toUpperCase()}` : undefined);

function formatOf(numFmt: string | undefined, locale: string): string | undefined {
  if (numFmt === undefined || numFmt === '' || /^general$/i.test(numFmt)) return undefined;
  // Excel's formats 14 and 22 mean "short date of whoever looks".
  if (numFmt === 'mm-dd-yy') return localeRules(locale).shortDate;
  if (/^m\/d\/yy "?h"?:mm$/.test(numFmt)) return `${localeRules(locale).shortDate} h:mm`;
  return numFmt;
}

/** A cell's style in a file as attributes; undefined where all is default. What the model has no word for is left out. */
export function attributesOfStyle(style: Partial<Style>, locale: string): CellAttributes | undefined {
  const { numFmt, font, fill, alignment } = style;
  const attributes: CellAttributes = {};
  // Newer files give the number format as an object, which the types do not know.
  const given: unknown = numFmt;
  const format = formatOf(typeof given === 'string' ? given : undefined, locale);
  if (format !== undefined) attributes.format = format;
  if (font?.bold === true) attributes.bold = true;
  if (font?.italic === true) attributes.italic = true;
  if (font?.strike === true) attributes.fontLine = 'line-through';
  else if (font?.underline !== undefined && font.underline !== false && font.underline !== 'none') attributes.fontLine = 'underline';
  const fontColor = hexOf(font?.color?.argb);
  if (fontColor !== undefined && fontColor !== '#000000') attributes.fontColor = fontColor;
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? hexOf(fill.fgColor?.argb) : undefined;
  if (background !== undefined && background !== '#ffffff') attributes.background = background;
  if (alignment?.wrapText === true) attributes.wrap = true;
  const { horizontal, vertical } = alignment ?? {};
  if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') attributes.align = horizontal;
  if (vertical === 'top' || vertical === 'middle') attributes.verticalAlign = vertical;
  return Object.keys(attributes).length === 0 ? undefined : attributes;
}

/** The style that a file gives a cell of these attributes. */
export function styleOfAttributes(attributes: CellAttributes): Partial<Style> {
  const { format, bold, italic, fontLine, fontSize, fontColor, background, wrap, align, verticalAlign } = attributes;
  const color = argbOf(fontColor);
  const fill = argbOf(background);
  const font = {
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(fontLine === 'line-through' ? { strike: true } : fontLine === 'underline' ? { underline: true } : {}),
    ...(fontSize === undefined ? {} : { size: fontSize }),
    ...(color === undefined ? {} : { color: { argb: color } }),
  };
  const alignment = {
    ...(wrap === true ? { wrapText: true } : {}),
    ...(align === undefined ? {} : { horizontal: align }),
    ...(verticalAlign === undefined ? {} : { vertical: verticalAlign }),
  };
  return {
    ...(format === undefined ? {} : { numFmt: format }),
    ...(Object.keys(font).length === 0 ? {} : { font: { name: 'Arial', size: 10, ...font } }),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
    ...(Object.keys(alignment).length === 0 ? {} : { alignment }),
  };
}

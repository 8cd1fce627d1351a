import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import { flag, integer, number, orNothing, text } from '../kit/shape';
import { instance } from '../kit/wrapped';

/** The look of words in a cell; only the look of the whole cell is kept. */
export interface TextStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fontColor?: string;
  fontSize?: number;
}

export interface RichText {
  words: string;
  link: string | null;
  style: TextStyle;
}

const style = methodsOf<TextStyle>();

export const textStyle: Emulation<TextStyle> = emulation<TextStyle>('SpreadsheetApp.TextStyle', 'spreadsheets', {
  isBold: style.free(style.takes([], (one) => one.bold ?? false)),
  isItalic: style.free(style.takes([], (one) => one.italic ?? false)),
  isUnderline: style.free(style.takes([], (one) => one.underline ?? false)),
  isStrikethrough: style.free(style.takes([], (one) => one.strikethrough ?? false)),
  getForegroundColor: style.free(style.takes([], (one) => one.fontColor ?? '#000000')),
  getFontSize: style.free(style.takes([], (one) => one.fontSize ?? 10)),
});

const sets = <K extends 'bold' | 'italic' | 'underline' | 'strikethrough'>(key: K) =>
  style.free(
    style.takes([flag], (one, _run, value) => {
      one[key] = value;
      return SELF;
    }),
  );

export const textStyleBuilder: Emulation<TextStyle> = emulation<TextStyle>('SpreadsheetApp.TextStyleBuilder', 'spreadsheets', {
  setBold: sets('bold'),
  setItalic: sets('italic'),
  setUnderline: sets('underline'),
  setStrikethrough: sets('strikethrough'),
  setForegroundColor: style.free(
    style.takes([text], (one, _run, color) => {
      one.fontColor = color;
      return SELF;
    }),
  ),
  setFontSize: style.free(
    style.takes([number], (one, _run, size) => {
      one.fontSize = size;
      return SELF;
    }),
  ),
  build: style.free(style.takes([], (one, run) => run.wrap(textStyle, { ...one }))),
});

const rich = methodsOf<RichText>();

export const richTextValue: Emulation<RichText> = emulation<RichText>('SpreadsheetApp.RichTextValue', 'spreadsheets', {
  getText: rich.free(rich.takes([], (value) => value.words)),
  getLinkUrl: rich.free(rich.takes([], (value) => value.link)),
  getTextStyle: rich.free(rich.takes([], (value, run) => run.wrap(textStyle, value.style))),
  copy: rich.free(rich.takes([], (value, run) => run.wrap(richTextValueBuilder, { ...value }))),
});

/** Builds words with one link and one look; a part of the words cannot have its own. */
export const richTextValueBuilder: Emulation<RichText> = emulation<RichText>('SpreadsheetApp.RichTextValueBuilder', 'spreadsheets', {
  setText: rich.free(
    rich.takes([text], (value, _run, words) => {
      Object.assign(value, { words, link: null, style: {} });
      return SELF;
    }),
  ),
  setLinkUrl: rich.free(
    rich.takes([orNothing(text)], (value, _run, link) => {
      value.link = link;
      return SELF;
    }),
    rich.takes([integer, integer, orNothing(text)], (value, _run, from, to, link) => {
      whole(value, from, to);
      value.link = link;
      return SELF;
    }),
  ),
  setTextStyle: rich.free(
    rich.takes([instance(() => textStyle)], (value, _run, look) => {
      value.style = { ...look };
      return SELF;
    }),
    rich.takes([integer, integer, instance(() => textStyle)], (value, _run, from, to, look) => {
      whole(value, from, to);
      value.style = { ...look };
      return SELF;
    }),
  ),
  build: rich.free(rich.takes([], (value, run) => run.wrap(richTextValue, { ...value }))),
});

function whole(value: RichText, from: number, to: number): void {
  if (from === 0 && to === value.words.length) return;
  throw new ScriptException('A link or style on a part of the words is not emulated');
}

import type { Text } from '../../shared/text';
import { say } from './language';

type Child = Node | Text | string | number | null | undefined | false | readonly Child[];
type Listener = (event: Event) => void;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Text | Listener>>;

/**
 * An element built from text alone, so that no name or note can become markup; a sentence of the catalogue stands in the page's language. Attributes by their HTML names; `onclick` and the like
 * take functions; `value`, `checked` and `selected` are set as properties; true is the bare attribute; false and null leave it out.
 * `key` is `data-key`, by which focus finds an element again.
 */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  append(element, children);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') Object.assign(element, { [name]: value });
    else element.setAttribute(name === 'key' ? 'data-key' : name, value === true ? '' : wordsOf(value));
  }
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (isList(child)) append(parent, child);
    else parent.appendChild(child instanceof Node ? child : document.createTextNode(wordsOf(child)));
  }
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

/** A sentence of the catalogue in the page's language; anything else as it prints. */
const wordsOf = (value: string | number | boolean | Text): string => (typeof value === 'object' ? say(value) : String(value));

/** Makes these the element's only children. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

const SVG = 'http://www.w3.org/2000/svg';

/** A small decorative picture, 20 × 20 in the text's colour, from the `d` of its paths; screen readers pass over it. */
export function icon(...paths: readonly string[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 20 20', width: '18', height: '18', 'aria-hidden': 'true', class: 'icon' })) svg.setAttribute(name, value);
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.appendChild(path);
  }
  return svg;
}

/** Somebody else's words (a name, a note, an item) in their own direction, isolated from the sentence around them. */
export const theirs = (words: string | Text): HTMLElement => h('bdi', { dir: 'auto' }, words);

/** Several of them, each in its own direction: a Hebrew wine does not turn the year of the one before it round. */
export const theirsIn = (all: readonly string[]): Child => all.map((one, i) => [i === 0 ? '' : ', ', theirs(one)]);

/** A phone, an address, an amount: left to right whatever the page's direction. */
export const ltr = (words: string): HTMLElement => h('bdi', { dir: 'ltr' }, words);

type Child = Node | string | null;
type Props<E> = { readonly [K in keyof E]?: E[K] } & {
  readonly attrs?: Readonly<Record<string, string | null>>;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
};

/** An element with properties, attributes (null leaves one out), listeners and children; words become text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props<HTMLElementTagNameMap[K]> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const { attrs, on, ...own } = props;
  Object.assign(element, own);
  for (const [name, value] of Object.entries(attrs ?? {})) if (value !== null) element.setAttribute(name, value);
  // The listener's event is the one of its name, which a list of entries no longer shows.
  for (const [name, listener] of Object.entries(on ?? {})) element.addEventListener(name, listener as EventListener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes and children. */
export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string | number>> = {}, ...children: readonly (Node | string)[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

const icons = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  reset: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  tools: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M7 10l5 5 5-5',
  list: 'M5 7h14M5 12h14M5 17h14',
  eye: 'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6Zm9-2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5 20c.6-3.4 3.4-5 7-5s6.400 1.600 7 5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.500 12h17M12 3c2.600 2.500 3.600 5.500 3.600 9s-1 6.500-3.600 9c-2.600-2.500-3.600-5.500-3.600-9S9.400 5.500 12 3Z',
  undo: 'M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-4',
  redo: 'M16 5l4 4-4 4M20 9H10a5.500 5.500 0 0 0 0 11h4',
  filter: 'M4 6h16l-6 7v5l-4 2v-7Z',
  fault: 'M12 4 3 20h18zM12 10v4M12 17v.5',
} as const;

/** A small line drawing, hidden from readers: what it stands beside says the same. */
export const icon = (name: keyof typeof icons): SVGSVGElement =>
  svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: icons[name] }));

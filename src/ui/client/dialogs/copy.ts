import { h } from '../h';

/** Puts text on the clipboard; false where that is not allowed. The clipboard's own interface is closed to frames of Apps Script; the old command is not. */
export function copy(text: string): boolean {
  const area = h('textarea', { value: text, style: 'position:fixed;inset-inline-start:-999px', 'aria-hidden': 'true', tabindex: -1 });
  const before = document.activeElement;
  document.body.appendChild(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** A link that saves the text under the name. The mark in front tells programs that it is UTF-8. */
export function downloadLink(words: string, name: string, type: string, text: string, onclick: () => void = () => undefined): HTMLAnchorElement {
  const href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: `${type};charset=utf-8` }));
  return h('a', { class: 'button', href, download: name, target: '_self', onclick }, words);
}

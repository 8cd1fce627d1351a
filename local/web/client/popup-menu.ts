import type { MenuItemView } from '../protocol/page';
import { h } from './h';

export type Entry = { readonly label: string; readonly chosen: () => void } | { readonly label: string; readonly entries: readonly Entry[] } | null;

let shut: (() => void) | null = null;

/** Closes the menu that is open, if any. */
export function closeMenu(): void {
  shut?.();
}

/** What pops up in the page: where it is hung, what is told when it goes. */
interface Popup {
  readonly closed: () => void;
  readonly focus: HTMLElement | null;
}

/** Shows an element below another, or at a point, until one goes elsewhere; gives how to close it, the focus given back or not. */
function popUp(element: HTMLElement, at: HTMLElement | { readonly x: number; readonly y: number }, { closed, focus }: Popup): (giveBack: boolean) => void {
  closeMenu();
  const before = document.activeElement;
  document.body.append(element);
  place(element, at);
  const outside = (event: PointerEvent): void => {
    if (event.target instanceof Node && !element.contains(event.target) && !(at instanceof HTMLElement && at.contains(event.target))) close(false);
  };
  const blurred = (): void => close(false);
  const close = (giveBack: boolean): void => {
    if (shut === null) return;
    shut = null;
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('blur', blurred);
    element.remove();
    closed();
    if (giveBack && before instanceof HTMLElement) before.focus();
  };
  shut = () => close(false);
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('blur', blurred);
  focus?.focus({ preventScroll: true });
  return close;
}

/** Opens a small panel with fields and buttons of its own; Escape closes it. */
export function openPanel(at: HTMLElement, content: HTMLElement, { label, focus, closed }: { readonly label: string; readonly focus: HTMLElement; readonly closed: () => void }): void {
  const panel = h('div', { className: 'popup-menu', attrs: { role: 'dialog', 'aria-label': label } }, content);
  const close = popUp(panel, at, { closed, focus });
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close(true);
  });
  // Whoever goes on with Tab has left it.
  panel.addEventListener('focusout', ({ relatedTarget }) => relatedTarget instanceof Node && !panel.contains(relatedTarget) && close(false));
}

/**
 * Opens a menu below an element, or at a point. Arrow keys, Home, End, letters, Enter and Escape work; `closed` is told
 * when it goes, and `sideways` of an arrow to the side, as in a menu bar. Null entries are lines between.
 */
export function openMenu(
  at: HTMLElement | { readonly x: number; readonly y: number },
  entries: readonly Entry[],
  { label, closed = () => undefined, sideways = () => undefined }: { readonly label: string; readonly closed?: () => void; readonly sideways?: (step: 1 | -1) => void },
): void {
  const menu = h('div', { className: 'popup-menu', attrs: { role: 'menu', 'aria-label': label } });
  const close = (giveBack: boolean): void => shutMenu(giveBack);
  menu.append(...flat(entries).map((entry) => (entry === null ? h('div', { className: 'line', attrs: { role: 'separator' } }) : itemOf(entry, close))));
  const shutMenu = popUp(menu, at, { closed, focus: menu.querySelector<HTMLElement>('[role=menuitem]') });
  menu.addEventListener('keydown', (event) => {
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const now = items.findIndex((item) => item === document.activeElement);
    const go = (to: number): void => items[(to + items.length) % items.length]?.focus();
    if (event.key === 'ArrowDown') go(now + 1);
    else if (event.key === 'ArrowUp') go(now < 0 ? items.length - 1 : now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') sideways((event.key === 'ArrowRight') === (document.dir !== 'rtl') ? 1 : -1);
    else if (event.key.length === 1 && event.key !== ' ') {
      const found = items.findIndex((item, i) => i !== now && item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) go(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function itemOf(entry: Leaf, close: (giveBack: boolean) => void): HTMLElement {
  return h('button', {
    type: 'button',
    tabIndex: -1,
    attrs: { role: 'menuitem' },
    textContent: entry.label,
    on: {
      click: () => {
        close(true);
        entry.chosen();
      },
      pointermove: (event) => {
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus({ preventScroll: true });
      },
    },
  });
}

type Leaf = { readonly label: string; readonly chosen: () => void };

/** A menu inside a menu is laid out below its name. */
const flat = (entries: readonly Entry[]): (Leaf | null)[] =>
  entries.flatMap((entry) => (entry === null || 'chosen' in entry ? [entry] : [null, ...flat(entry.entries).map((inner) => (inner === null ? null : { ...inner, label: `${entry.label} › ${inner.label}` }))]));

/** The items of the script's menu, as entries that call their function. */
export const entriesOf = (items: readonly MenuItemView[], run: (functionName: string, label: string) => void): Entry[] =>
  items.map((item) => {
    if (item.kind === 'separator') return null;
    if (item.kind === 'menu') return { label: item.menu.title, entries: entriesOf(item.menu.items, run) };
    return { label: item.label, chosen: () => run(item.functionName, item.label) };
  });

function place(menu: HTMLElement, at: HTMLElement | { readonly x: number; readonly y: number }): void {
  const { width, height } = menu.getBoundingClientRect();
  const rtl = document.dir === 'rtl';
  const anchor = at instanceof HTMLElement ? at.getBoundingClientRect() : new DOMRect(at.x, at.y, 0, 0);
  const left = rtl ? anchor.right - width : anchor.left;
  const below = anchor.bottom + 4;
  const top = below + height > window.innerHeight ? Math.max(4, at instanceof HTMLElement ? anchor.top - height - 4 : window.innerHeight - height - 4) : below;
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
  menu.style.top = `${top}px`;
}

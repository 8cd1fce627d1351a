import { refresh, step } from './list';
import { undo } from './task-actions';
import { keysDialog, newTaskDialog } from './dialogs';
import { toggleFilter, toggleSearch } from './head';
import { keysWork } from './keys-setting';
import { now, show, type Panel } from './screen';

const click = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();
const toggle = (panel: Panel): void => click(`[data-key="open-${panel}"]`);

// By the key's place, so that they work with a Hebrew keyboard too.
const acts: Readonly<Record<string, () => void>> = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyW: () => click('[data-reach="WhatsApp"]'),
  KeyC: () => click('[data-reach="Call"]'),
  KeyE: () => click('[data-reach="E-mail"]'),
  KeyY: () => click('[data-reach="copy"]'),
  KeyD: () => toggle('outcomes'),
  KeyZ: () => toggle('snooze'),
  KeyS: () => toggle('skip'),
  KeyU: undo,
  KeyN: () => click('[data-key="notes-edit"]'),
  KeyT: () => newTaskDialog(now().person?.card.person ?? null),
  KeyF: toggleFilter,
  KeyR: () => void refresh(),
};

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Esc closes what is open, innermost first. */
function closeOne(): boolean {
  const { panel, menuOpen, editing, filterOpen, searchOpen, person } = now();
  if (menuOpen) show({ menuOpen: false });
  else if (panel !== null) {
    show({ panel: null });
    document.querySelector<HTMLElement>(`[data-key="open-${panel}"]`)?.focus();
  } else if (editing !== null) show({ editing: null });
  else if (person !== null) show({ person: null });
  else if (searchOpen) toggleSearch();
  else if (filterOpen) show({ filterOpen: false });
  else return false;
  return true;
}

/** Whoever works with the keyboard alone; `?` tells the keys. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'Escape') {
      if (closeOne()) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysWork()) return;
    const act = actOf(event);
    if (act === null) return;
    event.preventDefault();
    act();
  });
}

function actOf(event: KeyboardEvent): (() => void) | null {
  if (event.key === '?') return keysDialog;
  if (now().phase !== 'ready') return null;
  if (event.key === '/') return toggleSearch;
  if (event.shiftKey) return null;
  if (/^[1-9]$/.test(event.key)) return () => click(`[data-key="choice-${event.key}"]`);
  return acts[event.code] ?? null;
}

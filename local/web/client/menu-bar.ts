import type { MenuView } from '../protocol/page';
import { h } from './h';
import { entriesOf, openMenu } from './popup-menu';
import { say } from './words';

/** The menus that the script added on opening. */
export class MenuBar {
  readonly element = h('nav', { className: 'menu-bar' });

  constructor(private readonly run: (functionName: string, label: string) => void) {}

  show(menus: readonly MenuView[]): void {
    this.element.ariaLabel = say('menuBar');
    const buttons = menus.map((menu, i) => {
      const button = h('button', { type: 'button', textContent: menu.title, attrs: { 'aria-haspopup': 'menu', 'aria-expanded': 'false' } });
      const open = (): void => {
        if (button.getAttribute('aria-expanded') === 'true') return;
        button.setAttribute('aria-expanded', 'true');
        openMenu(button, entriesOf(menu.items, this.run), {
          label: menu.title,
          closed: () => button.setAttribute('aria-expanded', 'false'),
          sideways: (step) => buttons[(i + step + buttons.length) % buttons.length]?.click(),
        });
      };
      button.addEventListener('click', open);
      button.addEventListener('keydown', (event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        open();
      });
      return button;
    });
    this.element.replaceChildren(...buttons);
  }
}

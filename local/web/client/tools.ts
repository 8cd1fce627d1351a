import type { Act } from '../protocol/acts';
import type { FaultSwitches, PageState } from '../protocol/page';
import { h, icon } from './h';
import { confirmBox } from './modal';
import { say } from './words';

/** What no spreadsheet has: the clock, the language, the user, what may go wrong, and the workbook's own file. */
export class Tools {
  readonly element = h('div', { className: 'tools', attrs: { role: 'group' } });

  constructor(private readonly perform: (act: Act) => Promise<boolean>) {}

  show(state: PageState): void {
    // A field that one is in stays as it is.
    if (this.element.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement && document.activeElement.type !== 'checkbox') return;
    const focused = document.activeElement instanceof HTMLElement && this.element.contains(document.activeElement) ? document.activeElement.dataset['tool'] : undefined;
    this.element.ariaLabel = say('tryOut');
    const clock = h('input', { type: 'datetime-local', value: state.now.slice(0, 16), ariaLabel: say('clock'), attrs: { 'data-tool': 'clock' } });
    clock.addEventListener('change', () => {
      if (clock.value !== '') void this.perform({ act: 'clock', now: clock.value });
      clock.blur();
    });
    const language = h(
      'select',
      { ariaLabel: say('language'), attrs: { 'data-tool': 'language' } },
      ...(['en_US', 'iw_IL'].includes(state.locale) ? [] : [h('option', { value: state.locale, textContent: state.locale })]),
      h('option', { value: 'en_US', textContent: 'English (en_US)' }),
      h('option', { value: 'iw_IL', textContent: 'עברית (iw_IL)' }),
    );
    language.value = state.locale;
    language.addEventListener('change', () => void this.perform({ act: 'locale', locale: language.value }));
    const user = h('input', { type: 'email', value: state.user, ariaLabel: say('user'), dir: 'ltr', attrs: { 'data-tool': 'user', list: 'users' } });
    user.addEventListener('change', () => {
      if (user.checkValidity() && user.value !== '') void this.perform({ act: 'user', user: user.value });
      user.blur();
    });
    const faults = (Object.keys(state.faults) as (keyof FaultSwitches)[]).map((name) => {
      const box = h('input', { type: 'checkbox', checked: state.faults[name], attrs: { 'data-tool': name } });
      box.addEventListener('change', () => void this.perform({ act: 'faults', faults: { ...state.faults, [name]: box.checked } }));
      return h('label', { className: 'switch', title: say(`${name}Means`) }, box, say(name));
    });
    this.element.replaceChildren(
      h('label', {}, icon('clock'), clock),
      h('button', { type: 'button', attrs: { 'data-tool': 'night' }, on: { click: () => void this.perform({ act: 'nextNight' }) } }, icon('moon'), say('nextNight')),
      h('label', {}, icon('globe'), language),
      h('label', {}, icon('user'), user, h('datalist', { id: 'users' }, h('option', { value: 'manager@shop.example' }), h('option', { value: 'clerk@shop.example' }))),
      h('fieldset', {}, h('legend', { textContent: say('faults') }), ...faults),
      h('button', { type: 'button', className: 'reset', title: say(state.sample ? 'resetSample' : 'reopen'), attrs: { 'data-tool': 'reset' }, on: { click: () => void this.reset(state) } }, icon('reset'), say('reset')),
    );
    if (focused !== undefined) this.element.querySelector<HTMLElement>(`[data-tool="${focused}"]`)?.focus();
  }

  private async reset(state: PageState): Promise<void> {
    if (await confirmBox(say(state.sample ? 'resetSample' : 'reopen'), say('resetSure'))) await this.perform({ act: 'reset' });
  }
}

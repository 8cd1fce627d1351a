import { dialogMessages as messages } from '../../messages-dialogs';
import { ask } from '../ask';
import { fill, h, ltr, theirs } from '../h';
import { say } from '../language';
import { failure, notice, waiting } from './dialog';

/** A whole address: then nobody else can be meant, such as `joann@…` by `ann@…`, and it may be another one of somebody's. */
const ADDRESS = /^\S+@\S+\.\S+$/;

/** A field in which somebody is found by address, name or phone. Whoever is meant is shown by `choose`, in `place`; where several may be, `place` offers them. */
export function personFinder(act: string, place: HTMLElement, choose: (email: string) => Promise<void>): HTMLFormElement {
  const input = h('input', { id: 'person', type: 'search', autocomplete: 'off', dir: 'auto', maxlength: 320 });
  const find = async (): Promise<void> => {
    const asked = input.value.trim();
    if (asked === '') return input.focus();
    if (ADDRESS.test(asked)) return choose(asked);
    fill(place, waiting(say(messages.working)));
    try {
      const found = await ask('findPeople', { words: asked });
      const [only] = found;
      if (only !== undefined && found.length === 1) await choose(only.email);
      else if (found.length > 0) fill(place, h('p', {}, messages.whichOne), h('ul', { class: 'row' }, found.map(({ email, name }) => h('li', {}, h('button', { type: 'button', onclick: () => void choose(email) }, theirs(name ?? email), name === null ? null : ltr(email))))));
      else fill(place, notice('warn', say(messages.noSuch(asked))));
    } catch (error) {
      fill(place, failure(error));
    }
  };
  return h('form', { class: 'row', onsubmit: (event) => (event.preventDefault(), void find()) }, h('label', { class: 'grow', for: 'person' }, messages.whom, input), h('button', { style: 'align-self:flex-end' }, act));
}

import type { MailchimpExportAnswer } from '../../../app/mailchimp/export-mailchimp';
import { dialogMessages } from '../../messages-dialogs';
import { exportWords as words } from '../../messages-export';
import { ask } from '../ask';
import { h } from '../h';
import { say } from '../language';
import { copy, downloadLink } from './copy';
import { button, notice, openDialog } from './dialog';

const dialog = openDialog('export');
const people = (value: number): string => say(dialogMessages.people(value, dialog.format.count(value)));

async function open(): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    show(await ask('exportMailchimp', { confirm: false }));
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

function show({ csv, count, leftOut, ids }: MailchimpExportAnswer): void {
  const left = leftOut === 0 ? null : notice('warn', say(words.leftOut(people(leftOut))));
  if (count === 0) return dialog.show([notice('', say(words.none)), left, h('p', { class: 'muted' }, say(words.noneHelp))]);
  const told = h('p', { class: 'muted small', role: 'status' });
  const sent = button(say(words.sent), () => void confirm(ids), 'primary');
  // Nothing can have been sent before the file was taken.
  sent.disabled = true;
  const taken = (): void => {
    sent.disabled = false;
  };
  const step = (number: number, ...body: readonly (Node | string)[]): HTMLElement => h('li', { class: 'step' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, number), h('div', { class: 'body' }, body));
  dialog.show(
    [
      h('p', {}, say(words.lead(people(count)))),
      left,
      h(
        'ol',
        { class: 'stack' },
        step(
          1,
          h('span', {}, say(words.step1)),
          h(
            'div',
            { class: 'row' },
            downloadLink(say(words.download), `mailchimp-${dialog.today}.csv`, 'text/csv', csv, taken),
            button(say(words.copy), () => {
              const copied = copy(csv);
              if (copied) taken();
              told.textContent = say(copied ? words.copied : words.notCopied);
            }),
          ),
          told,
        ),
        step(2, say(words.step2)),
        step(3, say(words.step3)),
      ),
    ],
    sent,
  );
}

async function confirm(ids: readonly string[]): Promise<void> {
  dialog.wait(say(dialogMessages.working));
  try {
    const { count } = await ask('exportMailchimp', { confirm: true, ids: [...ids] });
    dialog.show(notice('good', say(words.done(say(dialogMessages.tasks(count, dialog.format.count(count)))))));
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

void open();

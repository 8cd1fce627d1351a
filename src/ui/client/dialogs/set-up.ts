import type { Installation, OfferedRule, ShopOverview } from '../../../app/set-up/shop-overview';
import { dialogMessages } from '../../messages-dialogs';
import { setUpWords as words } from '../../messages-set-up';
import { typeWords } from '../../task-type-messages';
import { ask } from '../ask';
import { fill, h, theirs } from '../h';
import { say } from '../language';
import { button, failure, figure, notice, openDialog, tableOf, waiting, type Content } from './dialog';
import { taskList } from './task-list';

const dialog = openDialog('set-up');
const { format } = dialog;
const LONG = { seconds: 380 };
const days = (value: number): string => say(dialogMessages.days(value, format.count(value)));

async function open(told: string | null = null): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    show(await ask('installation', {}), told);
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

type State = 'done' | 'wrong' | 'open';
const marks: Readonly<Record<State, string | null>> = { done: '✓', wrong: '!', open: null };

function step(number: number, state: State, title: string, ...body: readonly Content[]): HTMLElement {
  return h('li', { class: `step ${state}` }, h('span', { class: 'mark', 'aria-hidden': 'true' }, marks[state] ?? number), h('div', { class: 'body' }, h('h2', {}, title), body));
}

function show(now: Installation, told: string | null): void {
  const isMade = now.missing.length === 0 && now.trigger.installed;
  const orders = h('div', { class: 'section' }, waiting(say(words.reading)));
  const rhythm = h('div', { class: 'section' }, h('p', { class: 'muted' }, say(words.reading)));
  dialog.show(
    [
      h('p', { class: 'muted' }, say(words.lead)),
      told === null ? null : notice('good', told),
      h(
        'ol',
        { class: 'stack', style: 'gap:18px' },
        step(1, now.zones.agree ? 'done' : 'wrong', say(words.zones), now.zones.cure === null ? h('p', {}, say(words.zonesAgree(now.zones.workbook))) : notice('bad', now.zones.cure)),
        step(2, isMade ? 'done' : 'open', say(words.sheets), sheetsStep(now)),
        step(3, 'open', say(words.orders), orders),
        step(4, 'open', say(words.rhythm), rhythm),
        step(5, wordsState(now.words), say(words.shop), now.words.length === 0 ? h('p', { class: 'muted' }, say(words.shopFirst)) : wordsStep(now.words)),
        step(6, 'open', say(words.rules), now.rules.length === 0 ? h('p', { class: 'muted' }, say(words.rulesFirst)) : rulesStep(now.rules)),
        step(7, now.importIsStale ? 'open' : 'done', say(words.mailchimp), mailchimpStep(now)),
        step(8, 'open', say(words.tonight), tonightStep(now)),
      ),
      now.settingProblems.length === 0 ? null : h('section', { class: 'section' }, h('h2', {}, say(words.settings)), h('ul', {}, now.settingProblems.map((problem) => h('li', {}, notice('warn', problem))))),
    ],
    ...(now.zones.agree ? [isMade ? button(say(words.repair), () => void setUp(false)) : button(say(words.make), () => void setUp(false), 'primary')] : []),
    ...(isMade && now.zones.agree ? [button(say(words.run), () => void run(), 'primary')] : []),
  );
  void overview(orders, rhythm);
}

function sheetsStep({ missing, trigger, nightlyHour }: Installation): Content {
  const names = missing.join(', ');
  const who =
    !trigger.installed ? say(words.triggerNone) : trigger.isMine ? say(words.triggerMine(`${String(nightlyHour).padStart(2, '0')}:00`)) : say(words.triggerOther(trigger.owner ?? ''));
  return [
    h('p', {}, say(missing.length === 0 ? words.sheetsThere : words.sheetsMissing(names))),
    h('p', {}, theirs(who)),
    trigger.isMine ? null : h('div', {}, button(say(words.takeOver), () => void setUp(true))),
  ];
}

async function setUp(takeOver: boolean): Promise<void> {
  dialog.wait(say(dialogMessages.working));
  try {
    const { made } = await ask('setUp', { takeOver }, LONG);
    await open(say(made.length === 0 ? words.mended : words.made(made.join(', '))));
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

/** The orders take longest, so they come when they come; that they can't be read is told in their own step. */
async function overview(orders: HTMLElement, rhythm: HTMLElement): Promise<void> {
  try {
    const shop = await ask('shopOverview', {}, LONG);
    fill(orders, ordersStep(shop));
    fill(rhythm, rhythmStep(shop));
  } catch (error) {
    fill(orders, failure(error));
    fill(rhythm);
  }
}

function ordersStep(shop: ShopOverview): Content {
  const kind = (sheet: ShopOverview['sheets'][number]): string => say((sheet.kind === 'items' ? words.itemsIn : sheet.archive ? words.archiveIn : words.ordersIn)(format.count(sheet.rows)));
  return [
    h('p', {}, say(words.ordersRead(format.count(shop.orders), format.count(shop.counted), format.count(shop.contacts)))),
    h('ul', { class: 'stack' }, shop.sheets.map((sheet) => h('li', {}, h('details', {}, h('summary', {}, theirs(sheet.sheet), ' – ', kind(sheet)), tableOf(say(words.columns), [say(words.ours), say(words.header)], Object.entries(sheet.columns).map(([ours, header]) => [ours, theirs(header)])))))),
    h(
      'details',
      {},
      h('summary', {}, say(words.statuses)),
      h('ul', {}, shop.statuses.map(({ status, rows, counts }) => h('li', { class: 'row' }, h('span', { class: 'grow' }, theirs(status)), format.count(rows), h('span', { class: `badge ${counts ? 'good' : ''}` }, say(counts ? words.counts : words.countsNot))))),
      h('p', { class: 'muted small' }, say(words.statusHelp)),
    ),
    shop.problems === 0 ? null : notice('warn', say(words.problems(shop.problems, format.count(shop.problems)))),
  ];
}

function rhythmStep({ gaps, lapsedAfterDays }: ShopOverview): Content {
  const { p50, p75, p90 } = gaps;
  return [
    h('p', {}, p50 === null || p75 === null || p90 === null ? say(words.noGaps) : say(words.gaps(days(p50), days(p75), days(p90)))),
    p50 === null || p75 === null || p90 === null ? null : h('div', { class: 'figures' }, figure(days(p50), say(words.half)), figure(days(p75), say(words.threeQuarters)), figure(days(p90), say(words.nineInTen))),
    tableOf(say(words.peopleLapsed), [say(words.lapsed), say(words.peopleLapsed)], gaps.lapsedAt.map((at) => [days(at.days), format.count(at.people)]), [1]),
    h('p', { class: 'muted small' }, say(words.chosenNow(days(lapsedAfterDays)))),
  ];
}

/** Saves each choice as it is made, so that nothing is lost by closing the dialog; `undo` puts back what could not be saved. */
function saving(): { readonly save: (write: () => Promise<unknown>, undo: () => void) => Promise<void>; readonly told: readonly HTMLElement[] } {
  const told = h('p', { class: 'muted small', role: 'status' });
  const problem = h('div', {});
  const save = async (write: () => Promise<unknown>, undo: () => void): Promise<void> => {
    told.textContent = say(words.saving);
    fill(problem);
    try {
      await write();
      told.textContent = say(words.saved);
    } catch (error) {
      undo();
      told.textContent = '';
      fill(problem, failure(error));
    }
  };
  return { save, told: [told, problem] };
}

const wordsState = (asked: Installation['words']): State => (asked.some(({ setting, value }) => setting === 'Shop name' && value !== '') ? 'done' : 'open');

function wordsStep(asked: Installation['words']): Content {
  const { save, told } = saving();
  const field = ({ setting, value, instead }: Installation['words'][number]): HTMLElement => {
    let saved = value;
    const change = (): Promise<void> =>
      save(
        async () => (saved = (await ask('chooseWord', { setting, value: input.value })).value),
        () => (input.value = saved),
      );
    const input: HTMLInputElement = h('input', { value, placeholder: instead, dir: 'auto', maxlength: 500, autocomplete: 'off', onchange: () => void change() });
    return h('label', {}, say(words.shopAsks[setting]), input);
  };
  return [h('div', { class: 'section' }, asked.map(field)), ...told, h('p', { class: 'muted small' }, say(words.shopHelp))];
}

function rulesStep(rules: readonly OfferedRule[]): Content {
  const { save, told } = saving();
  const choose = (rule: OfferedRule, box: HTMLInputElement): Promise<void> => {
    const wanted = box.checked;
    return save(
      () => ask('chooseRules', { rules: [{ key: rule.key, enabled: wanted }] }),
      () => (box.checked = !wanted),
    );
  };
  return [
    h(
      'div',
      { role: 'group', 'aria-label': say(words.rules) },
      rules.map((rule) => {
        const box: HTMLInputElement = h('input', { type: 'checkbox', checked: rule.enabled, onchange: () => void choose(rule, box) });
        return h(
          'label',
          { class: 'rule' },
          box,
          h(
            'span',
            { class: 'grow' },
            theirs(rule.name),
            h('span', { class: 'muted small', style: 'display:block' }, `${rule.trigger} › `, theirs(say(typeWords(rule.taskType)))),
            rule.problem === null ? null : h('span', { class: 'small', style: 'display:block;color:var(--warn)' }, say(words.toMend(rule.problem))),
          ),
        );
      }),
    ),
    ...told,
    h('p', { class: 'muted small' }, say(words.rulesHelp)),
  ];
}

function mailchimpStep({ lastImport, importIsStale }: Installation): Content {
  if (lastImport === null) return h('p', {}, say(words.never));
  const when = format.relative(lastImport);
  return importIsStale ? notice('warn', say(words.stale(when))) : h('p', {}, say(words.imported(when)));
}

function tonightStep({ tasksOnTheList }: Installation): Content {
  const list = h('div', { class: 'section', 'aria-live': 'polite' });
  const look = async (): Promise<void> => {
    fill(list, waiting(say(dialogMessages.working)));
    try {
      const { tasks } = await ask('preview', {}, LONG);
      fill(list, tasks.length === 0 ? notice('', say(words.nobody)) : taskList(tasks));
    } catch (error) {
      fill(list, failure(error));
    }
  };
  return [h('p', { class: 'muted' }, say(words.tonightLead(format.count(tasksOnTheList)))), h('div', {}, button(say(words.showTonight), () => void look())), list];
}

async function run(): Promise<void> {
  dialog.wait(say(words.running));
  try {
    const line = await ask('nightly', {}, LONG);
    const of = (header: string): number => Number(line[header] ?? 0);
    const made = of('Tasks Made');
    dialog.show(
      [
        h('h2', {}, say(words.ranTitle)),
        notice('good', say(words.ran(say(dialogMessages.tasks(made, format.count(made))), format.count(of('Contacts New'))))),
        of('Problems') === 0 ? null : notice('warn', say(words.problems(of('Problems'), format.count(of('Problems'))))),
        h('p', {}, say(words.goOn)),
      ],
      button(say(dialogMessages.back), () => void open()),
    );
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

void open();

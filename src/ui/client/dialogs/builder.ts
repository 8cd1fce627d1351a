import { fieldOf, segmentFields, type FieldName } from '../../../rules/segments/fields';
import { segmentWords as words } from '../../messages-segments';
import { conditionOf, freshRow, valuesOf, type SegmentRow } from '../../models/segment-rows';
import { fill, h, icon } from '../h';
import { say } from '../language';
import { button } from './dialog';

/** Rows of field / is / value; tells of every change. */
export interface Builder {
  readonly element: HTMLElement;
  readonly set: (rows: readonly SegmentRow[], link: 'and' | 'or') => void;
}

export function builder(changed: (rows: readonly SegmentRow[], link: 'and' | 'or') => void): Builder {
  let rows: readonly SegmentRow[] = [];
  let link: 'and' | 'or' = 'and';
  const element = h('div', { class: 'section' });

  const replace = (index: number, row: SegmentRow): void => {
    rows = rows.map((one, i) => (i === index ? row : one));
    changed(rows, link);
  };
  const redraw = (focus?: string): void => {
    draw();
    changed(rows, link);
    if (focus !== undefined) document.getElementById(focus)?.focus();
  };

  const draw = (): void => {
    const linkChoice = h(
      'select',
      { 'aria-label': say(words.link), onchange: () => ((link = linkChoice.value === 'or' ? 'or' : 'and'), changed(rows, link)) },
      h('option', { value: 'and', selected: link === 'and' }, say(words.all)),
      h('option', { value: 'or', selected: link === 'or' }, say(words.any)),
    );
    fill(
      element,
      rows.length > 1 ? h('div', { class: 'row' }, h('span', {}, say(words.link)), h('div', { class: 'grow' }, linkChoice)) : null,
      rows.map((row, i) => rowElement(row, i)),
      h('div', {}, button(say(words.addRow), () => ((rows = [...rows, freshRow('status')]), redraw(`field-${rows.length - 1}`)))),
    );
  };

  const rowElement = (row: SegmentRow, index: number): HTMLElement => {
    const { kind, operators } = fieldOf(row.field);
    const isDay = kind === 'day' || kind === 'monthDay';
    const field = h(
      'select',
      { id: `field-${index}`, 'aria-label': say(words.field), onchange: () => ((rows = rows.map((one, i) => (i === index ? freshRow(field.value as FieldName) : one))), redraw(`field-${index}`)) }, // its options are field names
      segmentFields.map((one) => h('option', { value: one.name, selected: one.name === row.field }, one.header)),
    );
    const operator = h(
      'select',
      { id: `operator-${index}`, 'aria-label': say(words.operator), onchange: () => ((rows = rows.map((one, i) => (i === index ? { ...one, operator: operator.value } : one))), redraw(`operator-${index}`)) },
      operators.map((one) => h('option', { value: one, selected: one === row.operator }, say((isDay ? words.dayOperators[one] : undefined) ?? words.operators[one] ?? { en: one, he: one }))),
    );
    const count = valuesOf(row.operator);
    const hint = words.hints[kind];
    const input = (which: 'value' | 'high', label: string): HTMLElement => {
      const known = kind === 'flag' ? ['Y', 'N'] : row.operator === '=' || row.operator === '!=' ? fieldOf(row.field).choices : [];
      if (known.length > 0) {
        const select = h('select', { 'aria-label': label, onchange: () => replace(index, { ...rowAt(index), [which]: select.value }) }, known.map((one) => h('option', { value: one, selected: one === row[which] }, one)));
        return select;
      }
      const typed = h('input', {
        'aria-label': label,
        dir: 'auto',
        value: row[which],
        placeholder: hint === undefined ? '' : say(hint),
        oninput: () => {
          replace(index, { ...rowAt(index), [which]: typed.value });
          typed.setAttribute('aria-invalid', String('problem' in conditionOf(rowAt(index))));
        },
      });
      return typed;
    };
    const values = count === 0 ? h('span', {}) : count === 1 ? input('value', say(words.value)) : h('div', { class: 'pair' }, input('value', say(words.from)), input('high', say(words.to)));
    const remove = h('button', { type: 'button', class: 'quiet', 'aria-label': say(words.removeRow), onclick: () => ((rows = rows.filter((_, i) => i !== index)), redraw()) }, icon('M5 5l10 10M15 5L5 15'));
    return h('div', { class: 'builder' }, field, operator, values, remove);
  };
  const rowAt = (index: number): SegmentRow => rows[index] ?? freshRow('status');

  return {
    element,
    set(given, joining) {
      rows = given;
      link = joining;
      draw();
    },
  };
}

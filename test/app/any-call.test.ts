import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requests } from '../../src/app/requests';
import { snapshotOf } from '../../local/acts';
import type { Workbook } from '../../local/workbook/model';
import { cellsOf, hostOn, night, rowsOf, shopWith } from '../support/shop';

const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 400);

const shop = (): Workbook => {
  const workbook = shopWith([
    { id: '1', date: '2026-01-05', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111' },
    { id: '2', date: '2026-06-15', email: 'ben@mail.example', name: 'Ben' },
  ]);
  night(workbook, '2026-06-29T03:00');
  return workbook;
};

const before = shop();
const id = String(rowsOf(before, 'CRM Tasks')[0]?.['Task ID']);

/** Words that mean something to some request, and words that should not get through. */
const words = fc.oneof(
  fc.constantFrom(id, 'T-nothing', 'ann@mail.example', 'nobody@mail.example', '2026-07-01', '2026-02-30', '', 'Reached', 'complete', 'skip', 'snooze', 'reopen', 'Pending', 'Completed', 'status = Lapsed', 'status = ', 'ask', 'include', 'leave out', '__proto__', 'constructor', '=1+1', '<img src=x onerror=alert(1)>', '\u202E', '\ud83c', 'x'.repeat(6000)),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const leaf = fc.oneof({ weight: 5, arbitrary: words }, { weight: 2, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1e308, 0.5) });
const FIELDS = ['id', 'ids', 'email', 'emails', 'tasks', 'action', 'outcome', 'note', 'until', 'was', 'set', 'assignedTo', 'after', 'before', 'status', 'due', 'dueOn', 'completedOn', 'tries', 'lastContactedOn', 'value', 'notes', 'refused', 'segment', 'query', 'again', 'confirm', 'takeOver', 'files', 'dryRun', 'from', 'to', 'type', 'assignee', 'words', 'rules', '__proto__', 'anything'];
const object = fc.letrec<{ any: unknown; object: unknown }>((tie) => ({
  any: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, fc.array(tie('any'), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(fc.constantFrom(...FIELDS), tie('any'), { maxKeys: 8 }),
}));

/** Arguments that the page could send, or nearly. */
const likely = fc.oneof(
  fc.record({ tasks: fc.array(fc.record({ id: words, action: fc.constantFrom('complete', 'skip', 'snooze', 'reopen'), outcome: fc.option(words), note: fc.option(words), until: fc.option(words) }), { maxLength: 3 }) }),
  fc.record({ email: words, outcome: words, note: fc.option(words) }),
  fc.record({ email: words, was: fc.option(words), notes: fc.option(words) }),
  fc.record({ email: words, value: fc.boolean() }),
  fc.record({ id: fc.constant(id), was: fc.record({ assignedTo: words, note: fc.option(words) }), set: fc.record({ assignedTo: words, note: fc.option(words) }) }),
  fc.record({ emails: fc.array(words, { maxLength: 3 }), dueOn: fc.option(words), note: fc.option(words), assignedTo: fc.option(words), refused: fc.constantFrom('ask', 'include', 'leave out') }),
  fc.record({ segment: words, due: fc.option(words), note: fc.option(words) }),
  fc.record({ email: words }),
  fc.record({ query: words }),
  fc.record({ words }),
  fc.record({ ids: fc.array(words, { maxLength: 3 }) }),
  fc.record({ again: fc.boolean() }),
  fc.record({ confirm: fc.boolean() }),
  fc.record({ from: fc.option(words), to: fc.option(words), assignee: fc.option(words), type: fc.option(words) }),
);

const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Object.keys(requests)) }, { weight: 1, arbitrary: fc.oneof(words, leaf) });
const call = fc.tuple(name, fc.oneof({ weight: 3, arbitrary: likely }, { weight: 3, arbitrary: object.object }, { weight: 2, arbitrary: object.any }));

/** A refused job stands in the run log; nothing else may change. */
const LOG = ['CRM Runs'];

const isAnswer = (answer: unknown): answer is { readonly ok: boolean; readonly kind?: string; readonly message?: string } => typeof answer === 'object' && answer !== null && 'ok' in answer;

test('whatever JSON a page sends is answered: done, or refused in a sentence with every sheet as it was', { timeout: 600_000 }, () => {
  let [done, refused] = [0, 0];
  fc.assert(
    fc.property(call, ([what, args]) => {
      const workbook = snapshotOf(before);
      const was = JSON.stringify(cellsOf(workbook, LOG));
      const answer = hostOn(workbook, '2026-06-30T10:00').call('ask', [what, args], 'sidebar');
      if (!isAnswer(answer)) throw new Error(`answered with ${JSON.stringify(answer)}`);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (answer.ok) {
        done += 1;
        expect(workbook.sheets.flatMap((sheet) => sheet.attributes.flat()).filter((cell) => cell?.formula !== undefined)).toEqual([]);
        return;
      }
      refused += 1;
      expect(answer.kind).toBe('refused');
      expect((answer.message ?? '').trim().length).toBeGreaterThan(10);
      expect(JSON.stringify(cellsOf(workbook, LOG))).toBe(was);
    }),
    { numRuns: ROUNDS },
  );
  console.log(`any call: ${ROUNDS} rounds, ${done} done, ${refused} refused in a sentence`);
  expect(done).toBeGreaterThan(ROUNDS / 20);
  expect(refused).toBeGreaterThan(ROUNDS / 10);
});

import { expect, test } from 'vitest';
import { outcomeNamed, parseOutcomes } from '../../src/tasks/outcomes';
import { mailchimpExport } from '../../src/tasks/mailchimp-export';
import { contactOf } from '../support/planning';
import { aTask } from '../support/tasks';

const row = (at: number, outcome: string, changes = {}) => ({ at, outcome, countsAsContact: true, then: 'close' as const, days: null, problem: null, ...changes });

test('a bad cell is reported beside it and costs neither its row nor the others', () => {
  const { outcomes, problems } = parseOutcomes([row(2, 'Reached'), row(3, 'reached '), row(4, 'No answer', { then: 'try again', days: -1 }), row(5, 'Ask again', { then: 'try again' })]);
  expect(outcomes.map(({ name, days }) => [name, days])).toEqual([['Reached', 0], ['No answer', 2], ['Ask again', 2]]);
  expect(problems.map(({ at, problem }) => [at, problem === null])).toEqual([[2, true], [3, false], [4, false], [5, true]]);
});

test('the manager’s own words close the task and count as contact', () => {
  expect(outcomeNamed([], 'met at the fair')).toEqual({ name: 'met at the fair', countsAsContact: true, then: 'close', days: 0 });
});

test('Mailchimp gets the open tasks that are for it, of subscribers only, and nothing in the file runs as a formula', () => {
  const people = new Map([
    ['a@x.example', contactOf('a@x.example', { name: '=HYPERLINK("x") Levi, Jr.', mailchimpStatus: 'Subscribed' })],
    ['b@x.example', contactOf('b@x.example', { mailchimpStatus: 'Unsubscribed' })],
    ['c@x.example', contactOf('c@x.example', { mailchimpStatus: 'Subscribed', doNotContact: true })],
  ]);
  const task = (id: string, email: string, changes = {}) => aTask({ id, email, assignedTo: 'mailchimp', type: 'Win-back', ...changes });
  const found = mailchimpExport(
    [task('1', 'A@x.example'), task('2', 'b@x.example'), task('3', 'c@x.example'), task('4', 'a@x.example', { status: 'Completed' }), task('5', 'a@x.example', { assignedTo: 'Manager' })],
    (email) => people.get(email),
  );
  expect(found.tasks.map(({ id }) => id)).toEqual(['1']);
  expect(found.leftOut).toBe(2);
  expect(found.csv).toBe('Email Address,First Name,Last Name,Language,Tags\r\na@x.example,"\'=HYPERLINK(""x"")","Levi, Jr.",EN,Win-back\r\n');
});

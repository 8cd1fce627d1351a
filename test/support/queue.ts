import type { QueueModel } from '../../src/app/screen/get-queue';
import type { Card, PersonFacts, QueueTask } from '../../src/tasks/queue';

export const TODAY = '2026-06-30';

/** An open task, due today. */
export const queueTask = (id: string, known: Partial<QueueTask> = {}): QueueTask => ({
  id,
  email: `${id}@mail.example`,
  name: id,
  type: 'Win-back',
  due: TODAY,
  status: 'Pending',
  outcome: null,
  completedOn: null,
  assignedTo: 'Manager',
  language: 'EN',
  tries: 0,
  note: null,
  ...known,
});

export const personFacts = (email: string, known: Partial<PersonFacts> = {}): PersonFacts => ({
  email,
  name: email,
  status: 'Lapsed',
  language: 'EN',
  orders: 3,
  spend: 300,
  lastOrderOn: '2026-03-01',
  usualGap: null,
  lastContactedOn: null,
  notes: null,
  phone: null,
  digits: null,
  wrongNumber: false,
  cleaned: false,
  refusal: null,
  known: true,
  ...known,
});

export const cardOf = (task: QueueTask, person: Partial<PersonFacts> = {}): Card => ({
  taskId: task.id,
  person: personFacts(task.email, person),
  reason: null,
  trigger: null,
  items: [],
  messages: {},
  history: [],
});

/** What getQueue answers for these tasks, with a card for each. */
export const queueModel = (tasks: readonly QueueTask[], known: Partial<QueueModel> = {}): QueueModel => ({
  language: 'en',
  locale: 'en_US',
  currency: 'ILS',
  today: TODAY,
  shopName: 'Gefen Wines',
  isSetUp: true,
  tasks,
  cards: tasks.map((task) => cardOf(task)),
  outcomes: [
    { name: 'Reached', countsAsContact: true, then: 'close', on: null },
    { name: 'No answer', countsAsContact: false, then: 'try again', on: '2026-07-02' },
  ],
  mostTries: 3,
  assignees: ['Manager', 'Mailchimp', 'Other'],
  snooze: { tomorrow: '2026-07-01', nextWorkingDay: '2026-07-01', week: '2026-07-07' },
  nextRun: null,
  forMailchimp: 0,
  ...known,
});

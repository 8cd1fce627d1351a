import * as z from 'zod/mini';
import { saveNotes, setDoNotContact } from './screen/change-contact';
import { changeTask, restoreTask } from './screen/change-task';
import { checkInstallation } from './set-up/check-installation';
import { segmentCount } from './segments/count-segment';
import { exportForMailchimp } from './mailchimp/export-mailchimp';
import { finishTasks } from './screen/finish-tasks';
import { findPeople, getCards, getPerson } from './screen/get-cards';
import { getHistory } from './screen/get-history';
import { getQueue } from './screen/get-queue';
import { contactedNow, makeTasksForSegment } from './screen/hand-made-tasks';
import { importArguments, importMailchimp } from './mailchimp/import-mailchimp';
import { listTasks } from './screen/list-tasks';
import { newTasks } from './screen/new-tasks';
import { makeReport } from './report/make-report';
import { nightly } from './night/nightly';
import { erasePerson } from './person/erase-person';
import { exportPerson } from './person/export-person';
import { previewTonight } from './night/preview';
import { reportFigures } from './report/report';
import { request } from './request';
import { runLineAsJson } from './run-log';
import { MOST_SELECTED, selectedPeople, selectedPerson } from './screen/selected-people';
import { listSegments, saveSegment } from './segments/segments';
import { setUp } from './set-up/set-up';
import { chooseRules, installation, shopOverview } from './set-up/shop-overview';
import { chooseWord, shopWords } from './set-up/shop-words';
import { portionArguments, stagePortion } from './mailchimp/stage-import';
import { syncContacts } from './night/sync-contacts';
import { tick } from './night/tick';
import { undoableRuns, undoLastRun } from './night/undo-run';
import { explain } from './night/why';
import { isDay } from '../shared/day';
import { taskActions } from '../tasks/finish-task';
import { taskStatuses } from '../tasks/tasks.table';

const nothing = () => z.object({});
const words = () => z.string().check(z.maxLength(5000));
const maybeWords = () => z.nullable(words());
/** As long as a cell may be. */
const longWords = () => z.nullable(z.string().check(z.maxLength(50_000)));
const address = () => z.string().check(z.maxLength(320));
const day = () => z.string().check(z.refine(isDay));
const maybeDay = () => z.nullable(day());

/** Everything that the screen (and the command line) may ask for, by name. */
export const requests = {
  setUp: request('write', () => z.object({ takeOver: z.optional(z.boolean()) }), (shop, { takeOver }) => setUp(shop, { takeOver: takeOver ?? false })),
  sync: request('job', nothing, (shop) => runLineAsJson(syncContacts(shop))),
  acceptOrders: request('job', nothing, (shop) => runLineAsJson(syncContacts(shop, { acceptFewerOrders: true }))),
  installation: request('read', nothing, installation),
  shopOverview: request('read', nothing, shopOverview),
  chooseRules: request('write', () => z.object({ rules: z.array(z.object({ key: words(), enabled: z.boolean() })) }), (shop, { rules }) => chooseRules(shop, rules)),
  chooseWord: request('write', () => z.object({ setting: z.enum(shopWords), value: words() }), chooseWord),
  check: request('read', nothing, checkInstallation),
  stageImport: request('read', portionArguments, stagePortion),
  importMailchimp: request('job', importArguments, importMailchimp),
  preview: request('read', nothing, previewTonight),
  nightly: request('job', nothing, (shop) => runLineAsJson(nightly(shop))),
  tick: request('job', nothing, tick),
  report: request('read', () => z.object({ from: z.optional(maybeDay()), to: z.optional(maybeDay()), assignee: z.optional(maybeWords()), type: z.optional(maybeWords()) }), (shop, query) =>
    reportFigures(shop, { from: query.from ?? null, to: query.to ?? null, assignee: query.assignee ?? null, type: query.type ?? null }),
  ),
  makeReport: request('write', nothing, makeReport),
  listTasks: request('read', nothing, listTasks),
  finishTasks: request(
    'write',
    () => z.object({ tasks: z.array(z.object({ id: words(), action: z.enum(taskActions), outcome: maybeWords(), note: maybeWords(), until: maybeDay(), was: z.optional(z.object({ due: day(), tries: z.number() })) })).check(z.maxLength(200)) }),
    (shop, { tasks }) => finishTasks(shop, tasks),
  ),
  getQueue: request('read', nothing, getQueue),
  getCards: request('read', () => z.object({ ids: z.array(words()).check(z.maxLength(30)) }), (shop, { ids }) => getCards(shop, ids)),
  getPerson: request('read', () => z.object({ email: address() }), (shop, { email }) => getPerson(shop, email)),
  getHistory: request('read', () => z.object({ email: address() }), (shop, { email }) => getHistory(shop, email)),
  findPeople: request('read', () => z.object({ words: words() }), (shop, query) => findPeople(shop, query.words)),
  selectedPerson: request('read', nothing, selectedPerson),
  selectedPeople: request('read', nothing, selectedPeople),
  changeTask: request(
    'write',
    () => z.object({ id: words(), was: z.object({ assignedTo: words(), note: maybeWords() }), set: z.object({ assignedTo: z.optional(words().check(z.minLength(1))), note: z.optional(maybeWords()) }) }),
    changeTask,
  ),
  restoreTask: request(
    'write',
    () => z.object({
      id: words(),
      after: z.object({ status: z.enum(taskStatuses), outcome: maybeWords(), due: day() }),
      before: z.object({ status: z.enum(taskStatuses), outcome: maybeWords(), completedOn: maybeDay(), due: day(), tries: z.number(), lastContactedOn: maybeDay(), note: maybeWords() }),
    }),
    restoreTask,
  ),
  saveNotes: request('write', () => z.object({ email: address(), was: longWords(), notes: longWords() }), saveNotes),
  setDoNotContact: request('write', () => z.object({ email: address(), value: z.boolean() }), setDoNotContact),
  newTasks: request(
    'write',
    () => z.object({ emails: z.array(address()).check(z.minLength(1), z.maxLength(MOST_SELECTED)), dueOn: maybeDay(), note: maybeWords(), assignedTo: maybeWords(), refused: z.enum(['ask', 'include', 'leave out']) }),
    newTasks,
  ),
  contacted: request('write', () => z.object({ email: address(), outcome: words(), note: maybeWords() }), (shop, { email, outcome, note }) => contactedNow(shop, email, outcome, note)),
  makeTasks: request('job', () => z.object({ segment: words(), due: maybeDay(), note: maybeWords(), assignedTo: z.optional(maybeWords()) }), (shop, { segment, due, note, assignedTo }) =>
    makeTasksForSegment(shop, segment, { dueOn: due, note, assignedTo: assignedTo ?? null }),
  ),
  why: request('read', () => z.object({ email: address() }), (shop, { email }) => explain(shop, email)),
  segment: request('read', () => z.object({ query: words() }), (shop, { query }) => segmentCount(shop, query)),
  listSegments: request('read', nothing, listSegments),
  saveSegment: request('write', () => z.object({ name: words(), query: words(), replace: z.boolean() }), saveSegment),
  undoableRuns: request('read', nothing, undoableRuns),
  undo: request('job', () => z.object({ again: z.boolean(), run: z.optional(words()) }), (shop, { again, run }) => undoLastRun(shop, again, run ?? null)),
  exportMailchimp: request('write', () => z.object({ confirm: z.boolean(), ids: z.optional(z.array(words())) }), exportForMailchimp),
  exportPerson: request('read', () => z.object({ email: address() }), (shop, { email }) => exportPerson(shop, email)),
  erasePerson: request('write', () => z.object({ email: address() }), (shop, { email }) => erasePerson(shop, email)),
} as const;

export type Requests = typeof requests;

import type { Trigger, Workbook } from '../workbook/model';
import { deniedScopes } from './kit/authorise';
import { emulation, methodsOf, SELF, type Emulation } from './kit/emulation';
import { Enumeration } from './kit/enumeration';
import { ScriptException } from './kit/exception';
import type { Execution } from './kit/execution';
import { integer, text } from './kit/shape';
import { instance } from './kit/wrapped';
import { spreadsheetEmulation } from './sheets/spreadsheet';

const authMode = new Enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const authorizationStatus = new Enumeration('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const eventType = new Enumeration('ScriptApp.EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_CHANGE']);
const triggerSource = new Enumeration('ScriptApp.TriggerSource', ['CLOCK', 'SPREADSHEETS']);
const weekDay = new Enumeration('ScriptApp.WeekDay', ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']);

const MOST_TRIGGERS = 20;

/** The member of AuthMode that an event object carries. */
export const authModeMember = (mode: 'NONE' | 'LIMITED' | 'FULL'): object => authMode.member(mode);

const triggers = methodsOf<Trigger>();

const triggerEmulation: Emulation<Trigger> = emulation<Trigger>('ScriptApp.Trigger', 'triggers', {
  getUniqueId: triggers.free(triggers.takes([], (trigger) => trigger.id)),
  getHandlerFunction: triggers.free(triggers.takes([], (trigger) => trigger.handler)),
  getEventType: triggers.free(triggers.takes([], ({ on }) => eventType.member(on === undefined ? 'CLOCK' : on === 'open' ? 'ON_OPEN' : on === 'edit' ? 'ON_EDIT' : 'ON_CHANGE'))),
  getTriggerSource: triggers.free(triggers.takes([], ({ on }) => triggerSource.member(on === undefined ? 'CLOCK' : 'SPREADSHEETS'))),
  getTriggerSourceId: triggers.free(triggers.takes([], ({ on }, run) => (on === undefined ? null : run.host.workbook.id))),
});

interface Draft {
  readonly handler: string;
  everyHours: number | null;
  everyDays?: number;
  atHour?: number;
  on?: 'open' | 'edit' | 'change';
}

const draft = methodsOf<Draft>();
const change = (state: Draft, part: Partial<Draft>): typeof SELF => {
  Object.assign(state, part);
  return SELF;
};

function create(state: Draft, run: Execution): object {
  const { workbook } = run.host;
  if (state.everyHours === null && state.everyDays === undefined && state.on === undefined) throw new ScriptException('The trigger has no time or event');
  if (state.atHour !== undefined && state.everyDays === undefined) throw new ScriptException('atHour needs everyDays');
  const own = workbook.triggers.filter(({ owner }) => owner === run.run.user);
  if (own.length >= MOST_TRIGGERS) {
    throw new ScriptException('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  }
  const trigger: Trigger = { id: freeId(workbook), owner: run.run.user, ...state };
  workbook.triggers.push(trigger);
  return run.wrap(triggerEmulation, trigger);
}

function freeId({ triggers: all }: Workbook): string {
  for (let i = all.length + 1; ; i += 1) if (!all.some(({ id }) => id === `trigger-${i}`)) return `trigger-${i}`;
}

const clockTriggerBuilder: Emulation<Draft> = emulation<Draft>('ScriptApp.ClockTriggerBuilder', 'triggers', {
  everyHours: draft.free(
    draft.takes([integer], (state, _run, hours) => {
      if (![1, 2, 4, 6, 8, 12].includes(hours)) throw new ScriptException('The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.');
      return change(state, { everyHours: hours });
    }),
  ),
  everyDays: draft.free(
    draft.takes([integer], (state, _run, days) => {
      if (days < 1) throw new ScriptException('The value you passed to everyDays was invalid.');
      return change(state, { everyDays: days });
    }),
  ),
  atHour: draft.free(
    draft.takes([integer], (state, _run, hour) => {
      if (hour < 0 || hour > 23) throw new ScriptException('The value you passed to atHour was invalid. It must be between 0 and 23.');
      return change(state, { atHour: hour });
    }),
  ),
  create: draft.counted(draft.takes([], create)),
});

const eventBuilder: Emulation<Draft> = emulation<Draft>('ScriptApp.SpreadsheetTriggerBuilder', 'triggers', {
  onOpen: draft.free(draft.takes([], (state) => change(state, { on: 'open' }))),
  onEdit: draft.free(draft.takes([], (state) => change(state, { on: 'edit' }))),
  onChange: draft.free(draft.takes([], (state) => change(state, { on: 'change' }))),
  create: draft.counted(draft.takes([], create)),
});

const triggerBuilder: Emulation<Draft> = emulation<Draft>('ScriptApp.TriggerBuilder', 'triggers', {
  timeBased: draft.free(draft.takes([], (state, run) => run.wrap(clockTriggerBuilder, state))),
  forSpreadsheet: draft.free(
    draft.takes([instance(() => spreadsheetEmulation)], (state, run) => run.wrap(eventBuilder, state)),
    draft.takes([text], (state, run, id) => {
      if (id !== run.host.workbook.id) throw new ScriptException('Only the bound workbook can set off a trigger here');
      return run.wrap(eventBuilder, state);
    }),
  ),
});

const infos = methodsOf<boolean>();

/** Whether the user's consent is missing for a scope of the manifest. */
const authorizationInfo: Emulation<boolean> = emulation<boolean>('ScriptApp.AuthorizationInfo', 'none', {
  getAuthorizationStatus: infos.free(infos.takes([], (missing) => authorizationStatus.member(missing ? 'REQUIRED' : 'NOT_REQUIRED'))),
  getAuthorizationUrl: infos.free(infos.takes([], (missing) => (missing ? 'https://script.google.com/macros/auth' : null))),
});

const { takes, free, counted, needing } = methodsOf<null>();

const ownTriggers = (run: Execution): object[] =>
  run.host.workbook.triggers.filter(({ owner }) => owner === run.run.user).map((trigger) => run.wrap(triggerEmulation, trigger));

/** Triggers: every user sees their own only. */
export const scriptApp: Emulation<null> = emulation<null>(
  'ScriptApp',
  'triggers',
  {
    newTrigger: free(
      takes([text], (_self, run, handler) => {
        if (!run.host.entryPoints.has(handler)) throw new ScriptException(`Script function not found: ${handler}`);
        return run.wrap(triggerBuilder, { handler, everyHours: null });
      }),
    ),
    getProjectTriggers: counted(takes([], (_self, run) => ownTriggers(run))),
    getUserTriggers: counted(takes([instance(() => spreadsheetEmulation)], (_self, run) => ownTriggers(run))),
    deleteTrigger: counted(
      takes([instance(() => triggerEmulation)], (_self, run, trigger) => {
        const at = run.host.workbook.triggers.indexOf(trigger);
        if (at < 0 || trigger.owner !== run.run.user) throw new ScriptException('The trigger was not found');
        run.host.workbook.triggers.splice(at, 1);
      }),
    ),
    getAuthorizationInfo: needing(
      'none',
      counted(
        takes([authMode], (_self, run) => {
          const denied = deniedScopes(run.host);
          const declared = run.host.manifest.oauthScopes ?? [];
          return run.wrap(authorizationInfo, declared.some((scope) => denied.some((one) => scope.endsWith(`/${one}`))));
        }),
      ),
    ),
    getScriptId: needing('none', free(takes([], (_self, run) => `script-of-${run.host.workbook.id}`))),
  },
  { AuthMode: authMode, AuthorizationStatus: authorizationStatus, EventType: eventType, TriggerSource: triggerSource, WeekDay: weekDay },
);

import type { Triggers } from '../app/ports';

/** The function of `main.ts` that the hourly trigger calls. */
const TICK = 'tick';

/** The current user's triggers of this script. */
export function triggers(): Triggers {
  const ticks = (): GoogleAppsScript.Script.Trigger[] => ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === TICK);
  return {
    mine: () => ticks().length,
    installTick() {
      ScriptApp.newTrigger(TICK).timeBased().everyHours(1).create();
    },
    removeTicks() {
      for (const trigger of ticks()) ScriptApp.deleteTrigger(trigger);
    },
  };
}

import { Unanswered, type Answer, type Host, type Question } from '../host';
import type { Watch } from './changed-cells';

/**
 * Runs the script with what was answered to its questions so far. Where it asks another, everything is as it was before
 * the run and the question comes back: the run is made anew once that is answered as well.
 */
export function runWithAnswers<R>(host: Host, watch: Watch, answers: readonly Answer[], run: () => R): { readonly result: R } | { readonly question: Question } {
  const goBack = beforeRun(host, watch);
  host.answers.push(...answers);
  try {
    return { result: run() };
  } catch (fault) {
    if (!(fault instanceof Unanswered)) throw fault;
    goBack();
    return { question: fault.question };
  } finally {
    host.answers.length = 0;
  }
}

function beforeRun(host: Host, watch: Watch): () => void {
  const { workbook, now, selection } = host;
  const { activeSheet } = workbook;
  const stores = { documentProperties: new Map(workbook.documentProperties), scriptProperties: new Map(workbook.scriptProperties), userProperties: new Map([...workbook.userProperties].map(([user, store]) => [user, new Map(store)])) };
  const triggers = workbook.triggers.map((trigger) => ({ ...trigger }));
  const menus = [...host.menus];
  const told = [host.mails, host.toasts, host.dialogs, host.alerts, host.logs].map((list) => ({ list, length: list.length }));
  return () => {
    watch.restore(workbook);
    Object.assign(workbook, stores, { triggers, activeSheet });
    host.menus.splice(0, host.menus.length, ...menus);
    for (const { list, length } of told) list.length = length;
    host.now = now;
    host.selection = selection;
  };
}

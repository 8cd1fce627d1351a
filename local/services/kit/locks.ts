import type { Workbook } from '../../workbook/model';

/** Who holds which lock, for all hosts that run on one workbook. */
const heldLocks = new WeakMap<Workbook, Map<string, object>>();

const locksOf = (workbook: Workbook): Map<string, object> => {
  let locks = heldLocks.get(workbook);
  if (locks === undefined) heldLocks.set(workbook, (locks = new Map()));
  return locks;
};

export const holderOf = (workbook: Workbook, name: string): object | undefined => locksOf(workbook).get(name);

export function takeLock(workbook: Workbook, name: string, holder: object): void {
  locksOf(workbook).set(name, holder);
}

export function releaseLock(workbook: Workbook, name: string): void {
  locksOf(workbook).delete(name);
}

/** Releases whatever a run still holds. */
export function releaseLocksOf(workbook: Workbook, holder: object): void {
  const locks = locksOf(workbook);
  for (const [name, one] of locks) if (one === holder) locks.delete(name);
}

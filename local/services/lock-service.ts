import { emulation, methodsOf, type Emulation } from './kit/emulation';
import { ScriptException } from './kit/exception';
import type { Execution } from './kit/execution';
import { holderOf, releaseLock, takeLock } from './kit/locks';
import { integer } from './kit/shape';

interface LockState {
  readonly name: string;
}

/** Seconds that another user will still hold the lock: Infinity for good, 0 where it is free. */
function heldElsewhere(run: Execution, name: string): number {
  const { host } = run;
  const holder = holderOf(host.workbook, name);
  if (holder !== undefined && holder !== run) return Infinity;
  const { lockHeld } = host.faults;
  if (typeof lockHeld !== 'number') return lockHeld === true ? Infinity : 0;
  return Math.max(0, lockHeld - (host.instant() - host.startedAt) / 1000);
}

/** Takes the lock, waiting for it up to the milliseconds; whether it was had. */
function take(run: Execution, name: string, timeout: number): boolean {
  if (timeout < 0) throw new ScriptException('Invalid argument: timeoutInMillis');
  const wait = heldElsewhere(run, name);
  if (wait > timeout / 1000) {
    run.spend(timeout / 1000);
    return false;
  }
  run.spend(wait);
  takeLock(run.host.workbook, name, run);
  return true;
}

const { takes, counted } = methodsOf<LockState>();

const lockEmulation: Emulation<LockState> = emulation<LockState>('LockService.Lock', 'bound', {
  tryLock: counted(takes([integer], ({ name }, run, timeout) => take(run, name, timeout))),
  waitLock: counted(
    takes([integer], ({ name }, run, timeout) => {
      if (!take(run, name, timeout)) throw new ScriptException('Lock timeout: another process was holding the lock for too long.');
    }),
  ),
  hasLock: counted(takes([], ({ name }, run) => holderOf(run.host.workbook, name) === run)),
  releaseLock: counted(
    takes([], ({ name }, run) => {
      if (holderOf(run.host.workbook, name) !== run) return;
      if (run.queue.length > 0) {
        throw new ScriptException(`releaseLock with ${run.queue.length} queued writes: call SpreadsheetApp.flush() first, or others see old cells`);
      }
      releaseLock(run.host.workbook, name);
    }),
  ),
});

const service = methodsOf<null>();
const lock = (nameOf: (run: Execution) => string) => service.free(service.takes([], (_self, run) => run.wrap(lockEmulation, { name: nameOf(run) })));

export const lockService: Emulation<null> = emulation<null>('LockService', 'bound', {
  getDocumentLock: lock(() => 'document'),
  getScriptLock: lock(() => 'script'),
  getUserLock: lock((run) => `user ${run.run.user}`),
});

import type { Lock } from '../app/ports';

/** The document's lock, which other users' runs of this script share. */
export function lock(): Lock {
  const held = LockService.getDocumentLock();
  return {
    tryHold: (seconds) => held.tryLock(seconds * 1000),
    release() {
      held.releaseLock();
    },
  };
}

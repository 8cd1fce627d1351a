import type { Question } from './host-state';

/** What Google throws into a script; inside the script it is the context's own Error with the name `Exception`. */
export class ScriptException extends Error {
  override readonly name: string = 'Exception';
}

/** The script asked for something of Apps Script that the local host does not have. */
export class NotEmulated extends ScriptException {
  override readonly name: string = 'NotEmulated';
  constructor(what: string) {
    super(`${what} is not emulated`);
  }
}

/** A fault stopped the run at a service call; the script's own catch and finally have no effect any more. */
export class Stopped extends Error {
  override readonly name: string = 'Stopped';
  constructor(
    /** The number of the call before which it stopped. */
    readonly call: number,
    /** How many writes were queued then, and how many of them were applied. */
    readonly queued: number,
    readonly applied: number,
  ) {
    super(`Stopped at service call ${call}, ${applied} of ${queued} queued writes applied`);
  }
}

/** The run took longer than Google allows and was killed: no catch, no finally. */
export class TimeExceeded extends Error {
  override readonly name: string = 'TimeExceeded';
  constructor() {
    super('Exceeded maximum execution time');
  }
}

/** The script asked the user something that nobody has answered yet; the run ends there. */
export class Unanswered extends Error {
  override readonly name: string = 'Unanswered';
  constructor(readonly question: Question) {
    super(`Nobody has answered yet: ${question.prompt}`);
  }
}

/** An error that left the script's function, with the name and message it had inside. */
export class ScriptError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    scriptStack: string | undefined,
  ) {
    super(message);
    if (scriptStack !== undefined) this.stack = scriptStack;
  }
}

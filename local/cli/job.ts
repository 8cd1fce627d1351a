import type { Text } from '../../src/shared/text';
import type { JobOption } from './options';
import type { Session } from './session';
import type { Options } from './settled-options';

/** What a job came to: the value that `--json` prints, and the same in words. */
export interface JobResult {
  readonly json: unknown;
  readonly words: Text;
}

/** A job of the command line. */
export interface Job {
  readonly name: string;
  /** Its arguments as the help shows them; `''` for none. */
  readonly takes: string;
  /** How many arguments it takes, at least and at most. */
  readonly count: readonly [least: number, most: number];
  readonly options: readonly JobOption[];
  readonly help: Text;
  /** False: it works in memory, and nothing is saved whatever comes of it. */
  readonly saves: boolean;
  /** Whether the job makes whatever of our sheets is missing by itself. */
  readonly mends: boolean;
  /** Throws a Refusal where it is refused or fails. */
  run(session: Session, args: readonly string[], options: Options): JobResult | Promise<JobResult>;
}

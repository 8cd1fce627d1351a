import type { Text } from './text';

/** A row that could not be taken, or could be taken only in part: what `CRM Import Problems` shows. The rest goes on. */
export interface Problem {
  readonly sheet: string;
  /** Row in the sheet or line in the file; the header is row 1. */
  readonly row: number;
  /** The offending cell as it was found. */
  readonly value: string;
  readonly reason: Text;
  readonly cure: Text;
}

/** A wrong set-up or input: the job stops, nothing is changed, and the sentence names the cure. */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'Refusal';
  }
}

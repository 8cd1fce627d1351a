import type { Moment } from '../../shared/day';
import type { Text } from '../../shared/text';
import type { MailchimpStatus } from '../contacts.table';

/** One address of a Mailchimp export. Plain data: it travels from the browser as JSON. */
export interface Member {
  /** Normalised. */
  readonly email: string;
  /** Null where neither the file nor its name tells: to be asked. */
  readonly status: MailchimpStatus | null;
  /** When the status took effect, to the minute; null where the export does not tell. */
  readonly since: Moment | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** MM-DD. */
  readonly birthday: string | null;
  /** Two-letter code in capitals. */
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly notes: string | null;
  /** Line of the file, the first is 1. */
  readonly line: number;
}

/** A line of an export that could not be taken, or a cell that could not. */
export interface RejectedLine {
  readonly line: number;
  readonly value: string;
  readonly reason: Text;
  readonly cure: Text;
}

/** What a Mailchimp export says. Plain data. */
export interface ReadExport {
  readonly file: string;
  /** What all its members are; null where that is to be asked (`needsKind`), or where its columns tell several kinds apart. */
  readonly kind: MailchimpStatus | null;
  /** Whether some members' status is unknown until someone says which kind the file is: then it is read again with the answer. */
  readonly needsKind: boolean;
  /** Each address once, by line. */
  readonly members: readonly Member[];
  readonly rejected: readonly RejectedLine[];
  /** Cells of accepted members that were left out, such as a birthday that is no date. */
  readonly leftOut: readonly RejectedLine[];
}

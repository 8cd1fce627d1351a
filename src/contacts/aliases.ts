import { groupBy } from '../shared/collections';
import type { Problem } from '../shared/problem';
import { contactProblem } from './contact-problem';
import type { ContactSheetRow } from './contacts.table';
import { isErasedKey } from './erased';
import { aliasesIn, type Identity } from './identity';
import { contactsMessages as messages } from './messages';

interface Claim {
  readonly alias: string;
  readonly owner: string;
  readonly row: ContactSheetRow;
}

/** The claims that Also Known As makes, in the order of the addresses that make them: sorting the sheet changes nothing. */
function claimsOf(identities: ReadonlyMap<string, Identity>, problems: Problem[]): Claim[] {
  const claims: Claim[] = [];
  for (const { key, row, merged, apart } of identities.values()) {
    for (const from of [row, ...merged, ...apart]) {
      if (from.alsoKnownAs === null || from.alsoKnownAs === '') continue;
      const { addresses, invalid } = aliasesIn(from.alsoKnownAs);
      for (const value of invalid) problems.push(contactProblem(from, value, messages.aliasInvalid(value), messages.aliasCorrect));
      for (const alias of addresses) {
        if (alias === key) problems.push(contactProblem(from, alias, messages.aliasOfItself(alias), messages.aliasRemove));
        else if (!isErasedKey(key)) claims.push({ alias, owner: key, row: from });
      }
    }
  }
  // Stable, so one owner's claims keep the order in which they were typed.
  return claims.sort((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0));
}

/**
 * Which row each alias rolls up into. Chains are followed to their end (C is known as B, B as A: both roll up into A).
 * An alias that two rows claim goes to the owner whose address sorts first, and of a circle the row that sorts first
 * claims; the claims left out are reported.
 */
export function aliasRoots(identities: ReadonlyMap<string, Identity>): {
  readonly rootOf: ReadonlyMap<string, string>;
  readonly aliasesOf: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const ownerOf = new Map<string, string>();
  const endOf = (key: string): string => {
    let end = key;
    for (let owner = ownerOf.get(end); owner !== undefined; owner = ownerOf.get(end)) end = owner;
    return end;
  };
  for (const { alias, owner, row } of claimsOf(identities, problems)) {
    const taken = ownerOf.get(alias);
    if (taken === owner) continue;
    if (taken !== undefined) problems.push(contactProblem(row, alias, messages.aliasTaken(alias, taken), messages.aliasInOneRow));
    else if (endOf(owner) === alias) problems.push(contactProblem(row, alias, messages.aliasCircle(alias, owner), messages.aliasBreakCircle));
    else ownerOf.set(alias, owner);
  }
  const rootOf = new Map([...ownerOf.keys()].map((alias): [string, string] => [alias, endOf(alias)]));
  const aliasesOf = new Map([...groupBy(rootOf, ([, root]) => root)].map(([root, pairs]): [string, string[]] => [root, pairs.map(([alias]) => alias)]));
  return { rootOf, aliasesOf, problems };
}

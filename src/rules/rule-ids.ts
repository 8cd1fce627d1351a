import { hashOf } from '../shared/hash';
import { tidy } from '../shared/text';

const slugOf = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** An id made from the rule's name: `win-back`; a hash where the name has letters that an id has not. */
const idOfName = (name: string): string => {
  const slug = slugOf(name);
  const isWhole = slug !== '' && /^[\x20-\x7e]*$/.test(tidy(name));
  return isWhole ? slug : `rule-${hashOf(tidy(name)).slice(0, 8)}`;
};

interface Identified {
  readonly name: string;
  /** '' where the row has none yet. */
  readonly id: string;
}

/**
 * The id of every row, in the rows' order. A row keeps the id that it has; of two with the same one (a copied row) the one
 * whose name it came from keeps it, else the upper one. A rule that is deleted and typed again gets its old id, and so its memory.
 */
export function ruleIdsOf(rows: readonly Identified[]): string[] {
  const owners = new Map<string, number>();
  rows.forEach(({ id, name }, i) => {
    if (id === '') return;
    const owner = owners.get(id);
    if (owner === undefined || (idOfName(name) === id && idOfName(rows[owner]?.name ?? '') !== id)) owners.set(id, i);
  });
  const taken = new Set(owners.keys());
  return rows.map(({ id, name }, i) => {
    if (id !== '' && owners.get(id) === i) return id;
    const wanted = idOfName(name);
    let free = wanted;
    for (let n = 2; taken.has(free); n += 1) free = `${wanted}-${n}`;
    taken.add(free);
    return free;
  });
}

import type { Act, Outcome } from '../protocol/acts';
import type { Block } from '../protocol/cells';
import type { ColumnValue } from '../protocol/sheets';

/** The server does not answer, or in a way that makes no sense. */
export class NoServer extends Error {}

/** Does it on the server. Throws NoServer. */
export async function perform(act: Act): Promise<Outcome> {
  const response = await reach('/act', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(act) });
  // The server is our own and answers with what protocol.ts declares.
  return (await response.json()) as Outcome;
}

/** Rows of a sheet; null where the sheet is gone. */
export async function loadBlock(sheet: string, from: number, count: number): Promise<Block | null> {
  const response = await reach(`/cells?sheet=${encodeURIComponent(sheet)}&from=${from}&count=${count}`, {}, [404]);
  if (response.status === 404) return null;
  // As above.
  return (await response.json()) as Block;
}

/** What stands in a column of a sheet's filter. Throws NoServer. */
export async function loadValues(sheet: string, column: number): Promise<readonly ColumnValue[]> {
  const response = await reach(`/values?sheet=${encodeURIComponent(sheet)}&column=${column}`, {});
  // As above.
  return (await response.json()) as ColumnValue[];
}

async function reach(path: string, init: RequestInit, allowed: readonly number[] = []): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new NoServer();
  }
  if (!response.ok && !allowed.includes(response.status)) throw new NoServer(`${response.status}`);
  return response;
}

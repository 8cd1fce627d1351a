import type { Problem } from '../shared/problem';
import { importProblemsTable } from './import-problems.table';
import type { ShopState } from './shop-state';

/** The longest list that is worth reading; what is beyond it comes up once the first are mended. */
const MOST_LISTED = 1000;

/** Enough of a cell to find it by; no more of what a person typed needs to stand in a second place. */
const LONGEST_VALUE = 200;

/** Makes CRM Import Problems hold exactly these. */
export function writeProblems(state: ShopState, problems: readonly Problem[]): void {
  const { language, book } = state.shop;
  book.replace(
    state.image(importProblemsTable),
    problems.slice(0, MOST_LISTED).map(({ sheet, row, value, reason, cure }) => ({ sheet, row, value: value.slice(0, LONGEST_VALUE), reason: reason[language], cure: cure[language] })),
  );
}

/** Words of the Scope column, for order triggers. */
export const scopes = ['Every order', 'First only', 'Repeat only', 'First and every Nth'] as const;
export type Scope = (typeof scopes)[number];

/** Whether a scope takes a person's order of this number; the first is 1. `nth` matters to “First and every Nth” only. */
export function scopeTakes(scope: Scope, number: number, nth: number | null): boolean {
  switch (scope) {
    case 'Every order':
      return true;
    case 'First only':
      return number === 1;
    case 'Repeat only':
      return number > 1;
    case 'First and every Nth':
      return number === 1 || (nth !== null && number % nth === 0);
  }
}

/** Whether two time zones show the same clock in every month of the year: one zone has several names, so offsets tell. */
export function zonesAgree(a: string, b: string, year: number): boolean {
  if (a === b) return true;
  const offset = (zone: string, month: number): string => Utilities.formatDate(new Date(Date.UTC(year, month, 15, 12)), zone, 'Z');
  // Clock changes fall on different days of March and October from country to country; mid-month and month's end see them.
  for (let month = 0; month < 12; month += 1) {
    const end = new Date(Date.UTC(year, month, 28, 12));
    if (offset(a, month) !== offset(b, month) || Utilities.formatDate(end, a, 'Z') !== Utilities.formatDate(end, b, 'Z')) return false;
  }
  return true;
}

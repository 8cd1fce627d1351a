import { expect, test } from 'vitest';
import { resultInWords } from '../../src/app/result-in-words';

test.each([
  [{ 'Tasks Made': 8, 'Tasks Withdrawn': 2, 'Held Back': 260, 'Contacts New': 640 }, '8 new tasks, 2 withdrawn, 260 held back, 640 new contacts.', '8 משימות חדשות, 2 נמשכו, 260 ממתינות, 640 אנשי קשר חדשים.'],
  [{ 'Tasks Made': 0 }, '0 new tasks.', '0 משימות חדשות.'],
  [{ 'Tasks Made': 3, 'Contacts New': 1, Problems: 7 }, '3 new tasks, 1 new contact. 7 rows need a look: see CRM Import Problems.', '3 משימות חדשות, איש קשר חדש אחד. 7 שורות דורשות מבט: ראו CRM Import Problems.'],
  [{ 'Tasks Made': 1, 'Tasks Withdrawn': 1, 'Held Back': 1 }, '1 new task, 1 withdrawn, 1 held back.', 'משימה חדשה אחת, אחת נמשכה, אחת ממתינה.'],
])('a night that comes to %o is told without what did not happen', (line, en, he) => {
  expect(resultInWords('nightly', line).en).toBe(en);
  expect(resultInWords('nightly', line).he).toBe(he);
});

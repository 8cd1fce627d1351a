import { expect, test } from 'vitest';
import { undoLastRun } from '../../../src/app/night/undo-run';
import { AppShop } from '../../support/app-shop';

test('a task undone and made again is counted the same night, so that a second night has nothing to correct', () => {
  const shop = new AppShop().orders([{ id: '1', date: '2026-03-01', email: 'ann@mail.example' }]);
  const madeSoFar = (): unknown => shop.rows('CRM Rules').find((row) => row['Rule'] === 'Win-back')?.['Made so far'];
  shop.night('2026-06-28');
  expect(madeSoFar()).toBe(1);
  expect(undoLastRun(shop.on('2026-06-28'), true).withdrawn).toBe(1);
  expect(shop.night('2026-06-29').tasksMade).toBe(1);
  expect(madeSoFar()).toBe(1);
});

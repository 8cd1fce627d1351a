import { expect, test } from 'vitest';
import { closestWord } from '../../src/shared/closest-word';

const words = ['Lapsed after days', 'Lost after days', 'Email', 'Nightly hour'];

test.each([
  ['Emial', 'Email'],
  ['e-mail', 'Email'],
  ['lapsed after day', 'Lapsed after days'],
  ['Lapsed', 'Lapsed after days'],
  ['nightlyhour', 'Nightly hour'],
  ['Favourite colour', null],
  ['', null],
])('%j was meant as %s', (written, meant) => {
  expect(closestWord(written, words)).toBe(meant);
});

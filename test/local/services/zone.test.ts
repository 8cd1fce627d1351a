import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processZone, sameTime, Zone } from '../../../local/services/kit/zone';

const zones = ['Asia/Jerusalem', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'].map((name) => new Zone(name));
const seconds = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 });

test('An instant comes back from its wall clock, but for the doubled hour, which is the first one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), seconds, (zone, second) => {
      const back = zone.instantOf(zone.serialOf(second * 1000));
      expect([0, zone.offsetAt(back) - zone.offsetAt(second * 1000)]).toContain(second * 1000 - back);
    }),
    { numRuns: 2000 },
  );
});

test('A wall clock of the process’s zone is the instant that Date makes of it', () => {
  const zone = new Zone('Asia/Jerusalem');
  fc.assert(
    fc.property(seconds, (second) => {
      const wall = new Date(second * 1000);
      const local = new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds());
      expect(zone.instantOf(second / 86_400 + 25_569)).toBe(local.getTime());
    }),
    { numRuns: 2000 },
  );
});

test('Zones are compared by their time, not their name', () => {
  expect(sameTime(new Zone('Israel'), processZone)).toBe(true);
  expect(sameTime(new Zone('Asia/Tel_Aviv'), new Zone('Asia/Jerusalem'))).toBe(true);
  expect(sameTime(new Zone('Europe/Athens'), new Zone('Asia/Jerusalem'))).toBe(false);
});

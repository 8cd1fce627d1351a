import { describe, expect, test } from 'vitest';
import { blankWorkbook } from '../../local/cells/sheet';
import { cdnowOrders, parseCdnow } from '../../bench/cdnow-orders';
import { hasSharedData, sharedText } from '../support/order-sheets';
import { ask, hostOn, rowsOf } from '../support/shop';

/** What three nights cost in the shop of a CDNOW file: the first, the next one, and that one again. */
function threeNights(file: string) {
  const workbook = blankWorkbook({ title: file });
  const purchases = parseCdnow(sharedText(`cdnow/${file}`));
  workbook.sheets.push(cdnowOrders(purchases));
  const nights = ['2026-06-30T03:00', '2026-07-01T03:00', '2026-07-01T05:00'].map((now) => {
    const host = hostOn(workbook, now);
    const before = process.cpuUsage();
    const run = ask(host, 'nightly', {});
    const { calls, cells, estimatedSeconds } = host.stats();
    const seconds = process.cpuUsage(before).user / 1e6;
    console.log(`${file}, ${now}: ${calls.total} calls, ${cells.read} cells read, ${cells.written} written, ${seconds.toFixed(1)} s of computing with the local host's, about ${Math.round(estimatedSeconds)} s at Google`);
    return { run, calls: calls.total, written: cells.written, estimatedSeconds };
  });
  return { workbook, purchases, nights };
}

describe.skipIf(!hasSharedData)('A shop of 69,659 orders', () => {
  test('goes through a night in one run, in as many calls as a tenth of it, and all its figures are right', { timeout: 300_000 }, () => {
    const small = threeNights('CDNOW_sample.txt');
    const { workbook, purchases, nights } = threeNights('CDNOW_master.txt');
    for (const { run } of nights) expect(run).toMatchObject({ Orders: 69_659, Problems: 0, Error: null });
    expect(nights.map(({ run }) => run['Tasks Made'])).toEqual([8, 0, 0]);

    nights.forEach(({ calls, estimatedSeconds }, i) => {
      // Blocks are at most eight a group of columns: what a night may cost more, however large the shop is.
      expect(Math.abs(calls - (small.nights[i]?.calls ?? 0))).toBeLessThanOrEqual(16);
      expect(estimatedSeconds).toBeLessThan(180);
    });
    expect(nights[2]?.written).toBe(small.nights[2]?.written);

    const contacts = rowsOf(workbook, 'Contacts');
    expect(contacts).toHaveLength(23_570);
    expect(contacts.reduce((sum, row) => sum + Number(row['Total Orders']), 0)).toBe(69_659);
    expect(contacts.reduce((sum, row) => sum + Number(row['Total Spend']), 0)).toBeCloseTo(purchases.reduce((sum, { total }) => sum + total, 0), 2);
    expect(contacts.filter((row) => row['Total Orders'] === 1)).toHaveLength(11_908);
  });
});

import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import type { Faults, Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { hostOn, rowsOf } from '../support/shop';
import { standing } from '../support/stops';

const tick = (workbook: Workbook, now: string, faults: Faults = {}): Host => {
  const host = hostOn(workbook, now, { faults });
  host.call('tick', [], 'trigger');
  return host;
};
const errorsOf = (workbook: Workbook): string[] => rowsOf(workbook, 'CRM Runs').flatMap((row) => (row['Error'] === null ? [] : [String(row['Error'])]));
const subjects = (hosts: readonly Host[]): string[] => hosts.flatMap(({ mails }) => mails.map(({ subject }) => subject));
/** All but the report, whose figures are of the day on which it was made. */
const lasting = (workbook: Workbook): Record<string, unknown> => ({ ...standing(workbook), 'CRM Report': null });

describe('A service call that fails once', () => {
  /** A busy night with its report, in which the call fails as services do now and then; then the ticks of the next hour and the next night. */
  function nightsWith(call: number | null): { readonly workbook: Workbook; readonly hosts: readonly Host[]; readonly errors: readonly string[] } {
    const workbook = snapshotOf(busyShop());
    const first = tick(workbook, BUSY_NIGHT, call === null ? {} : { failAt: { call } });
    const errors = errorsOf(workbook);
    return { workbook, errors, hosts: [first, tick(workbook, '2026-06-28T04:00'), tick(workbook, '2026-06-29T03:00')] };
  }

  test('costs a night nothing but time, and is said', { timeout: 900_000 }, () => {
    const undisturbed = nightsWith(null);
    const wanted = lasting(undisturbed.workbook);
    const calls = undisturbed.hosts[0]?.stats().calls.total ?? 0;
    let tried = 0;
    let said = 0;
    for (let call = 1; call <= calls; call += process.env['SWEEP'] === 'whole' ? 1 : 5) {
      const { workbook, hosts, errors } = nightsWith(call);
      const mails = subjects(hosts);
      tried += 1;
      if (errors.length > 0 || mails.some((subject) => subject.includes('did not finish'))) said += 1;
      expect({ call, sheets: lasting(workbook) }).toEqual({ call, sheets: wanted });
      const digests = mails.filter((subject) => subject.includes('to contact today'));
      // Two nights, two digests; one that failed as it was sent is not sent a second time.
      expect(digests.length, `digests with call ${call} failing`).toBeLessThanOrEqual(2);
      expect(digests.length, `digests with call ${call} failing`).toBeGreaterThanOrEqual(1);
      expect(mails.length - digests.length, `failure mails with call ${call} failing`).toBeLessThanOrEqual(1);
      if (errors.length > 0) expect(hosts[0]?.mails.map(({ text }) => text).join()).toContain('Service Spreadsheets failed while accessing document');
    }
    console.log(`A failing call: ${tried} tried of ${calls}; ${said} of them said in CRM Runs or by mail, the others made good at once`);
    expect(tried).toBeGreaterThan(20);
  });
});

describe('A part of the night that fails', () => {
  /** The night in question, the one in which tasks of June are archived last. */
  const nights = { settled: BUSY_NIGHT, archiving: '2026-10-06T03:00' };

  test.each([
    ['CRM Segments', nights.settled],
    ['CRM Import Problems', nights.settled],
    ['CRM Runs', nights.settled],
    ['CRM Task Archive', nights.archiving],
  ])('does not keep the tasks and the mail from the manager: %s', (name, now) => {
    const before = busyShop();
    if (now === nights.archiving) tick(before, nights.settled);
    const whole = snapshotOf(before);
    const usual = tick(whole, now);
    const workbook = snapshotOf(before);
    const host = tick(workbook, now, { protectedByOthers: [name] });
    for (const sheet of ['Contacts', 'CRM Ledger']) expect(rowsOf(workbook, sheet)).toEqual(rowsOf(whole, sheet));
    expect(subjects([host])).toEqual(subjects([usual]));
    expect(host.mails[0]?.text).toContain('Part of the night failed');
    if (name !== 'CRM Runs') expect(errorsOf(workbook)).toEqual([expect.stringContaining('protected')]);
  });
});

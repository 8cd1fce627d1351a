import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Day } from '../src/shared/day';
import { revealedOrders } from './simulation/revealed-orders';
import { inAugust, simulateNights, tenNightsOff, type Scenario } from './simulation/simulate-nights';
import { figuresOfSimulation, tablesOf } from './simulation/simulation-report';

const FROM: Day = '2024-07-01';
const TO: Day = '2026-06-30';

const scenarios: readonly Scenario[] = [
  { name: 'Six a working day', pace: 6, everyRule: false },
  { name: 'Two a working day', pace: 2, everyRule: false },
  { name: 'Six a working day, every rule switched on', pace: 6, everyRule: true },
];

const ordersOn = revealedOrders(TO);
const simulated = scenarios.map((scenario) => simulateNights(scenario, { from: FROM, to: TO, away: inAugust, off: tenNightsOff(2025) }, ordersOn));
const [six, two, every] = simulated.map(figuresOfSimulation);
if (six === undefined || two === undefined || every === undefined) throw new Error('A simulation is missing.');

const share = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} %`;
const longest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const poorer = two.winBacks(true);
const richer = two.winBacks(false);
const afterHolidays = [six, two, every].map(({ afterHoliday, madeOn }) => longest(afterHoliday.map(madeOn)));

const document = `# Two years, night by night

\`npm run simulate\` makes this page. The sample shop (about ten orders a week, 630 customers, 680 Mailchimp members) is taken back to ${FROM}, when it is half a year old, and lived through
to ${TO}: each morning the orders up to the day before are there (two days on their way, refunds and cancellations twelve days later), the night's own plans are made and applied, and on
working days the manager works off the list from the top. Mailchimp is imported once a month. The manager is away for two weeks each August; in November 2025 nothing runs for ten nights. Of
a hundred attempts 15 get no answer, 3 are skipped, 3 are not interested (half of these ask not to be contacted again).

## What the figures mean

- **No flood.** The first night made ${six.madeOn(six.making[0] ?? never())} tasks, and no night ever made more than ${longest([six, two, every].flatMap(({ making, madeOn }) => making.map(madeOn)))}. The list stood at ${longest(six.list)} at most (${longest(every.list)} with every rule on: a “No answer” that came due again beside a full list; nothing new was put on it).
- **No pile after holidays.** On the first working day after three days off or more the night made at most ${longest(afterHolidays)} tasks, and the list held at most ${longest([six, two, every].flatMap(({ afterHoliday }) => afterHoliday.map(({ list }) => list)))}.
- **Six a day is more than this shop needs.** ${six.made} tasks in two years are ${(six.made / six.making.length).toFixed(1)} a working day. Half of all people got their task on the very day, and nobody waited longer than ${longest(six.types.flatMap(six.waitsOf))} days. ${six.missed === six.missedWithoutConsent ? 'Nobody was missed who may be contacted.' : `${six.missed - six.missedWithoutConsent} people who may be contacted were missed.`}
- **Two a day is about half of what it needs, and the laws share out the shortage.** Welcome gets nearly all it asks for (${two.madeOf('Welcome')} made, ${two.missedOf('Welcome')} missed), Follow-up the least (${two.madeOf('Follow-up')} made, ${two.missedOf('Follow-up')} missed), and the two kept places let ${two.madeOf('Win-back')} Win-backs through: without them Welcome and Follow-up would take every place, with them Win-back is ${share(two.madeOf('Win-back'), two.made)} of all tasks. Neither starves. A manager who finds Follow-up more worth while than Win-back can raise Days of Win-back or switch it off.
- **Who is left out for good.** With two a day, ${two.lost.length} Win-backs found no place before their last order was a year ago. Of the half of people who spent less ${share(poorer.got, poorer.all)} got a Win-back, of the other half ${share(richer.got, richer.all)}: the list takes those who spent more first, as PRODUCT.md says, and does not wait for anyone else to become due. They are not hidden: the run log counts them as held back each night, Preview and Why name the law. With six a day ${six.lost.length === 0 ? 'there is none' : `there are ${six.lost.length}`}.
- **Every rule on** fills six places a day. The kinds at the end of the order wait: ${every.waitingOf('Custom').length} subscribers without an order still wait for a “First order” task, the longest for ${longest(every.waitingOf('Custom'))} days, and of the Anniversary and Birthday matches, which keep for a week, ${every.missedOf('Anniversary') + every.missedOf('Birthday')} were missed against ${every.madeOf('Anniversary') + every.madeOf('Birthday')} made. This is why those rules come switched off, and what the manager sees in Preview before switching one on.
- **Missed** counts people who must not be contacted too (${six.missedWithoutConsent} with six a day): their match waits like any other, and is logged when its time has run out.

${simulated.map(tablesOf).join('\n\n')}
`;

function never(): never {
  throw new Error('There was no task-making day.');
}

writeFileSync(fileURLToPath(new URL('../docs/simulation.md', import.meta.url)), document);
console.log(document);

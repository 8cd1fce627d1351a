import { taskTypeNames } from '../../src/rules/task-types';
import { lawNames } from '../../src/tasks/laws';
import type { NightFigures, Simulated, Wait } from './simulate-nights';

/** The value below which that share of the sorted values lies. */
const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): string => (values.length === 0 ? '–' : (sum(values) / values.length).toFixed(1));

/** The figures of one simulation as the document and its sentences use them. */
export const figuresOfSimulation = ({ nights, waits, waiting, lost, shop }: Simulated) => {
  const making = nights.filter(({ isTaskMakingDay }) => isTaskMakingDay);
  const madeOn = (night: NightFigures): number => sum(night.made.values());
  const afterHoliday = making.filter(({ sinceLastMakingDay }) => sinceLastMakingDay >= 4);
  const missedOf = (type: string): number => sum(nights.map(({ missed }) => missed.get(type) ?? 0));
  const all = [...shop.tasks, ...shop.archive];
  return {
    making,
    madeOn,
    afterHoliday,
    made: sum(nights.map(madeOn)),
    madeOf: (type: string) => sum(nights.map(({ made }) => made.get(type) ?? 0)),
    missedOf,
    missed: sum(nights.map(({ missed }) => sum(missed.values()))),
    missedWithoutConsent: sum(nights.map(({ missed }) => sum([...missed].flatMap(([type, count]) => (type.includes('(no consent)') ? [count] : []))))),
    withdrawn: sum(nights.map(({ withdrawn }) => withdrawn)),
    expired: sum(nights.map(({ expired }) => expired)),
    reopened: sum(nights.map(({ reopened }) => reopened)),
    waitsOf: (type: string) => waits.filter((wait) => wait.type === type).map(({ days }) => days),
    waitingOf: (type: string) => waiting.filter((wait) => wait.type === type).map(({ days }) => days),
    lost,
    completed: all.filter(({ status }) => status === 'Completed').length,
    types: taskTypeNames.filter((type) => [...waits, ...waiting].some((wait) => wait.type === type) || missedOf(type) > 0),
    list: making.map(({ list }) => list),
    winBacks: (below: boolean) => halves(waits.filter(({ type }) => type === 'Win-back'), [...waits, ...lost, ...waiting].filter(({ type }) => type === 'Win-back'), below),
  };
};

/** How many of those asked for lie in that half of all by spend. */
function halves(of: readonly Wait[], all: readonly Wait[], below: boolean): { readonly got: number; readonly all: number } {
  const middle = quantile(all.map(({ spend }) => spend), 0.5);
  const isIn = ({ spend }: Wait): boolean => spend < middle === below;
  return { got: of.filter(isIn).length, all: all.filter(isIn).length };
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(header), row(header.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** The tables of one simulation. */
export function tablesOf(simulated: Simulated): string {
  const figures = figuresOfSimulation(simulated);
  const { making } = figures;
  const days = (values: readonly number[]): (string | number)[] => (values.length === 0 ? ['–', '–', '–'] : [quantile(values, 0.5), quantile(values, 0.9), most(values)]);
  const byType = figures.types.map((type) => {
    const waits = figures.waitsOf(type);
    const waiting = figures.waitingOf(type);
    return [type, figures.madeOf(type), (figures.madeOf(type) / making.length).toFixed(2), most(making.map(({ made }) => made.get(type) ?? 0)), ...days(waits), figures.missedOf(type) + figures.missedOf(`${type} (no consent)`), waiting.length, waiting.length === 0 ? '–' : most(waiting)];
  });
  const spread = (what: string, values: readonly number[]): (string | number)[] => [what, Math.min(...values), quantile(values, 0.5), quantile(values, 0.9), most(values), mean(values)];
  const laws = lawNames.flatMap((law) => {
    const held = making.map((night) => night.held.get(law) ?? 0);
    return most(held) === 0 ? [] : [spread(`Held by “${law}”`, held)];
  });
  return [
    `## ${simulated.scenario.name}`,
    'By kind of task. A match waits from its own day (or the first night, if that is later) to the day on which its task is made.',
    table(['Task Type', 'made', 'a day', 'most a day', 'wait: median', 'P90', 'longest', 'missed', 'waiting at the end', 'longest'], byType),
    'By task-making day.',
    table(
      ['', 'least', 'median', 'P90', 'most', 'mean'],
      [
        spread('On the list in the morning', figures.list),
        spread('Made', making.map(figures.madeOn)),
        spread('Worked off', making.map(({ worked }) => worked)),
        ...laws,
        spread('Made on the first day after 3 days off or more', figures.afterHoliday.map(figures.madeOn)),
        spread('On the list that day', figures.afterHoliday.map(({ list }) => list)),
      ],
    ),
    `In all: ${figures.made} made, ${figures.completed} completed, ${figures.withdrawn} withdrawn, ${figures.expired} expired, ${figures.reopened} reopened, ${figures.missed} missed (${figures.missedWithoutConsent} of them of people who must not be contacted); ${figures.lost.length} Win-backs waited for a place until the last order was more than ${simulated.shop.settings.lostAfterDays} days ago.`,
  ].join('\n\n');
}

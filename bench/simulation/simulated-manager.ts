import { randomOf } from '../../local/sample/random';
import { finishTask } from '../../src/tasks/finish-task';
import { queueTasks } from '../../src/tasks/queue';
import type { SimulatedShop } from './simulated-shop';

/** What comes of reaching out, in a hundred times. */
const replies: readonly (readonly [outcome: string | null, weight: number])[] = [
  ['Message sent', 44],
  ['Reached', 20],
  ['Left message', 8],
  ['Wants to order', 6],
  ['No answer', 15],
  ['Not interested', 3],
  ['Wrong number', 1],
  // A skip with a reason.
  [null, 3],
];

/** The share of those who are not interested that asks not to be contacted again. */
const REFUSES = 0.5;

/** Works off so many tasks of the day's list from the top, as the sidebar shows it. Gives how many. */
export function simulatedManager(pace: number): (shop: SimulatedShop) => number {
  const random = randomOf(`manager ${pace}`);
  return (shop) => {
    const { today } = shop;
    const contacts = new Map(shop.contacts.map((contact) => [contact.email, contact]));
    const list = queueTasks(shop.tasks, (email) => contacts.get(email), today).filter(({ status, due }) => status === 'Pending' && due <= today);
    const rows = new Map(shop.tasks.map((task) => [task.id, task]));
    for (const { id, email } of list.slice(0, pace)) {
      const task = rows.get(id);
      if (task === undefined) continue;
      const [outcome] = random.weighted(replies, ([, weight]) => weight);
      const finishing = outcome === null ? { action: 'skip', outcome: 'Not now' } as const : { action: 'complete', outcome } as const;
      const finished = finishTask(task, { ...finishing, note: null, until: null }, shop.finishing());
      if (!('entry' in finished)) throw new Error(finished.en);
      shop.set(task.at, { ...finished.entry, ...(finished.tries === null ? {} : { tries: finished.tries }) });
      if (finished.offers === 'do not contact' && random.chance(REFUSES)) shop.refuse(email);
    }
    return Math.min(pace, list.length);
  };
}

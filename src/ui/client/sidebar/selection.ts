import { ask } from '../ask';
import { isStale, refresh } from './list';
import { whoIs } from './tell';
import { now, show } from './screen';

const EVERY_SECONDS = 3;
const FOR_SECONDS = 120;

let until = 0;
let asking = false;

/** Asks where the cursor stands in the sheet: no event tells. When the sidebar gets focus, and for two minutes after. */
export function followSelection(): void {
  window.addEventListener('focus', () => {
    until = Date.now() + FOR_SECONDS * 1000;
    void look();
    if (isStale() && now().phase === 'ready') void refresh();
  });
  setInterval(() => {
    if (Date.now() < until && document.visibilityState === 'visible') void look();
  }, EVERY_SECONDS * 1000);
}

async function look(): Promise<void> {
  const { queue, phase, selected } = now();
  if (asking || phase !== 'ready' || queue === null) return;
  asking = true;
  try {
    const { email } = await ask('selectedPerson', {}, { seconds: 20 });
    if (email === selected?.email || (email === null && selected === null)) return;
    const name = email === null ? '' : whoIs(queue.tasks.find((task) => task.email === email) ?? { name: null, email });
    show({ selected: email === null ? null : { email, name } });
  } catch {
    // A convenience: what cannot be asked now is asked again in three seconds, and every other call says what is wrong.
  } finally {
    asking = false;
  }
}

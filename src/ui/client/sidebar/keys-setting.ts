const NAME = 'crm-keys';

/** Whether single keys act; remembered by the browser where it lets a framed page remember. */
let work = remembered();

export const keysWork = (): boolean => work;

export function setKeysWork(on: boolean): void {
  work = on;
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off');
  } catch {
    // A frame without storage forgets; the choice holds while it is open.
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

import type { Images } from './changed-cells';
import { restoreImage, type SheetImage } from './sheet-image';
import type { Rectangle } from './protocol/cells';

/** The cells of an edit, which the script is told of again when it is undone. */
export interface Edited {
  readonly sheet: string;
  readonly range: Rectangle;
}

interface Step {
  readonly before: readonly SheetImage[];
  readonly after: readonly SheetImage[];
  readonly edited: Edited | null;
}

const MOST_STEPS = 50;

/**
 * What a person did, to be taken back and done again: each step with all that the script's own onEdit made of it. What
 * the script changes otherwise is no step; a step below it in the same sheet is gone, as it would undo that as well.
 */
export class UndoStack {
  private done: Step[] = [];
  private undone: Step[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Takes note of what became different; `personal` is what a person did, null what the script did by itself. */
  note(before: Images, after: Images, personal: { readonly edited: Edited | null } | null): void {
    const names = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
    if (names.length === 0) return;
    const touches = (step: Step): boolean => step.after.some(({ looks }) => names.includes(looks.name));
    this.undone = personal === null ? this.undone.filter((step) => !touches(step)) : [];
    const images = (all: Images): SheetImage[] => names.flatMap((name) => all.get(name) ?? []);
    if (personal === null || images(before).length < names.length) this.done = this.done.filter((step) => !touches(step));
    else this.done = [...this.done, { before: images(before), after: images(after), edited: personal.edited }].slice(-MOST_STEPS);
  }

  /** Puts the sheets back to before the last step; the cells that it edited, or null. */
  undo(): Edited | null {
    const step = this.done.pop();
    if (step === undefined) return null;
    step.before.forEach(putBack);
    this.undone.push(step);
    return step.edited;
  }

  /** Does the step that was undone last again. */
  redo(): Edited | null {
    const step = this.undone.pop();
    if (step === undefined) return null;
    step.after.forEach(putBack);
    this.done.push(step);
    return step.edited;
  }

  forget(): void {
    this.done = [];
    this.undone = [];
  }
}

const putBack = (image: SheetImage): void => {
  restoreImage(image).dirty = true;
};

/** How a step is taken back; null where there is nothing to take back after all. */
type TakeBack = (() => void) | null;
type Step = Promise<TakeBack>;

const mostSteps = 50;

/** What can be taken back, the latest last. A step may still be on its way when it is taken back. */
export class UndoSteps {
  #steps: Step[] = [];

  /**
   * Begins a step.
   * @returns `end`, to be told once how it went: it says whether the step still waits to be taken back; and `takeBack`
   */
  begin(): { end: (how: TakeBack) => boolean; takeBack: () => void } {
    let settle: (how: TakeBack) => void = () => undefined;
    const step: Step = new Promise((resolve) => {
      settle = resolve;
    });
    this.#steps = [...this.#steps, step].slice(-mostSteps);
    return {
      end: (how) => {
        settle(how);
        if (how === null) this.#forget(step);
        return this.#steps.includes(step);
      },
      // By the notice's button or by Ctrl+Z, once.
      takeBack: () => {
        if (this.#forget(step)) step.then((undo) => undo?.());
      },
    };
  }

  /** Takes back the latest step, or the one before it where nothing comes of the latest. @returns whether there was one */
  takeBackLast(): boolean {
    const step = this.#steps.at(-1);
    if (!step) return false;
    this.#forget(step);
    step.then((undo) => (undo ? undo() : this.takeBackLast()));
    return true;
  }

  #forget(step: Step): boolean {
    const before = this.#steps.length;
    this.#steps = this.#steps.filter((each) => each !== step);
    return this.#steps.length < before;
  }
}

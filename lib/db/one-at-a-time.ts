/**
 * A queue with one place: whoever holds it runs, the others wait in turn.
 * `acquire` resolves to the function that frees the place.
 */
export class OneAtATime {
  #last: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    let free = () => {};
    const mine = new Promise<void>((resolve) => {
      free = resolve;
    });
    const before = this.#last;
    this.#last = before.then(() => mine);
    await before;
    return free;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const free = await this.acquire();
    try {
      return await work();
    } finally {
      free();
    }
  }
}

import type { OpenState, SessionState } from './session-state';

/** What state a text is in; every change of it is told to whoever subscribed. */
export class SessionStore {
  #state: SessionState = { phase: 'opening' };
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SessionState => this.#state;

  /** The state of a text that is open; null before, and where it failed. */
  openState(): OpenState | null {
    return this.#state.phase === 'open' ? this.#state : null;
  }

  patch(change: Partial<OpenState>): void {
    const state = this.openState();
    if (state) this.setState({ ...state, ...change });
  }

  protected setState(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

import type { Item } from './item';
import type { How } from './use-placing';

type Taken = { how: How; items: readonly Item[] };

let taken: Taken | null = null;

/** What was cut or copied in the portal; it stays while one goes from folder to folder. */
export const clipboard = {
  put: (what: Taken | null) => {
    taken = what;
  },
  look: () => taken,
};

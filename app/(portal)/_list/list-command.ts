import { type Item, powersOf } from './item';

/** What a key of a list asks for. */
export type ListCommand =
  | { ask: 'toggle' | 'rename'; item: Item }
  | { ask: 'trash' | 'move' | 'copy'; items: readonly Item[] }
  | { ask: 'clear' | 'up' | 'other-view' | 'undo' | 'all' | 'paste' };

type Situation = {
  /** the item that has the focus */
  item: Item | null;
  /** what a wish is about: that item, with all that are chosen if it is one of them; without it what is chosen */
  about: readonly Item[];
  hasChosen: boolean;
};

/** What a key means in a list beside moving the focus; null where it means nothing. */
export function listCommand(
  { key, isControl }: { key: string; isControl: boolean },
  { item, about, hasChosen }: Situation,
): ListCommand | null {
  return isControl ? withControl(key.toLowerCase(), about) : alone(key, item, about, hasChosen);
}

function alone(key: string, item: Item | null, about: readonly Item[], hasChosen: boolean): ListCommand | null {
  const [one] = about;
  switch (key) {
    case ' ':
    case 'x':
      return item ? { ask: 'toggle', item } : null;
    case 'Escape':
      return hasChosen ? { ask: 'clear' } : null;
    case 'F2':
      return about.length === 1 && one && powersOf(one).rename ? { ask: 'rename', item: one } : null;
    case 'Delete':
      return may('trash', about) ? { ask: 'trash', items: about } : null;
    case 'Backspace':
      return { ask: 'up' };
    case 'v':
      return { ask: 'other-view' };
    default:
      return null;
  }
}

function withControl(key: string, about: readonly Item[]): ListCommand | null {
  switch (key) {
    case 'z':
      return { ask: 'undo' };
    case 'a':
      return { ask: 'all' };
    case 'c':
      return may('copy', about) ? { ask: 'copy', items: about } : null;
    case 'x':
      return may('move', about) ? { ask: 'move', items: about } : null;
    case 'v':
      return { ask: 'paste' };
    default:
      return null;
  }
}

function may(power: 'trash' | 'move' | 'copy', about: readonly Item[]): boolean {
  return about.length > 0 && about.every((item) => powersOf(item)[power]);
}

/** The item to which the focus goes when others go from the list: what takes the place of the one that has it. */
export function heirOf<T extends { id: string }>(
  shown: readonly T[],
  going: readonly T[],
  focused: T | null,
): T | null {
  const gone = new Set(going.map(({ id }) => id));
  const at = focused ? shown.indexOf(focused) : -1;
  return shown.slice(at).find(({ id }) => !gone.has(id)) ?? shown.findLast(({ id }) => !gone.has(id)) ?? null;
}

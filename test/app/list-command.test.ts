import { describe, expect, test } from 'vitest';
import type { DocumentItem, FolderItem, Item } from '@/app/(portal)/_list/item';
import { heirOf, listCommand } from '@/app/(portal)/_list/list-command';

type Allowed = { rename?: boolean; trash?: boolean; read?: boolean; copyForbidden?: boolean };

/** A document of somebody else, in which the person may do what is said and nothing more. */
function document(id: string, { rename = false, trash = false, read = true, copyForbidden = false }: Allowed = {}) {
  // What a key asks for depends on nothing else of it.
  return { kind: 'document', id, rights: { rename, trash, read }, isMine: false, copyForbidden } as DocumentItem;
}
const own = (id: string): DocumentItem => document(id, { rename: true, trash: true });
const folder = (id: string) => ({ kind: 'folder', id, rights: { rename: true, trash: true } }) as FolderItem;

const at = (item: Item | null, about: readonly Item[] = item ? [item] : []) => ({
  item,
  about,
  hasChosen: about.length > 0,
});
const press = (key: string, situation = at(null)) => listCommand({ key, isControl: false }, situation);
const withControl = (key: string, situation = at(null)) => listCommand({ key, isControl: true }, situation);

describe('keys by themselves', () => {
  const one = own('one');

  test.each([' ', 'x'])('%j chooses the item that has the focus, and means nothing outside of the list', (key) => {
    expect(press(key, at(one))).toEqual({ ask: 'toggle', item: one });
    expect(press(key)).toBeNull();
  });

  test('Escape ends a selection, and without one means nothing here', () => {
    expect(press('Escape', at(null, [one]))).toEqual({ ask: 'clear' });
    expect(press('Escape')).toBeNull();
  });

  test('F2 renames one item that may be renamed, never several', () => {
    expect(press('F2', at(one))).toEqual({ ask: 'rename', item: one });
    expect(press('F2', at(null, [one]))).toEqual({ ask: 'rename', item: one });
    expect(press('F2', at(one, [one, own('two')]))).toBeNull();
    expect(press('F2', at(document('read')))).toBeNull();
    expect(press('F2')).toBeNull();
  });

  test('Delete moves what it is about to the trash, if all of it may go there', () => {
    const both = [one, folder('two')];
    expect(press('Delete', at(one, both))).toEqual({ ask: 'trash', items: both });
    expect(press('Delete', at(one, [one, document('read')]))).toBeNull();
    expect(press('Delete')).toBeNull();
  });

  test('Backspace goes up, v shows the list otherwise, and other letters mean nothing', () => {
    expect(press('Backspace')).toEqual({ ask: 'up' });
    expect(press('v')).toEqual({ ask: 'other-view' });
    for (const key of ['z', 'a', 'c', 'X', 'V', 'Enter', 'Tab']) expect(press(key, at(one))).toBeNull();
  });
});

describe('keys with Ctrl', () => {
  const both = [own('one'), folder('two')];

  test('Ctrl+Z takes back, Ctrl+A chooses all, Ctrl+V puts down, whatever the letter’s case', () => {
    expect(withControl('z')).toEqual({ ask: 'undo' });
    expect(withControl('A')).toEqual({ ask: 'all' });
    expect(withControl('v')).toEqual({ ask: 'paste' });
  });

  test('Ctrl+X takes what may be moved, Ctrl+C what may be copied', () => {
    expect(withControl('x', at(null, both))).toEqual({ ask: 'move', items: both });
    expect(withControl('c', at(null, both))).toEqual({ ask: 'copy', items: both });
    const read = document('read');
    expect(withControl('c', at(read))).toEqual({ ask: 'copy', items: [read] });
    expect(withControl('x', at(read))).toBeNull();
    expect(withControl('c', at(document('kept', { copyForbidden: true })))).toBeNull();
  });

  test('nothing is taken where nothing is chosen, and other keys are the browser’s', () => {
    for (const key of ['x', 'c']) expect(withControl(key)).toBeNull();
    for (const key of ['Delete', 'F2', 'f', 't', 'Backspace']) expect(withControl(key, at(null, both))).toBeNull();
  });
});

describe('when items go, the focus goes', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id })) as [Item, Item, Item, Item];
  const list = [a, b, c, d];

  test('to what takes their place', () => {
    expect(heirOf(list, [b], b)).toBe(c);
    expect(heirOf(list, [b, c], b)).toBe(d);
    expect(heirOf(list, [a, c], c)).toBe(d);
  });

  test('to the last that stays where nothing follows, and nowhere where all go', () => {
    expect(heirOf(list, [d], d)).toBe(c);
    expect(heirOf(list, [c, d], d)).toBe(b);
    expect(heirOf(list, list, a)).toBeNull();
  });
});

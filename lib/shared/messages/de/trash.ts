import type { trashWords as english } from '../en/trash';

export const trashWords: typeof english = {
  title: 'Papierkorb',
  list: 'Dokumente und Ordner im Papierkorb',
  note: 'Was hier liegt, wird nach 30 Tagen endgültig gelöscht.',
  columns: { name: 'Name', deleted: 'Gelöscht', size: 'Größe', actions: 'Aktionen' },
  folder: 'Ordner',
  restore: 'Wiederherstellen',
  restoreOf: (name) => `„${name}“ wiederherstellen`,
  deleteOf: (name) => `„${name}“ endgültig löschen`,
  deleted: (n, one) => (n === 1 ? `„${one}“ ist gelöscht` : `${n} Elemente sind gelöscht`),
  notDeleted: (n, one) => (n === 1 ? `„${one}“ wurde nicht gelöscht` : `${n} Elemente wurden nicht gelöscht`),
  ask: {
    title: (name) => `„${name}“ endgültig löschen?`,
    titleMany: (n) => `${n} Elemente endgültig löschen?`,
    text: 'Auch alle Versionen werden gelöscht. Das lässt sich nicht rückgängig machen.',
    submit: 'Endgültig löschen',
  },
  empty: 'Papierkorb leeren',
  askAll: {
    title: 'Papierkorb leeren?',
    text: (n) =>
      n === 1
        ? 'Was darin liegt, wird mit allen Versionen endgültig gelöscht. Das lässt sich nicht rückgängig machen.'
        : `Alles, was darin liegt (${n}), wird mit allen Versionen endgültig gelöscht. Das lässt sich nicht rückgängig machen.`,
    submit: 'Alles endgültig löschen',
  },
  emptied: 'Der Papierkorb ist geleert',
  emptyFailed: 'Der Papierkorb wurde nicht geleert',
  nothing: {
    title: 'Der Papierkorb ist leer',
    text: 'Was Sie in den Papierkorb verschieben, bleibt hier 30 Tage lang.',
  },
};

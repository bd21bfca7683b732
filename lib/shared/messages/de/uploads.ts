import type { uploadWords as english } from '../en/uploads';

export const uploadWords: typeof english = {
  button: 'Hochladen',
  choose: 'Dateien zum Hochladen auswählen',
  dropHere: 'Dateien und Ordner zum Hochladen hier ablegen',
  tray: 'Uploads',
  uploading: (done, all) => `${Math.min(done + 1, all)} von ${all} wird hochgeladen`,
  finished: (n) => (n === 1 ? '1 Datei hochgeladen' : `${n} Dateien hochgeladen`),
  finishedWithFailures: (n, failed) => `${n} hochgeladen, ${failed} fehlgeschlagen`,
  allFailed: (n) => (n === 1 ? 'Das Hochladen ist fehlgeschlagen' : `${n} Uploads sind fehlgeschlagen`),
  nothing: 'Hochladen abgebrochen',
  waiting: 'Wartet',
  percent: (n) => `${n} %`,
  storing: 'Wird gespeichert…',
  done: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  progressOf: (name) => `Fortschritt von ${name}`,
  cancel: (name) => `Hochladen von ${name} abbrechen`,
  cancelAll: 'Abbrechen',
  retry: (name) => `${name} noch einmal hochladen`,
  closeTray: 'Liste der Uploads schließen',
  storedAs: (name) => `Gespeichert als „${name}“`,
  broken: 'Die Verbindung ist abgebrochen. Versuchen Sie es noch einmal.',
  chooseFolder: 'Ordner zum Hochladen auswählen',
  preparing: 'Das Hochladen wird vorbereitet…',
  notStarted: 'Das Hochladen hat nicht begonnen',
  notTaken: {
    many: (files, folders) =>
      `Das sind mehr als ${files} Dateien oder ${folders} Ordner. Laden Sie sie in Teilen hoch.`,
    deep: (name) =>
      `Die Ordner in „${name}“ liegen zu tief ineinander. Packen Sie ihn als Zip, oder laden Sie einen Teil davon hoch.`,
    unreadable: (name) =>
      `Ihr Browser darf „${name}“ nicht lesen. Es wurde nichts hochgeladen: Lassen Sie es weg, oder schließen Sie, was es benutzt, und versuchen Sie es noch einmal.`,
  },
};

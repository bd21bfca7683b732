import type { previewWords as english } from '../en/preview';

export const previewWords: typeof english = {
  frameTitle: (name) => `Inhalt von ${name}`,
  loading: 'Wird geladen …',
  drawing: 'Wird geöffnet …',
  page: 'Seite',
  ofPages: (pages) => `von ${pages}`,
  previousPage: 'Vorherige Seite',
  nextPage: 'Nächste Seite',
  zoom: 'Größe',
  zoomIn: 'Größer',
  zoomOut: 'Kleiner',
  percent: (percent) => `${percent} %`,
  fitWidth: 'Seitenbreite',
  fitAll: 'Einpassen',
  actualSize: 'Originalgröße',
  inside: { page: 'Seite {n}', pageFailed: 'Diese Seite lässt sich nicht anzeigen.', comment: 'Kommentar' },
  password: {
    title: 'Dieses Dokument hat ein Passwort',
    text: 'Geben Sie es ein, um das Dokument zu sehen. Es bleibt in diesem Browser.',
    field: 'Passwort',
    submit: 'Öffnen',
    wrong: 'Das ist nicht das Passwort. Versuchen Sie es noch einmal.',
  },
  wrongType: {
    title: 'Das ist nicht, was der Name sagt',
    docx: 'Die Datei heißt wie ein Word-Dokument (.docx), enthält aber etwas anderes. Laden Sie sie herunter und öffnen Sie sie mit dem Programm, das sie erstellt hat.',
    pdf: 'Die Datei heißt wie ein PDF, enthält aber etwas anderes. Laden Sie sie herunter und öffnen Sie sie mit dem Programm, das sie erstellt hat.',
    image:
      'Die Datei heißt wie ein Bild, enthält aber etwas anderes. Laden Sie sie herunter und öffnen Sie sie mit dem Programm, das sie erstellt hat.',
  },
  failures: {
    empty: { title: 'Diese Datei ist leer', text: 'Es ist nichts darin, was sich anzeigen ließe.' },
    damaged: {
      title: 'Diese Datei ist beschädigt',
      text: 'Sie lässt sich hier nicht anzeigen. Laden Sie sie herunter und versuchen Sie es mit dem Programm, das sie erstellt hat, oder gehen Sie auf eine frühere Version zurück.',
    },
    protected: {
      title: 'Dieses Dokument hat ein Passwort',
      text: 'Dokumente mit Passwort werden hier nicht angezeigt. Laden Sie es herunter und öffnen Sie es auf Ihrem Computer.',
    },
    'too-large': {
      title: 'Diese Datei ist zu groß für die Vorschau',
      text: 'Sie bräuchte mehr Speicher, als ein Browser hat. Laden Sie sie herunter und öffnen Sie sie auf Ihrem Computer.',
    },
    'too-slow': {
      title: 'Diese Datei braucht zu lange',
      text: 'Sie ließ sich nicht rechtzeitig anzeigen. Versuchen Sie es noch einmal, oder laden Sie sie herunter und öffnen Sie sie auf Ihrem Computer.',
    },
    'no-preview': {
      title: 'Es gibt keine Vorschau',
      text: 'Dateien dieses Typs werden hier nicht angezeigt. Laden Sie die Datei herunter und öffnen Sie sie auf Ihrem Computer.',
    },
    unreachable: {
      title: 'Das Dokument ließ sich nicht laden',
      text: 'Der Server antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    },
  },
};

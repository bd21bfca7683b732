import type { generalWords as english } from '../en/general';

export const generalWords: typeof english = {
  product: 'Lectern',
  title: (name) => `${name} — Lectern`,
  skipToContent: 'Zum Inhalt springen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',
  undo: 'Rückgängig',
  justNow: 'Gerade eben',
  shell: {
    navigation: 'Hauptmenü',
    openMenu: 'Menü öffnen',
    myDocuments: 'Meine Dokumente',
    trash: 'Papierkorb',
    settings: 'Einstellungen',
    signOut: 'Abmelden',
    account: 'Konto',
    theme: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    notifications: 'Mitteilungen',
  },
  errors: {
    unknown: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
    unknownWithId: (id) =>
      `Bei uns ist etwas schiefgegangen. Wenn es wieder passiert, nennen Sie Ihrer Administration diese Nummer: ${id}.`,
    offline: 'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    signedOut: 'Sie sind abgemeldet. Melden Sie sich wieder an, um weiterzumachen.',
    pageTitle: 'Diese Seite lässt sich nicht anzeigen',
    pageText:
      'Bei uns ist etwas schiefgegangen. Nichts, was Sie gespeichert haben, ist verloren. Versuchen Sie es noch einmal, oder gehen Sie zurück zu Ihren Dokumenten.',
    reference: (id) => `Wenn es wieder passiert, nennen Sie Ihrer Administration diese Nummer: ${id}.`,
    notFoundTitle: 'Diese Seite gibt es nicht',
    notFoundText:
      'Die Adresse stimmt nicht, das Dokument liegt im Papierkorb, oder es ist nicht für Sie freigegeben. Fragen Sie, wem es gehört, oder gehen Sie zurück zu Ihren Dokumenten.',
    toDocuments: 'Zu meinen Dokumenten',
  },
};

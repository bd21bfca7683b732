import type { editorWords as english } from '../en/editor';

export const editorWords: typeof english = {
  opening: (name) => `„${name}“ wird geöffnet…`,
  frameTitle: (name) => `Editor für ${name}`,
  backToList: 'Zurück zu meinen Dokumenten',
  download: 'Herunterladen',
  timeOut: {
    title: (name) => `„${name}“ ist noch nicht offen`,
    text: 'Der Editor hat nicht geantwortet. Versuchen Sie es noch einmal, oder laden Sie das Dokument herunter.',
    wait: 'Weiter warten',
  },
  noServer: {
    title: 'Noch ist kein Editor verbunden',
    text: 'Sie können dieses Dokument herunterladen. Um Dateien dieser Art hier zu öffnen, braucht Lectern ONLYOFFICE.',
    notAdmin: 'Bitten Sie Ihre Administration, es zu verbinden.',
  },
  unreachable: {
    title: 'Der Editor ist nicht erreichbar',
    text: 'Der Document Server antwortet gerade nicht. Ihr Dokument ist sicher. Versuchen Sie es in einer Minute noch einmal, oder laden Sie es herunter.',
    preview: 'Vorschau öffnen',
  },
  unsupported: {
    title: (name) => `„${name}“ lässt sich hier nicht öffnen`,
    text: 'Der Editor kennt diese Art von Datei nicht. Laden Sie sie herunter und öffnen Sie sie auf Ihrem Computer.',
    type: 'Typ',
    size: 'Größe',
  },
  saveCopy: {
    saved: (name) => `Kopie gespeichert: ${name}`,
    open: 'Öffnen',
    title: 'Kopie speichern',
    name: 'Name der Kopie',
    submit: 'Kopie speichern',
    failed: 'Die Kopie wurde nicht gespeichert',
    failedText:
      'Der Editor konnte sie nicht speichern. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Namen.',
  },
  conversion: {
    viewOnly: 'Diese Art von Datei lässt sich nur ansehen.',
    editCopy: (extension) => `Kopie als ${extension} bearbeiten`,
    hide: 'Diese Zeile ausblenden',
    working: (name, extension) => `„${name}“ wird als ${extension} kopiert. Das Original bleibt, wie es ist.`,
  },
  unproven:
    'Sie dürfen hier kommentieren oder Änderungen vorschlagen, aber das Dokument öffnet sich nur zum Lesen: Der Server des Editors unterschreibt seine Anfragen nicht. Bitten Sie Ihre Administration, seine Schlüssel (proof keys) einzuschalten.',
  closed: {
    title: 'Der Editor hat diese Sitzung beendet',
    text: 'Das passiert, wenn das Dokument anderswo geschlossen wurde oder der Editor lange nicht benutzt wurde. Öffnen Sie es wieder, um weiterzumachen.',
    again: 'Wieder öffnen',
  },
  sharing: {
    title: 'Wer Zugriff hat',
    you: 'Sie',
    roles: {
      owner: 'Eigentümer',
      editor: 'Darf bearbeiten',
      reviewer: 'Darf Änderungen vorschlagen',
      commenter: 'Darf kommentieren',
      viewer: 'Darf ansehen',
    },
    note: 'Weitere Personen fügt vorerst Ihre Administration hinzu.',
  },
  session: {
    endsTitle: 'Diese Sitzung im Editor endet bald',
    endsText:
      'Zur Sicherheit gilt eine Seite mit Editor zehn Stunden. Speichern Sie Ihre Änderungen und erneuern Sie dann die Sitzung: Das Dokument öffnet sich wieder auf dem gespeicherten Stand.',
    endedTitle: 'Diese Sitzung im Editor ist abgelaufen',
    endedText:
      'Speichern Sie Ihre Änderungen jetzt, wenn der Editor Sie noch lässt, und erneuern Sie dann die Sitzung. Was zu spät gespeichert wird, bleibt aufgehoben: Sie finden es in der Liste Ihrer Dokumente.',
    renew: 'Sitzung erneuern',
    renewing: 'Wird erneuert…',
    later: 'Später',
    signedOut:
      'Sie sind abgemeldet. Melden Sie sich in einem anderen Tab wieder an, und erneuern Sie dann hier die Sitzung.',
    signIn: 'Anmelden',
    gone: 'Sie dürfen dieses Dokument nicht mehr öffnen. Fragen Sie, wem es gehört.',
    failed: 'Die Sitzung konnte nicht erneuert werden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
};

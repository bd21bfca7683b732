import type { documentServerWords as english } from '../en/document-server';

const giveKeys = [
  'Geben Sie dem Document Server Schlüssel. ONLYOFFICE in Docker macht sich eigene, wenn es mit WOPI_ENABLED=true gestartet wird. Sonst schreiben Sie wopi.privateKey, wopi.publicKey, wopi.modulus und wopi.exponent in seine local.json.',
  'Starten Sie den Document Server neu.',
  'Laden Sie diese Seite nach einer Minute neu.',
];

const states: (typeof english)['states'] = {
  signs: {
    title: 'Verbunden, und er unterschreibt seine Anfragen',
    text: 'Lectern weiß, welche Anfragen von ihm kommen. So können alle, was ihre Rolle sagt.',
    steps: [],
  },
  unsigned: {
    title: 'Verbunden, aber er unterschreibt seine Anfragen nicht',
    text: 'Lectern kann seine Anfragen nicht von anderen unterscheiden. Wer kommentieren oder Änderungen vorschlagen darf, kann deshalb nur lesen; wer bearbeiten darf, kann bearbeiten.',
    steps: giveKeys,
  },
  'unsigned-refused': {
    title: 'Verbunden, aber er unterschreibt seine Anfragen nicht',
    text: 'WOPI_PROOF=require verlangt Unterschriften. Alle seine Anfragen werden abgewiesen, und niemand kann ein Office-Dokument öffnen.',
    steps: giveKeys,
  },
  missing: {
    title: 'Seine Schlüssel sind verschwunden',
    text: 'Früher hat er Schlüssel veröffentlicht, jetzt nicht mehr. Lectern verlangt weiter Unterschriften mit den alten Schlüsseln; Dokumente lassen sich deshalb vielleicht nicht öffnen oder speichern. Vielleicht hat jemand seine Einstellungen geändert, oder unter seiner Adresse antwortet etwas anderes.',
    steps: [
      'Finden Sie heraus, warum, und geben Sie dem Document Server seine Schlüssel zurück. Laden Sie dann diese Seite nach einer Minute neu.',
      'Nur wenn er keine Schlüssel haben soll, führen Sie im Ordner von Lectern das aus:',
    ],
  },
  off: {
    title: 'Verbunden, aber Unterschriften werden nicht geprüft',
    text: 'WOPI_PROOF=off schaltet die Prüfung ab. Lectern kann die Anfragen des Document Servers nicht von anderen unterscheiden. Wer kommentieren oder Änderungen vorschlagen darf, kann deshalb nur lesen; wer bearbeiten darf, kann bearbeiten.',
    steps: ['Nehmen Sie die Zeile WOPI_PROOF=off aus der Datei .env, und starten Sie Lectern neu.'],
  },
  away: {
    title: 'Der Document Server ist nicht zu erreichen',
    text: 'Er antwortet Lectern nicht, oder nicht mit einer Liste dessen, was er öffnen kann. Office-Dokumente lassen sich jetzt vielleicht nicht öffnen; Texte, PDFs und Bilder schon.',
    steps: [
      'Sehen Sie nach, ob er läuft, und ob dieser Server die Adresse oben mit /hosting/discovery dahinter erreicht.',
      'Kommt eine Fehlerseite, schalten Sie WOPI ein: Starten Sie ONLYOFFICE mit WOPI_ENABLED=true, oder setzen Sie wopi.enable in seiner local.json.',
      'Laden Sie diese Seite nach einer Minute neu.',
    ],
  },
  none: {
    title: 'Kein Document Server ist verbunden',
    text: 'Texte kann man schreiben, Word-Dokumente, PDFs und Bilder ansehen. Word-, Excel- und PowerPoint-Dokumente lassen sich noch nicht bearbeiten.',
    steps: [],
  },
};

export const documentServerWords: typeof english = {
  title: 'Document Server',
  lead: 'Der Editor für Word-, Excel- und PowerPoint-Dokumente. Nur die Administration sieht das hier.',
  address: 'Adresse',
  asking: 'Der Document Server wird gefragt…',
  whatToDo: 'Was zu tun ist',
  states,
};

import type { Refusals } from '../refusals';

const laterAgain = 'Versuchen Sie es gleich noch einmal.';
const ours = `Bei uns ist etwas schiefgegangen. ${laterAgain}`;
const quoted = (name: string | number | undefined, otherwise: string) => (name === undefined ? otherwise : `„${name}“`);

export const germanRefusals: Refusals = {
  codes: {
    'not-signed-in': () => 'Sie sind abgemeldet. Melden Sie sich wieder an.',
    'token-invalid': () => 'Diese Sitzung im Editor gilt nicht mehr. Öffnen Sie das Dokument noch einmal.',
    'proof-invalid': () => 'Die Anfrage des Editors ist nicht richtig unterschrieben.',
    'not-found': () => 'Das gibt es nicht mehr, oder es ist nicht für Sie freigegeben.',
    forbidden: () => 'Das dürfen Sie nicht.',
    'cross-origin': () => 'Das wurde von einer fremden Seite geschickt. Öffnen Sie Lectern und versuchen Sie es dort.',
    'address-refused': () => 'Von dieser Adresse aus ist das nicht erlaubt.',
    'invalid-request': () =>
      'Mit dieser Angabe geht es nicht. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'invalid-name': () => 'Dieser Name geht nicht. Geben Sie einen anderen ein.',
    'invalid-folder-name': () => 'Dieser Name geht nicht für einen Ordner. Geben Sie einen anderen ein.',
    'incomplete-body': () => 'Das Dokument ist nicht vollständig angekommen. Senden Sie es noch einmal.',
    'lock-conflict': ({ name, who }) =>
      `${who ?? 'Jemand'} bearbeitet gerade ${quoted(name, 'das Dokument')}. Versuchen Sie es noch einmal, wenn es geschlossen ist.`,
    'name-taken': ({ name }) =>
      name === undefined
        ? 'Der Name ist hier schon vergeben. Wählen Sie einen anderen.'
        : `„${name}“ gibt es hier schon. Wählen Sie einen anderen Namen.`,
    'folder-not-empty': ({ name }) =>
      `${quoted(name, 'Der Ordner')} ist nicht leer. Verschieben oder löschen Sie zuerst, was darin liegt.`,
    'document-changed': () => 'Das Dokument wurde inzwischen geändert.',
    replayed: () => 'Genau das wurde schon einmal gespeichert.',
    'being-edited': ({ name, who }) =>
      `${who ?? 'Jemand'} bearbeitet gerade ${quoted(name, 'das Dokument')}. Versuchen Sie es noch einmal, wenn es geschlossen ist.`,
    'larger-than-expected': () => 'Das Dokument ist größer, als der Editor erwartet.',
    'too-large': () => 'Das Dokument ist größer, als dieses Portal annimmt.',
    'method-not-allowed': () => 'Das geht hier nicht.',
    'not-implemented': () => 'Das geht hier nicht.',
    'too-many-tries': () => 'Das waren zu viele Versuche. Versuchen Sie es in 15 Minuten noch einmal.',
    'wrong-password': () => 'Das ist nicht Ihr aktuelles Passwort. Versuchen Sie es noch einmal.',
    'already-exists': ({ name }) =>
      name === undefined ? 'Das gibt es schon.' : `Für ${name} gibt es schon ein Konto.`,
    unavailable: () => `Das geht gerade nicht. ${laterAgain}`,
    'storage-full': () => 'Für Dokumente ist kein Platz mehr. Sagen Sie es Ihrer Administration.',
    'content-missing': () => 'Der Inhalt dieses Dokuments fehlt. Sagen Sie es Ihrer Administration.',
    'unsupported-type': () => 'Diese Art von Datei geht hier nicht.',
    settings: () => 'Die Einstellungen dieses Servers stimmen nicht. Sagen Sie es Ihrer Administration.',
    internal: () => ours,
  },
  reasons: {
    'no-document': () => 'Dieses Dokument gibt es nicht mehr, oder es ist nicht für Sie freigegeben.',
    'no-folder': () => 'Diesen Ordner gibt es nicht mehr, oder er ist nicht für Sie freigegeben.',
    'no-version': () => 'Diese Version ist nicht mehr da. Wählen Sie eine andere.',
    'no-person': () => 'Diese Person gibt es hier nicht.',
    'no-session': () => 'Dort ist niemand mehr angemeldet.',
    'in-trash': ({ name }) => `${quoted(name, 'Das Dokument')} liegt im Papierkorb.`,
    'not-in-trash': () => 'Das liegt nicht mehr im Papierkorb.',
    'too-deep': ({ most }) => `Ordner können höchstens ${most} Ebenen tief ineinander liegen.`,
    'into-itself': ({ name }) =>
      `${quoted(name, 'Der Ordner')} kann nicht in sich selbst liegen. Wählen Sie einen anderen Ordner.`,
    'current-version': () => 'Das ist schon die aktuelle Version.',
    'you-are-editing': ({ name }) =>
      `Sie bearbeiten gerade ${quoted(name, 'das Dokument')}. Versuchen Sie es noch einmal, wenn Sie es geschlossen haben.`,
    'several-are-editing': ({ name, who }) =>
      `${who ?? 'Mehrere'} bearbeiten gerade ${quoted(name, 'das Dokument')}. Versuchen Sie es noch einmal, wenn es geschlossen ist.`,
    'name-of-version': ({ most }) => `Dieser Name ist zu lang. Nehmen Sie höchstens ${most} Zeichen.`,
    'damaged-version': () => 'Der Inhalt dieser Version ist beschädigt. Wählen Sie eine andere.',
    'copies-forbidden': ({ name }) =>
      `${quoted(name, 'Das Dokument')} darf nicht kopiert werden. Fragen Sie, wem es gehört.`,
    'may-not-replace': ({ name }) => `Sie dürfen ${quoted(name, 'das Dokument')} nicht ersetzen.`,
    'password-too-short': ({ least }) => `Dieses Passwort ist zu kurz. Nehmen Sie mindestens ${least} Zeichen.`,
    'password-too-long': ({ most }) => `Dieses Passwort ist zu lang. Nehmen Sie höchstens ${most} Zeichen.`,
    'name-of-person': ({ most }) => `Ein Name braucht 1 bis ${most} sichtbare Zeichen.`,
    'upload-without-name': () => 'Die Datei kam ohne Namen an. Wählen Sie sie noch einmal aus.',
    'nothing-chosen': () => 'Wählen Sie zuerst aus, was Sie herunterladen möchten.',
    'too-much-for-zip': ({ most }) =>
      `Das sind mehr als ${most} Dokumente und Ordner. Laden Sie jeweils einen Teil davon herunter.`,
    'too-deep-for-zip': () => 'Die Ordner liegen für ein Zip zu tief ineinander. Laden Sie einen Teil davon herunter.',
    'release-lock': () => 'Die Sperre aufheben kann nur, wem das Dokument gehört, oder die Administration.',
    'signing-in-is-busy': () =>
      'Gerade melden sich zu viele Personen an. Versuchen Sie es in einer Minute noch einmal.',
    'no-job': () => 'Diese Arbeit ist vorbei. Laden Sie die Seite neu.',
    'not-undoable': () => 'Das lässt sich nicht mehr rückgängig machen.',
  },
};

import type { frameWords as english } from '../en/frame';

export const frameWords: typeof english = {
  download: 'Herunterladen',
  signIn: 'Anmelden',
  failures: {
    'signed-out': { title: 'Sie sind abgemeldet', text: 'Melden Sie sich wieder an und öffnen Sie das Dokument dann.' },
    gone: {
      title: 'Dieses Dokument ist nicht da',
      text: 'Es wurde gelöscht, oder Sie dürfen es nicht mehr öffnen. Fragen Sie den Besitzer.',
    },
  },
};

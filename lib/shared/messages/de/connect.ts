import type { connectWords as english } from '../en/connect';

export const connectWords: typeof english = {
  title: 'Noch ist kein Office-Editor verbunden.',
  text: 'Texte schreiben und Word-Dokumente, PDFs und Bilder ansehen können Sie sofort. Um Word-, Excel- und PowerPoint-Dokumente hier zu bearbeiten, verbinden Sie ONLYOFFICE.',
  textForMembers:
    'Texte schreiben und Word-Dokumente, PDFs und Bilder ansehen können Sie sofort. Um Word-, Excel- und PowerPoint-Dokumente hier zu bearbeiten, bitten Sie Ihre Administration, ONLYOFFICE zu verbinden.',
  how: 'So verbinden Sie ONLYOFFICE',
  hide: 'Verstanden',
  start: 'Starten Sie ONLYOFFICE im Ordner von Lectern (dafür braucht es Docker):',
  set: 'Schreiben Sie diese Zeilen in die Datei .env im selben Ordner. Läuft ONLYOFFICE anderswo, setzen Sie dessen Adresse ein:',
  again: 'Starten Sie Lectern neu. Office-Dokumente öffnen sich dann im Editor.',
  copy: 'Kopieren',
  copied: 'Kopiert',
};

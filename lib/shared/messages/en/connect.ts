export const connectWords = {
  title: 'No office editor is connected yet.',
  text: 'You can write texts and look at Word documents, PDFs and pictures right away. To edit Word, Excel and PowerPoint documents here, connect ONLYOFFICE.',
  textForMembers:
    'You can write texts and look at Word documents, PDFs and pictures right away. To edit Word, Excel and PowerPoint documents here, ask your administrator to connect ONLYOFFICE.',
  how: 'How to connect ONLYOFFICE',
  hide: 'Got it',
  start: 'Start ONLYOFFICE in the folder of Lectern (this needs Docker):',
  set: 'Put these lines into the file .env in the same folder. If ONLYOFFICE runs elsewhere, put in its address instead:',
  again: 'Start Lectern again. Office documents then open in the editor.',
  copy: 'Copy',
  copied: 'Copied',
};

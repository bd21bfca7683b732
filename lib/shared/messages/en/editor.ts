export const editorWords = {
  opening: (name: string) => `Opening “${name}”…`,
  frameTitle: (name: string) => `Editor of ${name}`,
  backToList: 'Back to my documents',
  download: 'Download',
  timeOut: {
    title: (name: string) => `“${name}” is not open yet`,
    text: 'The editor did not answer. Try again, or download the document.',
    wait: 'Keep waiting',
  },
  noServer: {
    title: 'No editor is connected yet',
    text: 'You can download this document. To open files of this type here, Lectern needs ONLYOFFICE.',
    notAdmin: 'Ask your administrator to connect it.',
  },
  unreachable: {
    title: 'The editor cannot be reached',
    text: 'The Document Server does not answer at the moment. Your document is safe. Try again in a minute, or download it.',
    preview: 'Open a preview',
  },
  unsupported: {
    title: (name: string) => `“${name}” cannot be opened here`,
    text: 'The editor does not know this type of file. Download it and open it on your computer.',
    type: 'Type',
    size: 'Size',
  },
  saveCopy: {
    saved: (name: string) => `Copy saved: ${name}`,
    open: 'Open it',
    title: 'Save a copy',
    name: 'Name of the copy',
    submit: 'Save the copy',
    failed: 'The copy was not saved',
    failedText: 'The editor could not save it. Try again, or choose another name.',
  },
  conversion: {
    viewOnly: 'This type can be viewed only.',
    editCopy: (extension: string) => `Edit a copy as ${extension}`,
    hide: 'Hide this line',
    working: (name: string, extension: string) => `“${name}” is copied as ${extension}. The original stays as it is.`,
  },
  unproven:
    'You may comment or suggest changes in this document, but it opens for reading only: the editor’s server does not sign its requests. Ask your administrator to turn on its proof keys.',
  closed: {
    title: 'The editor has ended this session',
    text: 'This happens when the document was closed elsewhere or the editor was idle for long. Open it again to go on.',
    again: 'Open again',
  },
  sharing: {
    title: 'Who has access',
    you: 'You',
    roles: {
      owner: 'Owner',
      editor: 'May edit',
      reviewer: 'May suggest changes',
      commenter: 'May comment',
      viewer: 'May view',
    },
    note: 'Other people are added by your administrator for now.',
  },
  session: {
    endsTitle: 'This editing session ends soon',
    endsText:
      'For safety an editor page works for ten hours. Save your changes, then renew the session: the document opens again where it was saved.',
    endedTitle: 'This editing session has ended',
    endedText:
      'Save your changes now if the editor still lets you, then renew the session. A save that comes too late is kept, and you find it in the list of your documents.',
    renew: 'Renew the session',
    renewing: 'Renewing…',
    later: 'Later',
    signedOut: 'You are signed out. Sign in again in another tab, then renew the session here.',
    signIn: 'Sign in',
    gone: 'You may not open this document any more. Ask its owner.',
    failed: 'The session could not be renewed. Check your connection and try again.',
  },
};

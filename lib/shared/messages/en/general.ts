export const generalWords = {
  product: 'Lectern',
  title: (name: string) => `${name} — Lectern`,
  skipToContent: 'Skip to the content',
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
  undo: 'Undo',
  justNow: 'Just now',
  shell: {
    navigation: 'Main',
    openMenu: 'Open the menu',
    myDocuments: 'My documents',
    trash: 'Trash',
    settings: 'Settings',
    signOut: 'Sign out',
    account: 'Account',
    theme: 'Appearance',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    notifications: 'Notifications',
  },
  errors: {
    unknown: 'Something went wrong on our side. Try again in a moment.',
    unknownWithId: (id: string) =>
      `Something went wrong on our side. If it happens again, tell your administrator this number: ${id}.`,
    offline: 'The server did not answer. Check your connection and try again.',
    signedOut: 'You are signed out. Sign in again to go on.',
    pageTitle: 'This page could not be shown',
    pageText:
      'Something went wrong on our side. Nothing that you saved is lost. Try again, or go back to your documents.',
    reference: (id: string) => `If it happens again, tell your administrator this number: ${id}.`,
    notFoundTitle: 'This page does not exist',
    notFoundText:
      'The address is wrong, the document was moved to the trash, or it is not shared with you. Ask its owner, or go back to your documents.',
    toDocuments: 'Go to my documents',
  },
};

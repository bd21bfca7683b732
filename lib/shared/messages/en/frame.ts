export const frameWords = {
  download: 'Download',
  signIn: 'Sign in',
  failures: {
    'signed-out': { title: 'You are signed out', text: 'Sign in again, then open the document.' },
    gone: {
      title: 'This document is not there',
      text: 'It was deleted, or you may not open it any more. Ask its owner.',
    },
  },
};

export const previewWords = {
  frameTitle: (name: string) => `Content of ${name}`,
  loading: 'Loading…',
  drawing: 'Opening…',
  page: 'Page',
  ofPages: (pages: number) => `of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoom: 'Size',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  percent: (percent: number) => `${percent} %`,
  fitWidth: 'Fit width',
  fitAll: 'Fit',
  actualSize: 'Actual size',
  /** {n} is the page's number */
  inside: { page: 'Page {n}', pageFailed: 'This page cannot be shown.', comment: 'Comment' },
  password: {
    title: 'This document has a password',
    text: 'Enter it to see the document. It stays in this browser.',
    field: 'Password',
    submit: 'Open',
    wrong: 'That is not the password. Try again.',
  },
  wrongType: {
    title: 'This is not what its name says',
    docx: 'It has a name like a Word document (.docx), but something else in it. Download it and open it with the program that made it.',
    pdf: 'It has a name like a PDF, but something else in it. Download it and open it with the program that made it.',
    image:
      'It has a name like a picture, but something else in it. Download it and open it with the program that made it.',
  },
  failures: {
    empty: {
      title: 'This file is empty',
      text: 'There is nothing in it that could be shown.',
    },
    damaged: {
      title: 'This file is damaged',
      text: 'It cannot be shown here. Download it and try the program that made it, or go back to an earlier version.',
    },
    protected: {
      title: 'This document has a password',
      text: 'Documents with a password are not shown here. Download it and open it on your computer.',
    },
    'too-large': {
      title: 'This file is too large to be shown here',
      text: 'It would take more memory than a browser has. Download it and open it on your computer.',
    },
    'too-slow': {
      title: 'This file takes too long',
      text: 'It could not be shown in time. Try again, or download it and open it on your computer.',
    },
    'no-preview': {
      title: 'There is no preview',
      text: 'Files of this type are not shown here. Download it and open it on your computer.',
    },
    unreachable: {
      title: 'The document could not be loaded',
      text: 'The server does not answer. Check your connection and try again.',
    },
  },
};

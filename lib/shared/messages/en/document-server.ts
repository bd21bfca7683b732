import type { DocumentServerState } from '../../document-server-state';

/** What each state means, and what to do about it. */
type Saying = { title: string; text: string; steps: readonly string[] };

const giveKeys = [
  'Give the Document Server keys. ONLYOFFICE in Docker makes its own when it is started with WOPI_ENABLED=true. Elsewhere put wopi.privateKey, wopi.publicKey, wopi.modulus and wopi.exponent into its local.json.',
  'Start the Document Server again.',
  'Load this page again after a minute.',
];

const states: Record<DocumentServerState, Saying> = {
  signs: {
    title: 'Connected, and it signs its requests',
    text: 'Lectern knows which requests come from it, so everybody can do what their role says.',
    steps: [],
  },
  unsigned: {
    title: 'Connected, but it does not sign its requests',
    text: 'Lectern cannot tell its requests from others. To be safe, people who may comment or suggest changes can only read; those who may edit can edit.',
    steps: giveKeys,
  },
  'unsigned-refused': {
    title: 'Connected, but it does not sign its requests',
    text: 'WOPI_PROOF=require demands signatures, so all its requests are refused and nobody can open an office document.',
    steps: giveKeys,
  },
  missing: {
    title: 'Its keys have disappeared',
    text: 'It published keys before and does not any more. Lectern still demands signatures with the old keys, so documents may not open or not be saved. Somebody may have changed its settings, or something else answers at its address.',
    steps: [
      'Find out why, and give the Document Server its keys back. Then load this page again after a minute.',
      'Only if it is meant to have no keys, run this in the folder of Lectern:',
    ],
  },
  off: {
    title: 'Connected, but signatures are not checked',
    text: 'WOPI_PROOF=off switches the check off. Lectern cannot tell the Document Server’s requests from others. To be safe, people who may comment or suggest changes can only read; those who may edit can edit.',
    steps: ['Take the line WOPI_PROOF=off out of the file .env, and start Lectern again.'],
  },
  away: {
    title: 'The Document Server cannot be reached',
    text: 'It does not answer Lectern, or not with a list of what it can open. Office documents may not open now; texts, PDFs and pictures do.',
    steps: [
      'See whether it runs, and whether this server reaches the address above with /hosting/discovery behind it.',
      'If an error page comes, switch WOPI on: start ONLYOFFICE with WOPI_ENABLED=true, or set wopi.enable in its local.json.',
      'Load this page again after a minute.',
    ],
  },
  none: {
    title: 'No Document Server is connected',
    text: 'Texts can be written, and Word documents, PDFs and pictures looked at. Word, Excel and PowerPoint documents cannot be edited yet.',
    steps: [],
  },
};

export const documentServerWords = {
  title: 'Document Server',
  lead: 'The editor for Word, Excel and PowerPoint documents. Only administrators see this.',
  address: 'Address',
  asking: 'Asking the Document Server…',
  whatToDo: 'What to do',
  states,
};

import { accountWords } from './account';
import { documentWords } from './documents';
import { editorWords } from './editor';
import { generalWords } from './general';
import { uploadWords } from './uploads';

export const english = {
  ...generalWords,
  account: accountWords,
  documents: documentWords,
  uploads: uploadWords,
  editor: editorWords,
};

import { accountWords } from './account';
import { documentWords } from './documents';
import { editorWords } from './editor';
import { generalWords } from './general';
import { trashWords } from './trash';
import { uploadWords } from './uploads';

export const english = {
  ...generalWords,
  account: accountWords,
  documents: documentWords,
  trash: trashWords,
  uploads: uploadWords,
  editor: editorWords,
};

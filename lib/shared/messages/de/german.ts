import type { english } from '../en/english';
import { accountWords } from './account';
import { connectWords } from './connect';
import { documentServerWords } from './document-server';
import { documentWords } from './documents';
import { editorWords } from './editor';
import { frameWords } from './frame';
import { generalWords } from './general';
import { portalWords } from './portal';
import { previewWords } from './preview';
import { textEditorWords } from './text-editor';
import { trashWords } from './trash';
import { uploadWords } from './uploads';
import { versionWords } from './versions';

export const german: typeof english = {
  ...generalWords,
  account: accountWords,
  connect: connectWords,
  documentServer: documentServerWords,
  documents: documentWords,
  portal: portalWords,
  preview: previewWords,
  textEditor: textEditorWords,
  trash: trashWords,
  uploads: uploadWords,
  editor: editorWords,
  frame: frameWords,
  versions: versionWords,
};

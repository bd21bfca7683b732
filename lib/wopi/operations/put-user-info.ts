import { requireDocument } from '@/lib/documents/require-document';
import { AppError } from '@/lib/errors';
import { saveUserInfo } from '@/lib/users/save-user-info';
import { emptyAnswer } from '../answers';
import { readSmallBody } from '../read-small-body';
import type { WopiRequest } from '../wopi-request';

const longest = 1024;

/** WOPI PutUserInfo (§3.12): an opaque string of at most 1024 ASCII characters, kept for the person, not for the file. */
export async function putUserInfo(wopi: WopiRequest): Promise<Response> {
  await requireDocument(wopi.actor, wopi.documentId, 'save');
  await saveUserInfo(wopi.actor, await readShortText(wopi.request));
  return emptyAnswer();
}

async function readShortText(request: Request): Promise<string> {
  const bytes = await readSmallBody(request, longest);
  if (!bytes) throw new AppError('invalid-request', 'UserInfo may have 1024 characters at most.');
  const text = bytes.toString('latin1');
  if (!/^[\x20-\x7e\t\r\n]*$/.test(text)) throw new AppError('invalid-request', 'UserInfo has to be ASCII text.');
  return text;
}

import { listChildren } from '@/lib/folders/list-children';
import { splitName } from '@/lib/shared/file-names';
import { childTokens } from '@/lib/tokens/child-tokens';
import { jsonAnswer } from '../answers';
import { childPointers } from '../container-pointer';
import { headerValue } from '../headers/header-value';
import { urlWithToken, wopiSrc } from '../host-urls';
import type { ContainerRequest } from '../wopi-request';

/**
 * WOPI EnumerateChildren (§3.16): all containers, and the files that X-WOPI-FileExtensionFilterList
 * (".doc,.docx", in any case) lets through. The protocol knows no pages.
 */
export async function enumerateChildren(wopi: ContainerRequest): Promise<Response> {
  const { folders, documents } = await listChildren(wopi.actor, { folderId: wopi.folderId });
  const wanted = extensionFilter(wopi.headers);
  const files = documents.filter(({ name }) => wanted === null || wanted.has(splitName(name).extension.toLowerCase()));
  const items = files.map(({ id, canSave }) => ({
    named: { kind: 'file' as const, fileId: id },
    canChange: canSave,
  }));
  const tokens = await childTokens(wopi.token, items);
  return jsonAnswer({
    ChildContainers: await childPointers(wopi, folders),
    ChildFiles: files.map((file, index) => ({
      Name: file.name,
      Url: urlWithToken(wopiSrc(file.id, wopi.token.client), tokens[index] ?? ''),
      Version: String(file.version),
      Size: Number(file.size),
      LastModifiedTime: file.modifiedAt.toISOString(),
    })),
  });
}

function extensionFilter(headers: Headers): Set<string> | null {
  const list = headerValue(headers, 'x-wopi-fileextensionfilterlist');
  if (list === null) return null;
  return new Set(list.split(',').map((extension) => extension.trim().toLowerCase()));
}

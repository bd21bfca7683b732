import { headerValue } from './header-value';

/** The user ids of X-WOPI-Editors: who changed the file since the last PutFile. ONLYOFFICE sends one. */
export function editorsList(headers: Headers): string[] {
  const ids = (headerValue(headers, 'x-wopi-editors') ?? '').split(',').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => /^[\x21-\x7e]{1,100}$/.test(id)).slice(0, 100);
}

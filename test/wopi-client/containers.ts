import type { Answer, WopiClient } from './wopi-client';

export type Pointer = { Name: string; Url: string };
export type MadeContainer = { ContainerPointer: Pointer; ContainerInfo: Record<string, unknown> };

/** CreateChildContainer with one of its two target headers. */
export function createContainer(
  parent: WopiClient,
  name: string,
  mode: 'Suggested' | 'Relative' = 'Suggested',
): Promise<Answer> {
  return parent.override('CREATE_CHILD_CONTAINER', [[`X-WOPI-${mode}Target`, parent.utf7(name)]]);
}

/** CreateChildFile in suggested mode. */
export function createFile(parent: WopiClient, name: string): Promise<Answer> {
  return parent.override('CREATE_CHILD_FILE', [['X-WOPI-SuggestedTarget', parent.utf7(name)]]);
}

/** GetEcosystem of a file or a container. @returns the ecosystem's address with its token */
export async function ecosystemOf(client: WopiClient): Promise<string> {
  return (await client.send('GET', '/ecosystem_pointer', [], null)).json<{ Url: string }>().Url;
}

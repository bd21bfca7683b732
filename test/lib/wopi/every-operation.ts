import type { Answer, Tamper, WopiClient } from '@/test/wopi-client/wopi-client';

/** Asks for everything that changes a file or tells of its lock. @returns the answers, in turn */
export async function everyWrite(client: WopiClient, tamper?: Tamper): Promise<Answer[]> {
  return [
    await client.lock('A', tamper),
    await client.unlockAndRelock('A', 'B', tamper),
    await client.refreshLock('A', tamper),
    await client.unlock('A', tamper),
    await client.getLock(tamper),
    await client.putFile('x', 'A', {}, tamper),
    await client.putFile('x', null, {}, tamper),
    await client.renameFile('other', null, tamper),
    await client.deleteFile(tamper),
    await client.putUserInfo('x', tamper),
  ];
}

/** Asks for everything that a client may ask of a file. @returns the answers, in turn */
export async function everyOperation(client: WopiClient, tamper?: Tamper): Promise<Answer[]> {
  return [
    await client.checkFileInfo(tamper),
    await client.getFile(undefined, tamper),
    await client.putRelativeFile('a.docx', 'x', [], tamper),
    await client.override('GET_SHARE_URL', [['X-WOPI-UrlType', 'ReadOnly']], tamper),
    ...(await everyWrite(client, tamper)),
  ];
}

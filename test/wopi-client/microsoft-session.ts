import { randomUUID } from 'node:crypto';
import type { ProofSigner } from './proof-signer';
import { type Answer, type Exchange, WopiClient } from './wopi-client';

type Info = {
  BaseFileName: string;
  Size: number;
  Version: string;
  UserId: string;
  UserInfo?: string;
  UserCanWrite?: boolean;
  UserCanRename?: boolean;
  UserCanNotWriteRelative?: boolean;
  LicenseCheckForEditIsEnabled?: boolean;
  SupportsGetLock?: boolean;
  SupportsUserInfo?: boolean;
};

/**
 * One document in Microsoft 365 for the web: the token also in the Authorization header, lock ids that are
 * JSON and change with UnlockAndRelock, the document's text written without a lock while the file is empty.
 */
export class MicrosoftSession {
  readonly client: WopiClient;
  content: Buffer = Buffer.alloc(0);
  info!: Info;
  lockId: string | null = null;

  constructor(wopiSrc: string, accessToken: string, signer: ProofSigner | null, exchange?: Exchange) {
    this.client = new WopiClient({ wopiSrc, accessToken, signer, dialect: 'microsoft', exchange });
  }

  async open(template = 'an empty document'): Promise<'edit' | 'view'> {
    const context: [string, string][] = [['X-WOPI-SessionContext', 'opaque, of the host page']];
    this.info = ok(await this.client.send('GET', '', context, null)).json<Info>();
    if (this.info.UserCanWrite) {
      if (this.info.Size === 0) ok(await this.client.putFile(template, null));
      await this.#lock();
    }
    this.content = ok(await this.client.getFile(2_147_483_647)).body;
    return this.lockId === null ? 'view' : 'edit';
  }

  /** Takes the lock; one that is another session's of the same client is learnt from the 409 and taken over. */
  async #lock(): Promise<void> {
    const lockId = JSON.stringify({ S: randomUUID(), F: 4, E: 2, M: 'a,b' });
    const answer = await this.client.lock(lockId);
    if (answer.status === 200) {
      this.lockId = lockId;
      return;
    }
    if (answer.status !== 409) throw new Error(`the host answered ${answer.status}`);
    const current = String(answer.headers['x-wopi-lock']);
    if (!current.startsWith('{"S":')) return;
    ok(await this.client.unlockAndRelock(lockId, current));
    this.lockId = lockId;
  }

  /** @returns the version after it */
  async save(content: string): Promise<string> {
    const { lockId } = this;
    if (lockId === null) throw new Error('nothing is locked');
    const answer = ok(await this.client.putFile(content, lockId, { editors: this.info.UserId }));
    this.content = Buffer.from(content);
    return String(answer.headers['x-wopi-itemversion']);
  }

  async keepAlive(): Promise<boolean> {
    return (await this.client.refreshLock(this.lockId ?? '')).status === 200;
  }

  async currentLock(): Promise<string> {
    return String(ok(await this.client.getLock()).headers['x-wopi-lock']);
  }

  async remember(text: string): Promise<void> {
    ok(await this.client.putUserInfo(text));
  }

  async saveAs(name: string, overwrite = false): Promise<{ Name: string; Url: string; HostEditUrl: string }> {
    const target: [string, string][] = [
      ['X-WOPI-RelativeTarget', this.client.utf7(name)],
      ['X-WOPI-OverwriteRelativeTarget', overwrite ? 'True' : 'False'],
    ];
    const answer = await this.client.putRelative(target, this.content);
    const free = answer.headers['x-wopi-validrelativetarget'];
    // A client that is told of a free name tries again with it by itself.
    const again = (): Promise<Answer> =>
      this.client.putRelative([['X-WOPI-RelativeTarget', String(free)]], this.content);
    const last = answer.status === 409 && free ? await again() : answer;
    return ok(last).json<{ Name: string; Url: string; HostEditUrl: string }>();
  }

  async rename(base: string): Promise<string> {
    return ok(await this.client.renameFile(base, this.lockId)).json<{ Name: string }>().Name;
  }

  async close(): Promise<void> {
    if (this.lockId !== null) ok(await this.client.unlock(this.lockId));
    this.lockId = null;
  }
}

function ok(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`the host answered ${answer.status}`);
  return answer;
}

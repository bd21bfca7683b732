import { randomBytes } from 'node:crypto';
import type { ProofSigner } from './proof-signer';
import { type Answer, type Exchange, WopiClient } from './wopi-client';

type Info = {
  BaseFileName: string;
  LastModifiedTime: string;
  UserCanWrite?: boolean;
  UserCanRename?: boolean;
  UserCanNotWriteRelative?: boolean;
  SupportsLocks?: boolean;
  SupportsRename?: boolean;
};

/** What a save led to: Collabora asks the person when the document was changed in the storage. */
export type Saved = 'saved' | 'changed-in-storage' | 'refused';

/**
 * One document in Collabora Online: CheckFileInfo, LOCK with an id of its own for the session, GetFile; LOCK
 * again every 15 minutes; PutFile with the LastModifiedTime that it last saw; RenameFile with the whole
 * document as body; UNLOCK at the end.
 */
export class CollaboraSession {
  readonly lockId = `cool-lock${randomBytes(4).toString('hex')}`;
  readonly client: WopiClient;
  content: Buffer = Buffer.alloc(0);
  info!: Info;
  #timestamp = '';
  #holdsLock = false;

  constructor(wopiSrc: string, accessToken: string, signer: ProofSigner | null, exchange?: Exchange) {
    this.client = new WopiClient({ wopiSrc, accessToken, signer, dialect: 'collabora', exchange });
  }

  /** @returns edit, or view when the person may not write or another session holds the lock */
  async open(): Promise<'edit' | 'view'> {
    this.info = ok(await this.client.checkFileInfo()).json<Info>();
    this.#timestamp = this.info.LastModifiedTime;
    const wantsLock = this.info.UserCanWrite === true && this.info.SupportsLocks === true;
    this.#holdsLock = wantsLock && (await this.client.lock(this.lockId)).status === 200;
    this.content = ok(await this.client.getFile()).body;
    return this.#holdsLock ? 'edit' : 'view';
  }

  /** What it does every 15 minutes. */
  async keepAlive(): Promise<boolean> {
    return (await this.client.refreshLock(this.lockId)).status === 200;
  }

  /** @param force the person chose to overwrite what changed in the storage: no timestamp is sent */
  async save(content: string, how: { autosave?: boolean; exit?: boolean; force?: boolean } = {}): Promise<Saved> {
    const { autosave = false, exit = false, force = false } = how;
    const timestamp = force ? {} : { timestamp: this.#timestamp };
    const answer = await this.client.putFile(content, this.lockId, { modified: true, autosave, exit, ...timestamp });
    if (answer.status === 409 && answer.body.length > 0) {
      return answer.json<{ COOLStatusCode?: number }>().COOLStatusCode === 1010 ? 'changed-in-storage' : 'refused';
    }
    if (answer.status !== 200) return 'refused';
    this.#timestamp = answer.json<{ LastModifiedTime: string }>().LastModifiedTime;
    this.content = Buffer.from(content);
    return 'saved';
  }

  /** iconv writes UTF-7 without the `-` that may end a run. */
  async saveAs(name: string): Promise<{ Name: string; Url: string }> {
    if (this.info.UserCanNotWriteRelative !== false) throw new Error('Save As is not offered');
    const target: [string, string][] = [['X-WOPI-SuggestedTarget', withoutTerminators(this.client.utf7(name))]];
    return ok(await this.client.putRelative(target, this.content)).json<{ Name: string; Url: string }>();
  }

  async rename(base: string): Promise<string> {
    if (!this.info.SupportsRename || !this.info.UserCanRename) throw new Error('renaming is not offered');
    const answer = await this.client.renameFile(base, this.lockId, {}, this.content);
    return ok(answer).json<{ Name: string }>().Name;
  }

  async close(): Promise<void> {
    if (this.#holdsLock) ok(await this.client.unlock(this.lockId));
  }
}

/** A `-` is needed only before what could be part of the run. */
function withoutTerminators(utf7: string): string {
  return utf7.replace(/(\+[A-Za-z0-9/]+)-(?![A-Za-z0-9+/-])/g, '$1');
}

function ok(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`the host answered ${answer.status}`);
  return answer;
}

import type { ProofSigner } from './proof-signer';
import { type Answer, type Exchange, type Flags, WopiClient } from './wopi-client';

export type FileInfo = {
  BaseFileName: string;
  Size: number;
  Version: string;
  LastModifiedTime: string;
  UserId: string;
  UserFriendlyName?: string;
  UserCanWrite?: boolean;
  UserCanReview?: boolean;
  UserCanOnlyComment?: boolean;
  UserCanNotWriteRelative?: boolean;
  UserCanRename?: boolean;
  SupportsLocks?: boolean;
  SupportsUpdate?: boolean;
  PostMessageOrigin?: string;
  HostEditUrl?: string;
  EditModePostMessage?: boolean;
  ReadOnly?: boolean;
};

/** How a document opened for one person. */
export type Opened = {
  mode: 'edit' | 'view';
  /** "This file is opened in view mode. The file is locked for editing or your access rights do not allow editing." */
  hasWarning: boolean;
  /** the way from viewing to editing */
  hasPencil: boolean;
  /** "opened from a server backup copy and is not saved to storage": the last save of the session before failed */
  isBackup: boolean;
  info: FileInfo;
  content: Buffer;
};

type Person = { client: WopiClient; userId: string };

/**
 * One document in a Document Server, as ONLYOFFICE 9.3 treats it: the key and the lock id are the last
 * segment of WOPISrc; several people share it; what is typed reaches the host on Ctrl+S (forcesave) and
 * when the last editor leaves.
 */
export class OnlyofficeSession {
  readonly key: string;
  content: Buffer | null = null;
  #cachedFor = '';
  #people: Person[] = [];
  #lastAuthor: Person | null = null;
  #modified = false;
  #savedByForce = false;
  /** what the last exit save could not bring to the host */
  #kept: Buffer | null = null;
  /** those who only look, with what they see: by their tokens */
  readonly #viewers = new Map<string, { client: WopiClient; content: Buffer }>();
  #timestamp: string | undefined;

  constructor(
    readonly wopiSrc: string,
    readonly signer: ProofSigner | null,
    readonly template: (fileName: string) => Buffer,
    readonly exchange?: Exchange,
  ) {
    this.key = (wopiSrc.split('/').at(-1) ?? '').replace(/[^0-9-.a-zA-Z_=]/g, '_').slice(0, 240);
  }

  get editors(): number {
    return this.#people.length;
  }

  get isModified(): boolean {
    return this.#modified;
  }

  /** CheckFileInfo → (empty: PutFile of a template, without a lock) → LOCK → GetFile if the host's version is another one. */
  async open(accessToken: string, wanted: 'edit' | 'view'): Promise<Opened> {
    const client = new WopiClient({
      wopiSrc: this.wopiSrc,
      accessToken,
      signer: this.signer,
      exchange: this.exchange,
    });
    let info = await this.#info(client);
    const canEdit = Boolean(info.UserCanWrite || info.UserCanReview || info.UserCanOnlyComment);
    if (info.Size === 0) {
      const put = await client.putFile(this.template(info.BaseFileName), null, { editors: info.UserId });
      if (put.status === 200)
        info = { ...info, ...put.json<{ LastModifiedTime: string }>(), Version: `${info.Version}+` };
    }
    let mode = wanted;
    if (mode === 'edit' && !canEdit) mode = 'view';
    // Without locks it edits at once: people type what PutFile then refuses.
    if (mode === 'edit' && info.SupportsLocks && (await client.lock(this.key)).status !== 200) mode = 'view';
    const opened = {
      mode,
      hasWarning: !canEdit || wanted !== mode,
      hasPencil: mode === 'view' && Boolean(info.HostEditUrl || info.EditModePostMessage) && isPencilled(info),
      isBackup: false,
      info,
    };
    const version = `${info.Version}|${info.LastModifiedTime}`;
    const isOurs = this.#people.length > 0 && mode === 'edit';
    if (!isOurs && mode === 'edit' && this.#kept) {
      // No GetFile: the text that was refused is shown, and sent again with whoever opened it now.
      opened.isBackup = true;
      this.content = this.#kept;
      this.#modified = true;
      this.#kept = null;
    } else if (!isOurs && (this.content === null || this.#cachedFor !== version)) {
      const file = await client.getFile();
      if (file.status !== 200) throw new Error(`download failed: ${file.status}`);
      if (mode === 'view') {
        this.#viewers.set(accessToken, { client, content: file.body });
        return { ...opened, content: file.body };
      }
      this.content = file.body;
      this.#cachedFor = version;
    }
    if (mode === 'edit') {
      this.#people.push({ client, userId: info.UserId });
      this.#timestamp ??= info.LastModifiedTime;
    }
    if (mode === 'view') this.#viewers.set(accessToken, { client, content: this.content ?? Buffer.alloc(0) });
    return { ...opened, content: this.content ?? Buffer.alloc(0) };
  }

  type(accessToken: string, content: Buffer): void {
    this.content = content;
    this.#modified = true;
    this.#lastAuthor = this.#personOf(accessToken);
  }

  refresh(): Promise<Answer | undefined> {
    return this.#people.at(-1)?.client.refreshLock(this.key) ?? Promise.resolve(undefined);
  }

  /** Ctrl+S with forcesave. What the host refuses is sent again at the exit, as modified as before. */
  async forceSave(): Promise<Answer> {
    const answer = await this.#put({ modified: true });
    this.#savedByForce = true;
    if (answer.status === 200) this.#modified = false;
    return answer;
  }

  /** In view mode too. */
  saveCopyAs(accessToken: string, name: string): Promise<Answer> {
    const viewer = this.#viewers.get(accessToken);
    if (viewer) return viewer.client.putRelativeFile(name, viewer.content);
    return this.#personOf(accessToken).client.putRelativeFile(name, this.content ?? Buffer.alloc(0));
  }

  rename(accessToken: string, name: string): Promise<Answer> {
    return this.#personOf(accessToken).client.renameFile(name, this.key);
  }

  /** Leaves; the last editor saves (also after a forced save, then not marked as modified) and unlocks, whatever the save said. */
  async close(accessToken: string): Promise<{ save: Answer | null; unlock: Answer | null }> {
    const person = this.#people.find((each) => each.client.options.accessToken === accessToken);
    if (!person) return { save: null, unlock: null };
    this.#people = this.#people.filter((each) => each !== person);
    if (this.#people.length > 0) return { save: null, unlock: null };
    this.#lastAuthor ??= person;
    const isDirty = this.#modified || this.#savedByForce;
    const save = isDirty ? await this.#put({ modified: this.#modified, exit: true }) : null;
    const unlock = await person.client.unlock(this.key);
    const info = await this.#info(person.client).catch(() => null);
    this.#kept = save && save.status !== 200 ? this.content : null;
    this.#cachedFor = info && (save === null || save.status === 200) ? `${info.Version}|${info.LastModifiedTime}` : '';
    this.#modified = false;
    this.#savedByForce = false;
    this.#lastAuthor = null;
    this.#timestamp = undefined;
    return { save, unlock };
  }

  async #put(flags: Flags): Promise<Answer> {
    const author = this.#lastAuthor ?? this.#people[0];
    if (!author) throw new Error('nobody edits this document');
    const answer = await author.client.putFile(this.content ?? Buffer.alloc(0), this.key, {
      ...flags,
      editors: author.userId,
      ...(this.#timestamp ? { timestamp: this.#timestamp } : {}),
    });
    if (answer.status === 200) this.#timestamp = answer.json<{ LastModifiedTime: string }>().LastModifiedTime;
    return answer;
  }

  async #info(client: WopiClient): Promise<FileInfo> {
    const answer = await client.checkFileInfo();
    if (answer.status !== 200) throw new Error(`CheckFileInfo answered ${answer.status}`);
    return answer.json<FileInfo>();
  }

  #personOf(accessToken: string): Person {
    const person = this.#people.find((each) => each.client.options.accessToken === accessToken);
    if (!person) throw new Error('this person does not edit');
    return person;
  }
}

/** A pencil in view mode needs the right to write or to review, beside a page or a message that leads to editing. */
function isPencilled({ UserCanWrite, UserCanReview }: FileInfo): boolean {
  return Boolean(UserCanWrite || UserCanReview);
}

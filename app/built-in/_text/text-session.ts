import type { ChangeSet } from '@codemirror/state';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import { Access, fileIdOf } from '@/app/built-in/_wopi/access';
import { lastWordsBytes, type SaveKind, WopiFile } from '@/app/built-in/_wopi/wopi-file';
import { Autosave } from './autosave';
import { DraftStore } from './draft-store';
import type { EditedText } from './edited-text';
import { namesOfEditors } from './names-of-editors';
import { openEdited } from './open-edited';
import { unlock } from './open-text';
import { saveWritten } from './save-text';
import type { SaveProblem, TextPort } from './session-state';
import { SessionStore } from './session-store';
import { TabLock } from './tab-lock';

/** Problems that pass by themselves: the save is tried again. */
const passing: readonly SaveProblem[] = ['unreachable', 'signed-out'];

/** Problems that may be over after the next change. */
const perhapsOver: readonly SaveProblem[] = [...passing, 'lacks'];

/**
 * A text that is open in the built-in editor: what state it is in, its lock, its saves, and the copy that this
 * browser keeps of what is not saved. The page shows the state and calls the methods; every change of the state is
 * told to whoever subscribed.
 */
export class TextSession extends SessionStore {
  readonly access: Access;
  readonly file: WopiFile;
  readonly autosave: Autosave;
  #tab: TabLock | null = null;
  #drafts: DraftStore | null = null;
  #port: TextPort | null = null;
  #edited: EditedText | null = null;
  #version = '';
  #openings = 0;
  /** counts changes, so that a save knows whether it has them all */
  #changes = 0;
  #saved = 0;
  #saving: Promise<boolean> = Promise.resolve(true);

  constructor(readonly opened: Opened) {
    super();
    this.access = new Access(opened);
    this.file = new WopiFile(opened.wopiSrc, this.access);
    this.autosave = new Autosave({
      save: () => this.save('auto'),
      keepDraft: () => this.#keepDraft(),
      refreshLock: () => this.#refreshLock(),
    });
  }

  get isUnsaved(): boolean {
    return this.#changes !== this.#saved;
  }

  /** The file and what was changed in it; null while none is open. */
  get edited(): EditedText | null {
    return this.#edited;
  }

  /** The editor in the page; null while there is none. */
  get port(): TextPort | null {
    return this.#port;
  }

  /** Opens the text, or opens it anew: after a lock was lost, or to try whether it is free by now. */
  async open(): Promise<void> {
    if (this.isUnsaved) await this.#keepDraft();
    const { wopiSrc, mode } = this.opened;
    const fileId = fileIdOf(wopiSrc);
    const result = await openEdited(this.file, {
      mode,
      fileId,
      keepersOf: (info) => {
        this.#drafts ??= new DraftStore(info.UserId, fileId);
        this.#tab ??= new TabLock(info.UserId, fileId);
        return { tab: this.#tab, drafts: this.#drafts };
      },
    });
    tellHostPage('App_LoadingStatus', { Status: 'Document_Loaded' });
    if (!result.ok) {
      this.setState({ phase: 'failed', failure: result.failure, info: result.info });
      return;
    }
    this.#version = result.version;
    this.#edited = result.edited;
    this.#saved = this.#changes;
    this.#openings += 1;
    this.setState({ phase: 'open', opening: this.#openings, ...result.state });
    if (result.state.readReason === null) this.autosave.start();
    else this.autosave.stop();
    if (result.goesOn) this.changed();
  }

  attach(port: TextPort | null): void {
    this.#port = port;
  }

  /** The person changed the text. @param changes in the editor; none where what is saved changes without it */
  changed(changes?: ChangeSet): void {
    this.#changes += 1;
    if (changes) this.#edited?.note(changes);
    const { save, reading } = this.openState() ?? {};
    if (save && save.kind !== 'failed') this.patch({ save: { kind: save.kind === 'saving' ? 'saving' : 'unsaved' } });
    tellHostPage('Edit_Notification');
    const mayTry = reading?.isSure === true && (save?.kind !== 'failed' || perhapsOver.includes(save.problem));
    this.autosave.note({ length: this.#port?.length() ?? 0, mayTry });
  }

  /**
   * Sends what is not saved. One save at a time; what is typed meanwhile goes with the next.
   * @returns whether everything has arrived
   */
  save(kind: SaveKind, isReplacing = false): Promise<boolean> {
    this.#saving = this.#saving.then(() => this.#saveNow(kind, isReplacing));
    return this.#saving;
  }

  /** Saves and lets go of the file. @returns false when something is not saved: then it stays open */
  async leave(): Promise<boolean> {
    if (this.isUnsaved && !(await this.save('asked'))) return false;
    await this.letGo();
    return true;
  }

  /** Unlocks, and edits no more. */
  async letGo(): Promise<void> {
    this.autosave.stop();
    const state = this.openState();
    if (state?.readReason !== null || !this.#tab) return;
    this.patch({ readReason: 'ended' });
    await unlock(this.file, this.#tab);
  }

  /** The page goes away: the last words are sent while they are few, and stay in this browser in any case. */
  goAway(): void {
    if (this.openState()?.readReason !== null || !this.#tab) return;
    if (!this.isUnsaved) void unlock(this.file, this.#tab);
    else {
      void this.#keepDraft();
      // What a leaving page cannot send stays with this browser only, and others need not wait for it.
      const written = this.#edited?.isSure ? this.#edited.written(this.text()) : null;
      if (written?.ok && written.bytes.length <= lastWordsBytes) void this.save('exit');
      else void unlock(this.file, this.#tab);
    }
  }

  /** The text as it stands now. */
  text(): string {
    return this.#port?.read() ?? this.openState()?.text ?? '';
  }

  /** The text, or another one, as the bytes of a copy. */
  copied(other?: string): Uint8Array<ArrayBuffer> {
    return this.#edited?.writtenCopy(other ?? this.text(), other !== undefined) ?? new Uint8Array();
  }

  /** Shows another reading of the text, in a new editor: the one that goes away holds what was read before. */
  showText(text: string): void {
    this.#openings += 1;
    this.#port = null;
    this.patch({ opening: this.#openings, text });
  }

  /** Leaves what is not saved to this browser's copy of it, and warns no more. */
  giveUp(): void {
    this.#saved = this.#changes;
  }

  /** Shows the document as it is; what was not saved is dropped: the person said so, or has saved a copy. */
  async openAsIs(): Promise<void> {
    this.giveUp();
    await this.dropDraft();
    await this.open();
  }

  /** Puts the text that this browser kept into the editor. */
  putFound(): void {
    const text = this.openState()?.found?.text;
    if (!text) return;
    this.#port?.write(text);
    this.patch({ found: null });
  }

  /** Whether no other tab of this browser edits the text: then none does before this one. */
  async takeTab(): Promise<boolean> {
    return (await this.#tab?.take()) ?? false;
  }

  async dropDraft(): Promise<void> {
    this.patch({ found: null });
    await this.#drafts?.drop();
  }

  /** What was confirmed is remembered for the version that it was said of, and for those that follow from here. */
  async rememberEncoding(): Promise<void> {
    const { evidence, isSure, format } = this.#edited ?? {};
    if (evidence === 'chosen' && isSure && format) await this.#drafts?.keepConfirmed(format.encoding, this.#version);
  }

  lockId(): string | null {
    return this.openState()?.readReason === null ? (this.#tab?.id ?? null) : null;
  }

  focus(): void {
    this.#port?.focus();
  }

  async #saveNow(kind: SaveKind, isReplacing: boolean): Promise<boolean> {
    const state = this.openState();
    if (!state || state.readReason !== null || !this.#tab) return !this.isUnsaved;
    if (!this.isUnsaved) return true;
    const edited = this.#edited;
    if (!edited?.isSure) return this.#waitForEncoding(kind);
    const upTo = this.#changes;
    if (state.save.kind !== 'failed') this.patch({ save: { kind: 'saving' } });
    const { UserId: userId } = state.info;
    const asked = { kind, userId, version: this.#version, isReplacing };
    const outcome = await saveWritten(this.file, this.#tab, edited.written(this.text()), asked);
    if (!outcome.ok) {
      const problem = await this.#problem(outcome.problem);
      this.patch({ save: { kind: 'failed', problem }, lacks: outcome.lacks ?? [] });
      await this.#keepDraft();
      this.autosave.failed(passing.includes(problem));
      return false;
    }
    this.#version = outcome.version;
    this.#saved = upTo;
    this.autosave.succeeded();
    this.patch({ save: { kind: this.isUnsaved ? 'unsaved' : 'saved' }, lacks: [] });
    await this.rememberEncoding();
    if (!this.isUnsaved) await this.#drafts?.drop();
    return !this.isUnsaved;
  }

  /** While the encoding is a guess nothing is sent; whoever asks to save is asked. */
  async #waitForEncoding(kind: SaveKind): Promise<boolean> {
    const { reading } = this.openState() ?? {};
    const isAsked = reading?.isAsked === true || kind === 'asked';
    if (reading) this.patch({ save: { kind: 'unsaved' }, reading: { ...reading, isAsked } });
    await this.#keepDraft();
    return false;
  }

  async #problem(problem: SaveProblem): Promise<SaveProblem> {
    if (problem === 'taken') this.patch({ holder: await namesOfEditors(fileIdOf(this.opened.wopiSrc)) });
    return problem;
  }

  async #keepDraft(): Promise<void> {
    if (!this.isUnsaved || !this.#edited) return;
    const draft = { text: this.text(), version: this.#version, keptAt: Date.now(), ...this.#edited.forDraft() };
    await this.#drafts?.keep(draft);
  }

  async #refreshLock(): Promise<void> {
    if (this.#tab && this.openState()?.readReason === null) await this.file.refreshLock(this.#tab.id);
  }
}

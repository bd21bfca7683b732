import { pollWhileVisible } from '@/app/_components/poll-while-visible';
import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import { Access, fileIdOf } from '@/app/built-in/_wopi/access';
import { lastWordsBytes, type SaveKind, WopiFile } from '@/app/built-in/_wopi/wopi-file';
import { Autosave } from './autosave';
import { DraftStore } from './draft-store';
import { namesOfEditors } from './names-of-editors';
import { openText, unlock } from './open-text';
import { saveText } from './save-text';
import type { OpenState, SaveProblem, SessionState, TextPort } from './session-state';
import { TabLock } from './tab-lock';
import { encodeOrWiden, plainFormat } from './text-format';

/** Problems that pass by themselves: the save is tried again. */
const passing: readonly SaveProblem[] = ['unreachable', 'signed-out'];

/**
 * A text that is open in the built-in editor: what state it is in, its lock, its saves, and the copy that this
 * browser keeps of what is not saved. The page shows the state and calls the methods; every change of the state is
 * told to whoever subscribed.
 */
export class TextSession {
  readonly access: Access;
  readonly file: WopiFile;
  readonly autosave: Autosave;
  #state: SessionState = { phase: 'opening' };
  #listeners = new Set<() => void>();
  #tab: TabLock | null = null;
  #drafts: DraftStore | null = null;
  #port: TextPort | null = null;
  #version = '';
  #openings = 0;
  /** counts changes, so that a save knows whether it has them all */
  #changes = 0;
  #saved = 0;
  #saving: Promise<boolean> = Promise.resolve(true);

  constructor(readonly opened: Opened) {
    this.access = new Access(opened);
    this.file = new WopiFile(opened.wopiSrc, this.access);
    this.autosave = new Autosave({
      save: () => this.save('auto'),
      keepDraft: () => this.#keepDraft(),
      refreshLock: () => this.#refreshLock(),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SessionState => this.#state;

  get isUnsaved(): boolean {
    return this.#changes !== this.#saved;
  }

  /** Opens the text, or opens it anew: after a lock was lost, or to try whether it is free by now. */
  async open(): Promise<void> {
    if (this.isUnsaved) await this.#keepDraft();
    const { wopiSrc, mode } = this.opened;
    const fileId = fileIdOf(wopiSrc);
    const result = await openText(this.file, {
      mode,
      tabOf: (info) => {
        this.#drafts ??= new DraftStore(info.UserId, fileId);
        this.#tab ??= new TabLock(info.UserId, fileId);
        return this.#tab;
      },
    });
    tellHostPage('App_LoadingStatus', { Status: 'Document_Loaded' });
    if (!result.ok) {
      this.#set({ phase: 'failed', failure: result.failure, info: result.info });
      return;
    }
    const { info, version, text, format, isPart, readReason } = result;
    this.#version = version;
    this.#saved = this.#changes;
    this.#openings += 1;
    const draft = mode === 'edit' && !isPart ? await this.#drafts?.read() : null;
    const found =
      draft && draft.text !== text
        ? { text: draft.text, keptAt: draft.keptAt, isOfThisVersion: draft.version === version }
        : null;
    // What was typed on this very version and never arrived goes on where it stopped.
    const goesOn = found?.isOfThisVersion === true && readReason === null;
    this.#set({
      phase: 'open',
      info,
      name: info.BaseFileName,
      opening: this.#openings,
      text: goesOn ? found.text : text,
      isPart,
      format,
      isWidened: false,
      readReason,
      holder: readReason === 'locked' ? await namesOfEditors(fileId) : null,
      save: { kind: 'saved' },
      found: goesOn ? { ...found, text: '' } : found,
    });
    if (readReason === null) this.autosave.start();
    else this.autosave.stop();
    if (goesOn) this.changed();
  }

  attach(port: TextPort | null): void {
    this.#port = port;
  }

  /** The person changed the text. */
  changed(): void {
    this.#changes += 1;
    const { save } = this.#open() ?? {};
    if (save && save.kind !== 'failed') this.patch({ save: { kind: save.kind === 'saving' ? 'saving' : 'unsaved' } });
    tellHostPage('Edit_Notification');
    this.autosave.note({ length: this.#port?.length() ?? 0, mayTry: save?.kind !== 'failed' || this.#isPassing() });
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
    const state = this.#open();
    if (state?.readReason !== null || !this.#tab) return;
    this.patch({ readReason: 'ended' });
    await unlock(this.file, this.#tab);
  }

  /** The page goes away: the last words are sent while they are few, and stay in this browser in any case. */
  goAway(): void {
    if (this.#open()?.readReason !== null || !this.#tab) return;
    if (!this.isUnsaved) void unlock(this.file, this.#tab);
    else {
      void this.#keepDraft();
      // More than a leaving page may send stays with this browser only, and others need not wait for it.
      if (this.encoded().bytes.length <= lastWordsBytes) void this.save('exit');
      else void unlock(this.file, this.#tab);
    }
  }

  /** The text as it stands now. */
  text(): string {
    return this.#port?.read() ?? this.#open()?.text ?? '';
  }

  /** A text as bytes, in the document's encoding or, where that lacks a character, in UTF-8. */
  encoded(text = this.text()): ReturnType<typeof encodeOrWiden> {
    return encodeOrWiden(text, this.#open()?.format ?? plainFormat);
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
    const text = this.#open()?.found?.text;
    if (!text) return;
    this.#port?.write(text);
    this.patch({ found: null });
  }

  /** Opens the text anew as soon as nobody else edits it. @returns ends the waiting */
  waitForLock(everyMs: number): () => void {
    return pollWhileVisible(everyMs, async () => {
      const state = this.#open();
      if (state?.readReason === 'locked') {
        const holder = await namesOfEditors(fileIdOf(this.opened.wopiSrc));
        if (holder !== null) {
          if (holder !== state.holder) this.patch({ holder });
          return;
        }
      } else if (!(await this.#tab?.take())) return;
      await this.open();
    });
  }

  async dropDraft(): Promise<void> {
    this.patch({ found: null });
    await this.#drafts?.drop();
  }

  patch(change: Partial<OpenState>): void {
    const state = this.#open();
    if (state) this.#set({ ...state, ...change });
  }

  lockId(): string | null {
    return this.#open()?.readReason === null ? (this.#tab?.id ?? null) : null;
  }

  focus(): void {
    this.#port?.focus();
  }

  async #saveNow(kind: SaveKind, isReplacing: boolean): Promise<boolean> {
    const state = this.#open();
    if (!state || state.readReason !== null || !this.#tab) return !this.isUnsaved;
    if (!this.isUnsaved) return true;
    const upTo = this.#changes;
    if (state.save.kind !== 'failed') this.patch({ save: { kind: 'saving' } });
    const { bytes, format } = this.encoded();
    const outcome = await saveText(this.file, this.#tab, {
      bytes,
      kind,
      userId: state.info.UserId,
      version: this.#version,
      isReplacing,
    });
    if (!outcome.ok) {
      this.patch({ save: { kind: 'failed', problem: await this.#problem(outcome.problem) } });
      await this.#keepDraft();
      this.autosave.failed(this.#isPassing());
      return false;
    }
    this.#version = outcome.version;
    this.#saved = upTo;
    this.autosave.succeeded();
    const isWidened = state.isWidened || format.encoding !== state.format.encoding;
    this.patch({ save: { kind: this.isUnsaved ? 'unsaved' : 'saved' }, format, isWidened });
    if (!this.isUnsaved) await this.#drafts?.drop();
    return !this.isUnsaved;
  }

  async #problem(problem: SaveProblem): Promise<SaveProblem> {
    if (problem === 'taken') this.patch({ holder: await namesOfEditors(fileIdOf(this.opened.wopiSrc)) });
    return problem;
  }

  #isPassing(): boolean {
    const save = this.#open()?.save;
    return save?.kind === 'failed' && passing.includes(save.problem);
  }

  async #keepDraft(): Promise<void> {
    if (!this.isUnsaved) return;
    await this.#drafts?.keep({ text: this.text(), version: this.#version, keptAt: Date.now() });
  }

  async #refreshLock(): Promise<void> {
    if (this.#tab && this.#open()?.readReason === null) await this.file.refreshLock(this.#tab.id);
  }

  #open(): OpenState | null {
    return this.#state.phase === 'open' ? this.#state : null;
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

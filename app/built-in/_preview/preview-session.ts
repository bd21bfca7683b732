import { tellHostPage } from '@/app/built-in/_frame/host-page';
import type { Opened } from '@/app/built-in/_frame/opened';
import type { SandboxWords, ViewState } from '@/app/built-in/_sandbox/messages';
import { Access } from '@/app/built-in/_wopi/access';
import { type FileInfo, WopiFile } from '@/app/built-in/_wopi/wopi-file';
import type { PreviewKind } from '@/lib/shared/built-in-types';
import { handAsset } from './hand-asset';
import { type LoadedFile, loadFile } from './load-file';
import { mountSandbox, type Sandbox } from './mount-sandbox';
import type { PreviewFailure } from './preview-failure';

export type PreviewState = {
  info: FileInfo | null;
  failure: PreviewFailure | null;
  /** loading: the bytes come; drawing: the sandbox has them */
  phase: 'loading' | 'drawing' | 'shown' | 'failed';
  /** of the bytes, from 0 to 1 */
  progress: number;
  kind: PreviewKind | null;
  view: ViewState | null;
  /** a password is asked for */
  password: 'none' | 'wanted' | 'wrong';
};

type SessionInput = {
  words: SandboxWords;
  titleOf: (name: string) => string;
  theme: 'light' | 'dark';
  onChange: (state: PreviewState) => void;
};

/** One document on its way into a sandbox, and what is known of it. */
export class PreviewSession {
  readonly #control = new AbortController();
  #sandbox: Sandbox | null = null;
  #state: PreviewState = {
    info: null,
    failure: null,
    phase: 'loading',
    progress: 0,
    kind: null,
    view: null,
    password: 'none',
  };

  constructor(
    readonly opened: Opened,
    readonly place: HTMLElement,
    readonly input: SessionInput,
  ) {}

  async open(): Promise<void> {
    const file = new WopiFile(this.opened.wopiSrc, new Access(this.opened));
    const loaded = await loadFile(file, this.#control.signal, {
      onInfo: (info) => this.#patch({ info }),
      onProgress: (share) => {
        // A hundred steps are enough for a bar.
        const progress = Math.floor(share * 100) / 100;
        if (progress !== this.#state.progress) this.#patch({ progress });
      },
    });
    if (this.#control.signal.aborted) return;
    if (loaded.ok) this.#draw(loaded);
    else this.#patch({ phase: 'failed', failure: loaded.failure, info: loaded.info });
  }

  get sandbox(): Sandbox | null {
    return this.#sandbox;
  }

  enterPassword(text: string): void {
    this.#patch({ password: 'none' });
    this.#sandbox?.tell({ kind: 'password', text });
  }

  end(): void {
    this.#control.abort();
    this.#sandbox?.remove();
    this.#sandbox = null;
  }

  #draw({ kind, bytes, info }: Extract<LoadedFile, { ok: true }>): void {
    const { words, theme, titleOf } = this.input;
    const name = info.BaseFileName;
    let isHanded = false;
    this.#patch({ phase: 'drawing', kind });
    const sandbox = mountSandbox(this.place, {
      kind,
      title: titleOf(name),
      onHang: () => this.#fail('too-slow'),
      hear: (message) => {
        switch (message.kind) {
          case 'ready':
            if (isHanded) break;
            isHanded = true;
            sandbox.tell({ kind: 'open', bytes, name, locale: this.opened.locale, theme, words }, [bytes]);
            break;
          case 'shown':
            this.#patch({ phase: 'shown' });
            tellHostPage('App_LoadingStatus', { Status: 'Document_Loaded' });
            break;
          case 'failed':
            this.#fail(message.reason);
            break;
          case 'state': {
            const { zoom, isFitted, page, pages } = message;
            this.#patch({ view: { zoom, isFitted, page, pages } });
            break;
          }
          case 'password':
            this.#patch({ password: message.isWrong ? 'wrong' : 'wanted' });
            break;
          case 'link':
            // Browsers let it open only when the person just clicked.
            window.open(message.href, '_blank', 'noopener,noreferrer');
            break;
          case 'asset':
            handAsset(sandbox, message.name);
            break;
        }
      },
    });
    this.#sandbox = sandbox;
  }

  #fail(failure: PreviewFailure): void {
    this.#sandbox?.remove();
    this.#sandbox = null;
    this.#patch({ phase: 'failed', failure, password: 'none' });
  }

  #patch(part: Partial<PreviewState>): void {
    if (this.#control.signal.aborted) return;
    this.#state = { ...this.#state, ...part };
    this.input.onChange(this.#state);
  }
}

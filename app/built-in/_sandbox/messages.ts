/** What the preview's page tells its sandbox, over a port that only these two hold. */
export type ToSandbox =
  | { kind: 'open'; bytes: ArrayBuffer; name: string; locale: string; theme: 'light' | 'dark'; words: SandboxWords }
  | { kind: 'theme'; theme: 'light' | 'dark' }
  | { kind: 'zoom'; to: 'in' | 'out' | 'fit' | 'actual' }
  | { kind: 'page'; number: number }
  | { kind: 'password'; text: string }
  /** bytes null: there is no such file */
  | { kind: 'asset'; name: string; bytes: ArrayBuffer | null };

/** What a sandbox says to people itself. */
export type SandboxWords = { page: string; pageFailed: string; comment: string };

/** Why a file cannot be shown, as its own preview finds out. */
export const renderFailures = ['wrong-type', 'damaged', 'protected', 'too-large', 'no-preview'] as const;
export type RenderFailure = (typeof renderFailures)[number];

/** How the document stands: `zoom` in percent, pages from 1 (0 pages: it has none). */
export type ViewState = { zoom: number; isFitted: boolean; page: number; pages: number };

/** What a sandbox tells the preview's page. It shows a hostile document, so none of it is believed. */
export type FromSandbox =
  | { kind: 'ready' | 'alive' | 'shown' }
  | { kind: 'failed'; reason: RenderFailure }
  | ({ kind: 'state' } & ViewState)
  | { kind: 'password'; isWrong: boolean }
  | { kind: 'link'; href: string }
  | { kind: 'asset'; name: string };

/** Files of our own that a sandbox may be handed; it may ask for no other, and never by itself. */
export const assetName =
  /^(worker\.js|cmaps\/[\w-]{1,60}\.bcmap|fonts\/[\w-]{1,60}\.(pfb|ttf)|wasm\/[\w-]{1,60}\.wasm)$/;

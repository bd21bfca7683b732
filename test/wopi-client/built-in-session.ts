import { z } from 'zod';
import type { Opened } from '@/app/built-in/_frame/opened';
import { EditedText } from '@/app/built-in/_text/edited-text';
import { openText, unlock } from '@/app/built-in/_text/open-text';
import { type SaveOutcome, saveText } from '@/app/built-in/_text/save-text';
import type { ReadReason } from '@/app/built-in/_text/session-state';
import { TabLock } from '@/app/built-in/_text/tab-lock';
import { Access, fileIdOf } from '@/app/built-in/_wopi/access';
import { type FileInfo, type SaveKind, type WopiAnswer, WopiFile } from '@/app/built-in/_wopi/wopi-file';
import type { Browser } from './browser';

const issued = z.object({ accessToken: z.string(), accessTokenTtl: z.number() });

/**
 * One text in the built-in editor of a browser: the very code of the frame, without what is seen. What it is opened
 * with comes the way that the host page takes: a token of the portal's, posted to the frame's page.
 */
export class BuiltInSession {
  readonly access: Access;
  readonly file: WopiFile;
  tab: TabLock | null = null;
  text = '';
  version = '';
  edited: EditedText | null = null;
  info: FileInfo | null = null;

  constructor(
    readonly browser: Browser,
    readonly opened: Opened,
  ) {
    this.access = new Access(opened);
    this.file = new WopiFile(opened.wopiSrc, this.access);
  }

  static async of(browser: Browser, documentId: string, mode: 'edit' | 'view' = 'edit'): Promise<BuiltInSession> {
    const path = `/api/documents/${documentId}/token?mode=${mode}&client=built-in`;
    const answer = await browser.fetch(path, { method: 'POST' });
    if (answer.status !== 200) throw new Error(`the token was refused: ${answer.status}`);
    const { accessToken, accessTokenTtl } = issued.parse(await answer.json());
    const wopiSrc = `${browser.origin}/wopi/files/${documentId}`;
    return new BuiltInSession(browser, await openFrame(browser, { wopiSrc, mode, accessToken, accessTokenTtl }));
  }

  /** @returns why it can only be read, or null; or what failed */
  open(): Promise<ReadReason | null | { failure: string }> {
    return this.browser.run(async () => {
      const result = await openText(this.file, {
        mode: this.opened.mode,
        tabOf: (info) => {
          this.tab ??= new TabLock(info.UserId, fileIdOf(this.opened.wopiSrc));
          return this.tab;
        },
      });
      this.info = result.info;
      if (!result.ok) return { failure: result.failure };
      this.edited = new EditedText(result.read);
      this.text = result.read.source.text;
      this.version = result.version;
      return result.readReason;
    });
  }

  async save(text: string, kind: SaveKind = 'asked', isReplacing = false): Promise<SaveOutcome> {
    const { tab } = this;
    if (!tab || !this.info) throw new Error('the text is not open');
    this.text = text;
    const { UserId: userId } = this.info;
    const outcome = await this.browser.run(() =>
      saveText(this.file, tab, { bytes: this.bytes(), kind, userId, version: this.version, isReplacing }),
    );
    if (outcome.ok) this.version = outcome.version;
    return outcome;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const written = this.edited?.written(this.text, true);
    if (!written?.ok) throw new Error('the encoding lacks a character');
    return written.bytes;
  }

  /** Any request of the editor, as code of this page. */
  ask(request: (file: WopiFile) => Promise<WopiAnswer>): Promise<WopiAnswer> {
    return this.browser.run(() => request(this.file));
  }

  async close(): Promise<void> {
    const { tab } = this;
    if (tab) await this.browser.run(() => unlock(this.file, tab));
  }
}

/** Posts the form of the host page, and reads what the frame's page gives to its script. */
async function openFrame(
  browser: Browser,
  form: { wopiSrc: string; mode: 'edit' | 'view'; accessToken: string; accessTokenTtl: number },
): Promise<Opened> {
  const url = `/built-in/text?mode=${form.mode}&WOPISrc=${encodeURIComponent(form.wopiSrc)}`;
  const body = new URLSearchParams({
    access_token: form.accessToken,
    access_token_ttl: String(form.accessTokenTtl),
  });
  const page = await browser.fetch(url, { method: 'POST', body });
  if (page.status !== 200) throw new Error(`the frame was refused: ${page.status}`);
  const json = /<script type="application\/json" id="opened">(.*?)<\/script>/s.exec(await page.text())?.[1];
  if (json === undefined) throw new Error('the frame says nothing of what is opened');
  return openedShape.parse(JSON.parse(json));
}

const openedShape = z.object({
  client: z.enum(['text', 'preview']),
  wopiSrc: z.string(),
  mode: z.enum(['edit', 'view']),
  accessToken: z.string(),
  accessTokenTtl: z.number(),
  locale: z.enum(['en', 'de']),
});

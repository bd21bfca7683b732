import type { Opened } from '@/app/built-in/_frame/opened';

/** The file's id: the last segment of its WOPISrc. */
export function fileIdOf(wopiSrc: string): string {
  return wopiSrc.slice(wopiSrc.lastIndexOf('/') + 1);
}

/**
 * The access token of a frame of the built-in client, and how it is renewed: the person is signed in here, so a
 * token that has ended is exchanged without a question.
 */
export class Access {
  token: string;
  #renewing: Promise<'renewed' | 'signed-out' | 'gone' | 'failed'> | null = null;

  constructor(readonly opened: Opened) {
    this.token = opened.accessToken;
  }

  /** One exchange at a time; whoever asks meanwhile waits for the same. */
  renew(): Promise<'renewed' | 'signed-out' | 'gone' | 'failed'> {
    this.#renewing ??= this.#exchange().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #exchange(): Promise<'renewed' | 'signed-out' | 'gone' | 'failed'> {
    const { wopiSrc, mode } = this.opened;
    try {
      const answer = await fetch(`/api/documents/${fileIdOf(wopiSrc)}/token?mode=${mode}&client=built-in`, {
        method: 'POST',
        cache: 'no-store',
      });
      if (answer.status === 401) return 'signed-out';
      if (answer.status === 404 || answer.status === 403) return 'gone';
      if (!answer.ok) return 'failed';
      const { accessToken }: { accessToken: string } = await answer.json();
      this.token = accessToken;
      return 'renewed';
    } catch {
      return 'failed';
    }
  }
}

import { encodeUtf7 } from './encode-utf7';

/** What of CheckFileInfo the built-in client uses (§4). */
export type FileInfo = {
  BaseFileName: string;
  Size: number;
  Version: string;
  UserId: string;
  UserFriendlyName: string;
  ReadOnly: boolean;
  UserCanWrite: boolean;
  UserCanRename: boolean;
  UserCanNotWriteRelative: boolean;
  HostEditUrl?: string;
  HostViewUrl?: string;
  DownloadUrl?: string;
};

/** An answer of the host; status 0 when there was none. */
export type WopiAnswer = {
  status: number;
  headers: Headers;
  response: Response | null;
};

/** How a PutFile came about. */
export type SaveKind = 'asked' | 'auto' | 'exit';

/** What a status that is no success means for a person; everything that may pass is `unreachable`. */
export function statusProblem(status: number): 'unreachable' | 'signed-out' | 'gone' {
  if (status === 401) return 'signed-out';
  return status === 404 || status === 403 || status === 501 ? 'gone' : 'unreachable';
}

/** A page that goes away may send its last words only while they are few (64 KiB in all, headers too). */
export const lastWordsBytes = 60_000;

/** Longer than the host itself tries to get a save through. */
const patienceMs = 75_000;

/**
 * One file of the WOPI host, as its built-in client speaks of it: every call is one request of the protocol. The
 * session's cookie comes along by itself, since the page is of the same origin.
 * @param session.token read at each call, for it may be renewed meanwhile
 * @param session.renew exchanges a token that has ended; the request is then sent once more
 */
export class WopiFile {
  constructor(
    readonly wopiSrc: string,
    private readonly session: { token: string; renew?: () => Promise<unknown> },
  ) {}

  checkFileInfo(): Promise<WopiAnswer> {
    return this.send('GET', '', {});
  }

  /** @param signal ends it; without one it ends by itself when the host takes too long */
  getFile(signal?: AbortSignal): Promise<WopiAnswer> {
    return this.send('GET', '/contents', {}, signal ? { signal } : {});
  }

  putFile(body: Uint8Array<ArrayBuffer>, lock: string, kind: SaveKind, more: { userId: string }): Promise<WopiAnswer> {
    return this.send(
      'POST',
      '/contents',
      {
        'x-wopi-override': 'PUT',
        'x-wopi-lock': lock,
        'x-wopi-editors': more.userId,
        'x-lool-wopi-ismodifiedbyuser': 'true',
        ...(kind === 'auto' ? { 'x-lool-wopi-isautosave': 'true' } : {}),
        ...(kind === 'exit' ? { 'x-lool-wopi-isexitsave': 'true' } : {}),
      },
      { body, keepalive: kind === 'exit' && body.length <= lastWordsBytes },
    );
  }

  putRelativeFile(name: string, body: Uint8Array<ArrayBuffer>): Promise<WopiAnswer> {
    return this.send(
      'POST',
      '',
      {
        'x-wopi-override': 'PUT_RELATIVE',
        'x-wopi-suggestedtarget': encodeUtf7(name),
        'x-wopi-size': String(body.length),
      },
      { body },
    );
  }

  /** @param base the name without its extension */
  renameFile(base: string, lock: string | null): Promise<WopiAnswer> {
    return this.send('POST', '', {
      'x-wopi-override': 'RENAME_FILE',
      'x-wopi-requestedname': encodeUtf7(base),
      ...(lock === null ? {} : { 'x-wopi-lock': lock }),
    });
  }

  lock(id: string): Promise<WopiAnswer> {
    return this.send('POST', '', { 'x-wopi-override': 'LOCK', 'x-wopi-lock': id });
  }

  refreshLock(id: string): Promise<WopiAnswer> {
    return this.send('POST', '', { 'x-wopi-override': 'REFRESH_LOCK', 'x-wopi-lock': id });
  }

  unlock(id: string): Promise<WopiAnswer> {
    return this.send('POST', '', { 'x-wopi-override': 'UNLOCK', 'x-wopi-lock': id }, { keepalive: true });
  }

  private async send(...request: Parameters<WopiFile['sendOnce']>): Promise<WopiAnswer> {
    const answer = await this.sendOnce(...request);
    if (answer.status !== 401 || !this.session.renew) return answer;
    await this.session.renew();
    return this.sendOnce(...request);
  }

  private async sendOnce(
    method: 'GET' | 'POST',
    below: string,
    headers: Record<string, string>,
    more: RequestInit = {},
  ): Promise<WopiAnswer> {
    try {
      const response = await fetch(this.wopiSrc + below, {
        method,
        headers: { ...headers, authorization: `Bearer ${this.session.token}` },
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        ...(more.keepalive ? {} : { signal: AbortSignal.timeout(patienceMs) }),
        ...more,
      });
      return { status: response.status, headers: response.headers, response };
    } catch {
      return { status: 0, headers: new Headers(), response: null };
    }
  }
}

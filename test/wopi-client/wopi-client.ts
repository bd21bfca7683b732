import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { encode } from 'utf7';
import { exchangeOverHttp } from './exchange-over-http';
import { type ProofSigner, ticksOf } from './proof-signer';

export type Received = { status: number; headers: IncomingHttpHeaders; body: Buffer };

export type Answer = Received & {
  /** the body as JSON */
  json: <T = Record<string, unknown>>() => T;
};

/** How a request gets to the host: over HTTP, or straight to it in this process. */
export type Exchange = (sent: {
  /** where the connection goes */
  base: URL;
  method: string;
  /** path and query exactly as they are to arrive */
  path: string;
  headers: [string, string][];
  body: Buffer | null;
  /** the connection breaks after so many bytes of the body, and the exchange fails */
  cutAfter: number | undefined;
}) => Promise<Received>;

/** How a request differs from an honest one. */
export type Tamper = {
  /** which of the signer's keys signs X-WOPI-Proof */
  proofKey?: 'current' | 'old';
  signer?: ProofSigner;
  proof?: string | null;
  proofOld?: string | null;
  shiftMs?: number;
  ticks?: string | null;
  signUrl?: string;
  signToken?: string;
  /** sent in place of the token in the URL, percent-escapes as given */
  rawToken?: string;
  /** null leaves the query away */
  query?: string | null;
  extraHeaders?: [string, string][];
  contentLength?: number;
  /** the body comes in chunks of a length that is not announced */
  chunked?: boolean;
  /** destroys the connection after so many bytes of the body */
  cutAfter?: number;
  host?: string;
};

export type Flags = { modified?: boolean; autosave?: boolean; exit?: boolean; timestamp?: string; editors?: string };

export type ClientOptions = {
  wopiSrc: string;
  accessToken: string;
  signer: ProofSigner | null;
  dialect?: 'onlyoffice' | 'microsoft' | 'collabora';
  /** where the connection goes, when that is another address than WOPISrc's */
  connectTo?: string;
  /** HTTP unless told */
  exchange?: Exchange | undefined;
};

const types: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** A WOPI client that speaks as ONLYOFFICE 9.3 does in the recorded trace, or as Microsoft or Collabora do. */
export class WopiClient {
  readonly dialect: 'onlyoffice' | 'microsoft' | 'collabora';

  constructor(readonly options: ClientOptions) {
    this.dialect = options.dialect ?? 'onlyoffice';
  }

  checkFileInfo(tamper?: Tamper): Promise<Answer> {
    return this.send('GET', '', [], null, tamper);
  }

  getFile(maxExpectedSize = 104_857_600, tamper?: Tamper): Promise<Answer> {
    return this.send('GET', '/contents', [['X-WOPI-MaxExpectedSize', String(maxExpectedSize)]], null, tamper);
  }

  lock(lockId: string, tamper?: Tamper): Promise<Answer> {
    return this.override('LOCK', [['X-WOPI-Lock', lockId]], tamper);
  }

  unlockAndRelock(lockId: string, oldLockId: string, tamper?: Tamper): Promise<Answer> {
    return this.override(
      'LOCK',
      [
        ['X-WOPI-Lock', lockId],
        ['X-WOPI-OldLock', oldLockId],
      ],
      tamper,
    );
  }

  refreshLock(lockId: string, tamper?: Tamper): Promise<Answer> {
    // Collabora keeps a lock alive by sending LOCK again.
    return this.override(this.dialect === 'collabora' ? 'LOCK' : 'REFRESH_LOCK', [['X-WOPI-Lock', lockId]], tamper);
  }

  unlock(lockId: string, tamper?: Tamper): Promise<Answer> {
    return this.override('UNLOCK', [['X-WOPI-Lock', lockId]], tamper);
  }

  getLock(tamper?: Tamper): Promise<Answer> {
    return this.override('GET_LOCK', [], tamper);
  }

  deleteFile(tamper?: Tamper): Promise<Answer> {
    return this.override('DELETE', [], tamper);
  }

  putUserInfo(text: string, tamper?: Tamper): Promise<Answer> {
    return this.send('POST', '', [['X-WOPI-Override', 'PUT_USER_INFO']], Buffer.from(text), tamper);
  }

  renameFile(name: string, lockId: string | null, tamper?: Tamper, body: Buffer | null = null): Promise<Answer> {
    const lock: [string, string][] = lockId === null ? [] : [['X-WOPI-Lock', lockId]];
    const headers: [string, string][] = [
      ['X-WOPI-Override', 'RENAME_FILE'],
      ...lock,
      ['X-WOPI-RequestedName', this.utf7(name)],
    ];
    return this.send('POST', '', headers, body ?? Buffer.alloc(0), tamper);
  }

  putFile(bytes: Buffer | string, lockId: string | null, flags: Flags = {}, tamper?: Tamper): Promise<Answer> {
    const headers: [string, string][] = [['X-WOPI-Override', 'PUT']];
    if (lockId !== null) headers.push(['X-WOPI-Lock', lockId]);
    headers.push(...this.#saveHeaders(flags));
    return this.send('POST', '/contents', headers, Buffer.from(bytes), tamper);
  }

  /** Suggested mode; `name` is a full name, or an extension with its period. */
  putRelativeFile(
    name: string,
    bytes: Buffer | string,
    more: [string, string][] = [],
    tamper?: Tamper,
  ): Promise<Answer> {
    return this.putRelative([['X-WOPI-SuggestedTarget', this.utf7(name)], ...more], bytes, tamper);
  }

  putRelative(headers: [string, string][], bytes: Buffer | string, tamper?: Tamper): Promise<Answer> {
    const body = Buffer.from(bytes);
    const size: [string, string][] = this.dialect === 'onlyoffice' ? [] : [['X-WOPI-Size', String(body.length)]];
    return this.send('POST', '', [['X-WOPI-Override', 'PUT_RELATIVE'], ...headers, ...size], body, tamper);
  }

  override(operation: string, headers: [string, string][], tamper?: Tamper): Promise<Answer> {
    return this.send('POST', '', [['X-WOPI-Override', operation], ...headers], Buffer.alloc(0), tamper);
  }

  utf7(name: string): string {
    if (this.dialect === 'onlyoffice') return encode(name);
    return name.replace(/\+/g, '+-').replace(/[^\x20-\x7e]+/g, (run) => {
      const units = Buffer.from(run, 'utf16le').swap16();
      return `+${units.toString('base64').replace(/=+$/, '')}-`;
    });
  }

  /** Sends any request below WOPISrc with the headers that every request of the dialect has. */
  async send(
    method: string,
    below: string,
    headers: [string, string][],
    body: Buffer | null,
    tamper: Tamper = {},
  ): Promise<Answer> {
    const { wopiSrc, accessToken } = this.options;
    const token = tamper.rawToken ?? encodeURIComponent(accessToken);
    const query = tamper.query === undefined ? `?access_token=${token}` : (tamper.query ?? '');
    const url = `${wopiSrc}${below}${query}`;
    const all: [string, string][] = [
      ['Accept', 'application/json, text/plain, */*'],
      ['User-Agent', 'Node.js/6.13'],
      ...this.#proof(url, tamper),
      ['X-WOPI-ClientVersion', '9.3.0.140'],
      ['X-WOPI-CorrelationId', randomUUID()],
      ['X-WOPI-SessionId', randomUUID()],
      ...headers,
      ...(tamper.extraHeaders ?? []),
    ];
    if (this.dialect === 'microsoft' && tamper.query === undefined)
      all.push(['Authorization', `Bearer ${accessToken}`]);
    if (body) {
      const extension = /\.(\w+)$/.exec(wopiSrc)?.[1] ?? '';
      const type =
        body.length === 0 ? 'application/x-www-form-urlencoded' : (types[extension] ?? 'application/octet-stream');
      all.push(['Content-Type', type]);
      if (tamper.chunked) all.push(['Transfer-Encoding', 'chunked']);
      else all.push(['Content-Length', String(tamper.contentLength ?? body.length)]);
    }
    const base = this.options.connectTo
      ? new URL(url.replace(new URL(url).origin, this.options.connectTo))
      : new URL(url);
    const path = url.slice(new URL(url).origin.length);
    const exchange = this.options.exchange ?? exchangeOverHttp;
    const received = await exchange({
      ...{ base, method, path, body, cutAfter: tamper.cutAfter },
      headers: [['Host', tamper.host ?? base.host], ...all],
    });
    return { ...received, json: <T>() => JSON.parse(received.body.toString('utf8')) as T };
  }

  #proof(url: string, tamper: Tamper): [string, string][] {
    const ticks = ticksOf(Date.now() + (tamper.shiftMs ?? 0));
    const stamp: [string, string][] =
      tamper.ticks === null ? [] : [['X-WOPI-TimeStamp', tamper.ticks ?? String(ticks)]];
    const signer = tamper.signer ?? this.options.signer;
    if (!signer) return stamp;
    const signedTicks = tamper.ticks && /^-?\d{1,18}$/.test(tamper.ticks) ? BigInt(tamper.ticks) : ticks;
    const what = {
      accessToken: tamper.signToken ?? this.options.accessToken,
      url: tamper.signUrl ?? url,
      ticks: signedTicks,
    };
    const proof = tamper.proof === undefined ? signer.sign(what, tamper.proofKey) : tamper.proof;
    const old = tamper.proofOld === undefined ? signer.sign(what, 'old') : tamper.proofOld;
    return [
      ...(proof === null ? [] : ([['X-WOPI-Proof', proof]] as [string, string][])),
      ...(old === null ? [] : ([['X-WOPI-ProofOld', old]] as [string, string][])),
      ...stamp,
    ];
  }

  #saveHeaders(flags: Flags): [string, string][] {
    const headers: [string, string][] = flags.editors ? [['X-WOPI-Editors', flags.editors]] : [];
    const named: [string, boolean | undefined][] = [
      ['IsModifiedByUser', flags.modified],
      ['IsAutosave', flags.autosave],
      ['IsExitSave', flags.exit],
    ];
    if (this.dialect === 'microsoft') return headers;
    const prefix = this.dialect === 'collabora' ? 'X-COOL-WOPI-' : 'X-LOOL-WOPI-';
    for (const [name, value] of named) {
      // ONLYOFFICE leaves false flags out; Collabora always says true or false.
      if (this.dialect === 'collabora') headers.push([prefix + name, String(value ?? false)]);
      else if (value) headers.push([prefix + name, 'true']);
    }
    if (flags.timestamp) headers.push([`${prefix}Timestamp`, flags.timestamp]);
    return headers;
  }
}

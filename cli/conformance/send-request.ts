import { randomUUID } from 'node:crypto';
import type { ProofMutation, ProofSigner } from './proof-signer';
import type { Given, RequestKind } from './request-kinds';
import { childOf, type XmlElement } from './xml-element';

/** The host that is looked at. */
export type Target = {
  wopiSrc: string;
  accessToken: string;
  /** milliseconds since 1970, as the client would be told; 0 when not known */
  accessTokenTtl: number;
  /** null: no proofs are sent */
  signer: ProofSigner | null;
  /** how a request gets there */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
};

export type HostAnswer = { status: number; headers: Headers; body: Buffer };

/** How long a host may take for one request, in milliseconds. */
const patienceMs = 30_000;

/**
 * Sends one request of a case: to the document of the run, or to the URL that an earlier answer gave. Redirects
 * are not followed, since a client would not.
 */
export async function sendRequest(
  target: Target,
  request: XmlElement,
  kind: RequestKind,
  { given, body }: { given: Given; body: Buffer | null },
): Promise<HostAnswer> {
  const { url, accessToken } = addressOf(target, request, kind, given);
  const headers: [string, string][] = [
    ...(kind.headers?.(given) ?? []),
    ...(kind.override ? ([['X-WOPI-Override', kind.override]] as [string, string][]) : []),
    ...(body && kind.body === 'resource' && kind.override === 'PUT_RELATIVE'
      ? ([['X-WOPI-Size', String(body.length)]] as [string, string][])
      : []),
  ];
  if (!kind.isPlain) {
    headers.push(['Authorization', `Bearer ${accessToken}`], ['X-WOPI-CorrelationId', randomUUID()]);
    headers.push(...(target.signer?.headers({ accessToken, url }, proofMutation(request)) ?? []));
  }
  const answer = await target.fetch(url, {
    method: kind.method,
    headers,
    ...(kind.method === 'POST' ? { body: new Uint8Array(body ?? []) } : {}),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
}

function addressOf(target: Target, request: XmlElement, kind: RequestKind, given: Given) {
  const handed = given.OverrideUrl ?? (kind.urlFrom === undefined ? undefined : given[kind.urlFrom]);
  if (kind.isPlain) return { url: handed ?? '', accessToken: '' };
  const mutation = childOf(childOf(request, 'Mutators'), 'AccessToken');
  const url = new URL(handed ?? target.wopiSrc);
  url.pathname += kind.below ?? '';
  const own = handed === undefined ? target.accessToken : (url.searchParams.get('access_token') ?? '');
  const accessToken = mutation ? (mutation.attributes.Mutation ?? randomUUID()) : own;
  const ttl = handed === undefined ? `&access_token_ttl=${target.accessTokenTtl}` : '';
  return { url: `${url.origin}${url.pathname}?access_token=${encodeURIComponent(accessToken)}${ttl}`, accessToken };
}

function proofMutation(request: XmlElement): ProofMutation | null {
  const mutation = childOf(childOf(request, 'Mutators'), 'ProofKey');
  if (!mutation) return null;
  const { MutateCurrent, MutateOld, KeyRelation, Timestamp } = mutation.attributes;
  const time = Timestamp === undefined ? Number.NaN : Date.parse(Timestamp);
  return {
    mutateCurrent: MutateCurrent?.toLowerCase() === 'true',
    mutateOld: MutateOld?.toLowerCase() === 'true',
    keyRelation: KeyRelation === 'Ahead' || KeyRelation === 'Behind' ? KeyRelation : 'Synced',
    time: Number.isNaN(time) ? null : time,
  };
}

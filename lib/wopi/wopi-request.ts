import type { FoundToken } from '@/lib/tokens/find-token';
import type { Actor } from '@/lib/users/actor';

/** What an operation gets: a request whose token, proof and address have passed. */
export type WopiRequest = {
  request: Request;
  headers: Headers;
  /** names and values as they came, in turn; null where the door does not keep them */
  rawHeaders: readonly string[] | null;
  documentId: string;
  token: FoundToken;
  actor: Actor;
  /** the signed time of the request in .NET ticks, null when no proof was checked */
  signedTicks: bigint | null;
};

/** One WOPI operation. */
export type Operation = (wopi: WopiRequest) => Promise<Response>;

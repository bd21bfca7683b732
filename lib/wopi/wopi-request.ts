import type { FoundToken } from '@/lib/tokens/find-token';
import type { Actor } from '@/lib/users/actor';

/** A request whose token, proof and address have passed. */
export type Admitted = {
  request: Request;
  headers: Headers;
  /** names and values as they came, in turn; null where the door does not keep them */
  rawHeaders: readonly string[] | null;
  token: FoundToken;
  actor: Actor;
  /** the signed time of the request in .NET ticks, null when no proof was checked */
  signedTicks: bigint | null;
};

/** What an operation on a file gets. */
export type WopiRequest = Admitted & { documentId: string };

/** What an operation on an earlier version gets. */
export type VersionRequest = Admitted & { documentId: string; versionId: string };

/** What an operation on a container gets. */
export type ContainerRequest = Admitted & { folderId: string };

/** One WOPI operation: on a file, on an earlier version of one, on a container, or on the ecosystem. */
export type Operation = (wopi: WopiRequest) => Promise<Response>;
export type VersionOperation = (wopi: VersionRequest) => Promise<Response>;
export type ContainerOperation = (wopi: ContainerRequest) => Promise<Response>;
export type EcosystemOperation = (wopi: Admitted) => Promise<Response>;

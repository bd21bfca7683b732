import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '@/lib/secrets/derived-key';
import type { Ceiling, TokenClient } from './issue-token';
import type { NamedResource } from './token-resource';

/** What a child's token says: whose it is, and the most that it allows. */
export type ChildToken = { parentId: string; ceiling: Ceiling };

const shape = /^([0-9a-z]{26})([ev])([0-9a-f]{64})$/;

/**
 * The token of a child in a list of children: the id of the row of its parent's token, its ceiling, and an HMAC over
 * both, what it opens and the kind of client. It takes no row, so a list of thousands writes nothing; who has the
 * database alone cannot make one. 91 letters and digits.
 */
export function childToken(child: ChildToken & { named: NamedResource; client: TokenClient }): string {
  return `${child.parentId}${child.ceiling === 'edit' ? 'e' : 'v'}${signature(child).toString('hex')}`;
}

/** Whose token it may be, by its shape alone: it has to be checked with {@link isChildToken}; null for any other. */
export function readChildToken(token: string): ChildToken | null {
  const [, parentId, mark] = shape.exec(token) ?? [];
  return parentId === undefined ? null : { parentId, ceiling: mark === 'e' ? 'edit' : 'view' };
}

/** Whether a token is the one that was made for this resource, under this parent and client. */
export function isChildToken(
  token: string,
  child: ChildToken & { named: NamedResource; client: TokenClient },
): boolean {
  const given = Buffer.from(shape.exec(token)?.[3] ?? '', 'hex');
  const right = signature(child);
  return given.length === right.length && timingSafeEqual(given, right);
}

function signature(child: ChildToken & { named: NamedResource; client: TokenClient }): Buffer {
  const { named, parentId, ceiling, client } = child;
  const id = named.kind === 'file' ? named.fileId : named.kind === 'container' ? named.folderId : '';
  return createHmac('sha256', derivedKey('child tokens'))
    .update(JSON.stringify([parentId, named.kind, id, ceiling, client]))
    .digest();
}

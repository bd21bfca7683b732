import { denied } from '@/lib/audit/denial';
import type { AppError } from '@/lib/errors';
import type { FoundToken } from '@/lib/tokens/find-token';
import { addressKey } from '@/lib/users/address-key';

/**
 * A refusal of an access token, as the audit trail is told of it: one that is known is somebody's; all that are not
 * known count as one for each address. A child's token counts as its parent's: of those there may be any number.
 */
export function deniedToken(refusal: AppError, token: FoundToken | null, address: string | null): AppError {
  const action = 'token.refuse';
  if (!token)
    return denied(refusal, { action, address, detail: { reason: 'unknown' }, about: addressKey(address ?? '') });
  const { actor, resource } = token;
  const documentId = resource.kind === 'file' || resource.kind === 'version' ? resource.documentId : null;
  const about = `${token.child?.parentId ?? token.id} ${refusal.code}`;
  const detail = { reason: refusal.code, client: token.client };
  return denied(refusal, { action, actor, address, documentId, detail, about });
}

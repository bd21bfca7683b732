import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { hostEditUrl, hostViewUrl, urlWithToken, wopiSrc } from './host-urls';
import type { Admitted } from './wopi-request';

/** What PutRelativeFile and CreateChildFile answer about the file that they made (§3.9, §3.16): all URLs absolute. */
export async function newFileAnswer(wopi: Admitted, file: { id: string; name: string }) {
  const resource = { kind: 'file' as const, documentId: file.id };
  const [token = ''] = await tradeTokens(wopi.actor, [{ resource, canChange: true }], wopi.token);
  return {
    Name: file.name,
    Url: urlWithToken(wopiSrc(file.id, wopi.token.client), token),
    HostViewUrl: hostViewUrl(file.id),
    HostEditUrl: hostEditUrl(file.id),
  };
}

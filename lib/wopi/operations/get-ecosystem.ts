import { tradeTokens } from '@/lib/tokens/trade-tokens';
import { jsonAnswer } from '../answers';
import { ecosystemUrl, urlWithToken } from '../host-urls';
import type { Admitted } from '../wopi-request';

/** WOPI GetEcosystem of a file or a container (§3.15): where CheckEcosystem is asked. */
export async function getEcosystem(wopi: Admitted): Promise<Response> {
  const [token = ''] = await tradeTokens(
    wopi.actor,
    [{ resource: { kind: 'ecosystem' }, canChange: true }],
    wopi.token,
  );
  return jsonAnswer({ Url: urlWithToken(ecosystemUrl(wopi.token.client), token) });
}

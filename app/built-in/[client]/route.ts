import { z } from 'zod';
import { pageLocale } from '@/app/_locale/page-words';
import { answerApi } from '@/app/api/_http/answer-api';
import { framePage } from '@/app/built-in/_frame/frame-page';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { readFormFields } from '@/lib/auth/read-form-fields';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/shared/is-id';

export const dynamic = 'force-dynamic';

/** More than any form of a host page, in bytes. */
const maxBytes = 32 * 1024;

const wish = z.object({
  client: z.enum(['text', 'preview']),
  WOPISrc: z.string().max(2000),
  mode: z.enum(['edit', 'view']),
  access_token: z.string().regex(/^[0-9A-Za-z]{43,128}$/),
  access_token_ttl: z.coerce.number().int().positive(),
});

/**
 * The built-in client's page: what the host page posts the access token to (§8.1), as to any other client. It is
 * served to signed-in people of this origin only, and asks only this host.
 */
export async function POST(request: Request, context: { params: Promise<{ client: string }> }): Promise<Response> {
  return answerApi(async () => {
    await actorOfRequest(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const form = Object.fromEntries(await readFormFields(request, maxBytes));
    const { client } = await context.params;
    const parsed = wish.safeParse({ ...query, ...form, client });
    if (!parsed.success || !isFileOfThisHost(parsed.data.WOPISrc)) {
      throw new AppError('invalid-request', 'This page is opened by the page of a document only.');
    }
    const { data } = parsed;
    return framePage({
      client: data.client,
      wopiSrc: data.WOPISrc,
      mode: data.mode,
      accessToken: data.access_token,
      accessTokenTtl: data.access_token_ttl,
      locale: await pageLocale(),
    });
  });
}

/** The frame sends its token wherever this leads: to a file's own address, and no further along the path. */
function isFileOfThisHost(wopiSrc: string): boolean {
  const files = `${env().PUBLIC_URL}/wopi/files/`;
  return wopiSrc.startsWith(files) && isId(wopiSrc.slice(files.length));
}

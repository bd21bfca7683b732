import { z } from 'zod';
import { readListState } from '@/app/(portal)/_list/list-state';
import { listingQuery } from '@/app/(portal)/_list/listing-query';
import { answerApi } from '@/app/api/_http/answer-api';
import { jsonAnswer } from '@/app/api/_http/json-answer';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { AppError } from '@/lib/errors';
import { requireFolder } from '@/lib/folders/require-folder';
import { listPage } from '@/lib/listings/list-page';

export const dynamic = 'force-dynamic';

const wanted = z.discriminatedUnion('place', [
  z.object({ place: z.literal('folder'), folder: z.string().max(100) }),
  z.object({ place: z.enum(['shared', 'recent', 'starred', 'trash']) }),
  z.object({ place: z.literal('search'), q: z.string().max(250) }),
]);

/** A digest of a page of a list: the page asks every few seconds and reads itself anew when it changed. */
export async function GET(request: Request): Promise<Response> {
  return answerApi(async () => {
    const actor = await actorOfRequest(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const list = wanted.safeParse(query);
    if (!list.success) throw new AppError('invalid-request', 'The list is missing.');
    const { data } = list;
    if (data.place === 'folder') await requireFolder(actor, data.folder, 'read');
    const scope =
      data.place === 'folder'
        ? { place: data.place, folderId: data.folder }
        : data.place === 'search'
          ? { place: data.place, text: data.q }
          : { place: data.place };
    const { state } = await listPage(actor, listingQuery(scope, readListState(query)));
    return jsonAnswer({ state });
  });
}

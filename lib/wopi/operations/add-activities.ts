import { z } from 'zod';
import { addActivities as add, type NewActivity } from '@/lib/activities/add-activities';
import { AppError } from '@/lib/errors';
import { jsonAnswer } from '../answers';
import { readSmallBody } from '../read-small-body';
import type { WopiRequest } from '../wopi-request';

const mostBytes = 1024 * 1024;
const mostActivities = 500;
/** Of a comment as much is kept as anybody reads in a list of them, in UTF-16 units. */
const longestComment = 4_000;
/** PostgreSQL stores no U+0000 in a text. */
const comments = z.string().transform((text) => text.replaceAll('\0', '').slice(0, longestComment));
const someText = z
  .string()
  .max(1024)
  .transform((text) => text.replaceAll('\0', ''));

const body = z.object({
  Activities: z
    .array(
      z.looseObject({
        Type: z.string().max(100),
        Id: z
          .string()
          .min(1)
          .max(256)
          .regex(/^[^\0]*$/),
      }),
    )
    .max(mostActivities),
});

/** Properties that are not known are tolerated. */
const comment = z.object({
  Id: z.string(),
  Timestamp: z.string().optional(),
  Created: z.string().optional(),
  Data: z.object({
    ContentId: someText,
    ContentAction: z.enum(['created', 'updated', 'deleted']),
    CommentText: comments.nullish(),
    NavigationId: someText.nullish(),
    IsReply: z.boolean().nullish(),
  }),
  People: z
    .array(z.object({ Name: someText.optional(), Id: someText.optional(), Mentioned: z.boolean().optional() }))
    .nullish(),
});

/** 0: kept; 3: a type, or a shape of it, that this host does not support. */
type Status = 0 | 3;

/** WOPI AddActivities (§3.14): what people did inside a file; one answer for each, whatever their order. */
export async function addActivities(wopi: WopiRequest): Promise<Response> {
  const known: NewActivity[] = [];
  const answers = (await reported(wopi.request)).map(({ Id, ...rest }) => {
    const activity = rest.Type === 'comment' ? commentOf({ Id, ...rest }) : null;
    if (activity) known.push(activity);
    const Status: Status = activity ? 0 : 3;
    return { Id, Status };
  });
  await add(wopi.actor, { documentId: wopi.documentId, activities: known });
  return jsonAnswer({ ActivityResponses: answers });
}

async function reported(request: Request) {
  const bytes = await readSmallBody(request, mostBytes);
  if (!bytes) throw new AppError('too-large', 'Activities may have 1 MiB at most.');
  try {
    return body.parse(JSON.parse(bytes.toString('utf8'))).Activities;
  } catch {
    throw new AppError('invalid-request', 'The body has to be JSON with a list of Activities.');
  }
}

function commentOf(given: unknown): NewActivity | null {
  const parsed = comment.safeParse(given);
  if (!parsed.success) return null;
  const { Id, Data, People } = parsed.data;
  const time = Date.parse(parsed.data.Timestamp ?? parsed.data.Created ?? '');
  return {
    clientId: Id,
    type: 'comment',
    action: Data.ContentAction,
    occurredAt: Number.isNaN(time) ? null : new Date(time),
    contentId: Data.ContentId,
    text: Data.CommentText ?? null,
    navigationId: Data.NavigationId ?? null,
    isReply: Data.IsReply ?? false,
    people: (People ?? []).map((person) => ({
      name: person.Name ?? '',
      id: person.Id ?? '',
      mentioned: person.Mentioned ?? false,
    })),
  };
}

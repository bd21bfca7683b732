import { z } from 'zod';
import { answerApi } from '@/app/api/_http/answer-api';
import { fileAnswer } from '@/app/api/_http/file-answer';
import { openArchive } from '@/lib/archives/open-archive';
import { actorOfRequest } from '@/lib/auth/actor-of-request';
import { readFormFields } from '@/lib/auth/read-form-fields';
import { AppError } from '@/lib/errors';
import type { Actor } from '@/lib/users/actor';

export const dynamic = 'force-dynamic';

/** Room for 10,000 items, in bytes. */
const maxForm = 1024 * 1024;

const asked = z.array(
  z
    .string()
    .regex(/^(document|folder):[0-9a-z]{1,40}$/)
    .transform((item) => item.split(':'))
    .pipe(z.tuple([z.enum(['document', 'folder']), z.string()]))
    .transform(([kind, id]) => ({ kind, id })),
);

/** Downloads documents and folders as one zip: `?item=document:ID&item=folder:ID…`. */
export async function GET(request: Request): Promise<Response> {
  return answerApi(async () => zipAnswer(await actorOfRequest(request), new URL(request.url).searchParams));
}

/** The same with the fields in a form, for more items than an address can carry. */
export async function POST(request: Request): Promise<Response> {
  return answerApi(async () => zipAnswer(await actorOfRequest(request), await readFormFields(request, maxForm)));
}

async function zipAnswer(actor: Actor, fields: URLSearchParams): Promise<Response> {
  const items = asked.safeParse(fields.getAll('item'));
  if (!items.success) throw new AppError('invalid-request', 'This download cannot be understood. Load the page again.');
  return fileAnswer(await openArchive(actor, { items: items.data }));
}

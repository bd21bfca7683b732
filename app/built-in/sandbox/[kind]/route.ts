import { sandboxPage } from '@/app/built-in/_frame/sandbox-page';
import { previewKinds } from '@/lib/shared/built-in-types';

export const dynamic = 'force-dynamic';

/** The page that a built-in preview shows a document in. It is the same for everybody and holds nothing. */
export async function GET(_request: Request, context: { params: Promise<{ kind: string }> }): Promise<Response> {
  const { kind } = await context.params;
  const known = previewKinds.find((each) => each === kind);
  return known ? sandboxPage(known) : new Response('Not found\n', { status: 404 });
}

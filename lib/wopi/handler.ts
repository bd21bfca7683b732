import { noteRefusal } from '@/lib/audit/note-refusal';
import { asRefusal } from '@/lib/db/as-refusal';
import { causeCode } from '@/lib/db/cause-code';
import { AppError, isAppError, isFault } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import { newId } from '@/lib/shared/new-id';
import type { FoundToken } from '@/lib/tokens/find-token';
import { admit } from './admit';
import { discardBody } from './discard-body';
import type { Door } from './door';
import { errorAnswer } from './error-answer';
import { headerValue } from './headers/header-value';
import { mayUseContainers } from './may-use-containers';
import { operationOf } from './operation-of';
import { refuseAddress } from './refuse-address';
import { routeOf } from './route-of';

/** How much of a body is read that comes with a token which is not known, in bytes. */
const strangersBytes = 64 * 1024;

/**
 * The WOPI host: answers one request. Both doors call it. The order of the checks is the protocol's:
 * token 401 → proof 500 → document or right 404 → headers 400 → lock 409 → size.
 * Never throws; one log line and one metric for each request.
 */
export async function handleWopi(request: Request, door: Door): Promise<Response> {
  const started = performance.now();
  const requestId = newId();
  const url = new URL(request.url);
  const rawUrl = door.rawUrl ?? url.pathname + url.search;
  const route = routeOf(rawUrl.split('?', 1)[0] ?? '');
  const override = headerValue(request.headers, 'x-wopi-override');
  const operation = route ? operationOf(route, request.method, override) : null;
  let failure: unknown = null;
  let admitted: FoundToken | undefined;
  let response: Response;
  try {
    if (!route) {
      refuseAddress(door.address, null);
      throw new AppError('not-found', 'There is no such WOPI resource.');
    }
    const isPutFile = operation?.name === 'PutFile';
    const { token, signedTicks } = await admit({ request, rawUrl, door, route, isPutFile });
    admitted = token;
    if (!operation || (operation.needsContainers && !mayUseContainers({ token, signedTicks }))) {
      throw new AppError('not-implemented', 'This WOPI operation is not supported.');
    }
    response = await operation.run({
      request,
      headers: request.headers,
      rawHeaders: door.rawHeaders ?? null,
      token,
      actor: token.actor,
      signedTicks,
    });
  } catch (error) {
    failure = asRefusal(error);
    await noteRefusal(failure, operation?.name ?? 'unknown');
    response = errorAnswer(failure, requestId, route?.resource.kind ?? 'file');
  }
  // What is refused for its size or for want of room is not read all the same, nor what a stranger sends.
  const isRead = request.method !== 'GET' && response.status !== 413 && response.status !== 507;
  if (isRead) await discardBody(request, admitted ? undefined : strangersBytes);
  const ms = Math.round(performance.now() - started);
  const name = operation?.name ?? 'unknown';
  metrics().wopiRequests.inc({ operation: name, status: response.status });
  metrics().wopiSeconds.observe({ operation: name }, ms / 1000);
  if (isAppError(failure) && failure.code === 'lock-conflict') metrics().lockConflicts.inc();
  const line = {
    requestId,
    operation: name,
    status: response.status,
    ms,
    ...subjectOf(admitted),
    userId: admitted?.actor.userId,
    reason: isAppError(failure) ? failure.code : undefined,
    correlationId: request.headers.get('x-wopi-correlationid')?.slice(0, 100),
  };
  if (failure !== null && isFault(failure)) {
    logger().error({ ...line, cause: causeCode(failure), err: failure }, 'wopi');
  } else logger().info(line, 'wopi');
  return response;
}

/** Only what a known token was found to be for is logged: anything else is a stranger's text. */
function subjectOf(token: FoundToken | undefined): { documentId?: string; folderId?: string } {
  const resource = token?.resource;
  if (resource?.kind === 'file' || resource?.kind === 'version') return { documentId: resource.documentId };
  return resource?.kind === 'container' ? { folderId: resource.folderId } : {};
}

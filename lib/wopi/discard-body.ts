/** Answers to larger unread bodies close the connection instead of reading on. */
const readAtMost = 4 * 1024 * 1024;

/**
 * Reads and drops what is left of a request's body, so that the client has sent all of it when the answer
 * comes and keeps its connection.
 * @param limit bytes; a body announced as longer, or of unknown length, is not read when an error is answered
 */
export async function discardBody(request: Request, limit: number = readAtMost): Promise<void> {
  if (!request.body || request.bodyUsed || request.body.locked) return;
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > limit) return;
  try {
    const reader = request.body.getReader();
    while (!(await reader.read()).done);
  } catch {
    // The client went away: there is nobody left to tell.
  }
}

/** A JSON answer with a person's data: never cached, and never mixed up between people. */
export function jsonAnswer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store', vary: 'Cookie' } });
}

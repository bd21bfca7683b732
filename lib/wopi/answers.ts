/** 200 with a JSON body. Nothing in it may be null: WOPI leaves out what there is not. */
export function jsonAnswer(
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
  status = 200,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
}

/** 200 with an empty body. */
export function emptyAnswer(headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 200,
    headers: { 'cache-control': 'no-store', 'content-length': '0', ...headers },
  });
}

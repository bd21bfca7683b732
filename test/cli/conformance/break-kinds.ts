import type { Answer, Break } from './breaking-host';

/** A rule that is broken, how, and which case finds it out with which words. */
export type BrokenRule = [string, Break, { group: string; test: string; says: string }];

export const json = (answer: Answer, change: (value: Record<string, unknown>) => unknown): Answer => ({
  ...answer,
  body: Buffer.from(JSON.stringify(change(JSON.parse(answer.body.toString('utf8'))))),
});
/** Changes what CheckFileInfo says. */
export const info =
  (change: (value: Record<string, unknown>) => unknown): Break =>
  (answer, { method, path: at }) =>
    method === 'GET' && /^\/wopi\/files\/[^/]+$/.test(at) && answer.status === 200 ? json(answer, change) : answer;
export const on =
  (override: string, change: (answer: Answer) => Answer): Break =>
  (answer, request) =>
    request.override === override ? change(answer) : answer;
export const at =
  (end: RegExp, change: (answer: Answer) => Answer): Break =>
  (answer, request) =>
    request.method === 'GET' && end.test(request.path) ? change(answer) : answer;
export const status = (code: number) => (answer: Answer) => ({ ...answer, status: code });
export const without = (name: string) => (answer: Answer) => {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
};
export const instead =
  (from: number, to: number): Break =>
  (answer) =>
    answer.status === from ? { ...answer, status: to } : answer;

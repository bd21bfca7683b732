import type { Target } from '@/cli/conformance/send-request';

export type Passed = { method: string; path: string; override: string };
export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** Changes an answer on its way, so that the host seems to break a rule. */
export type Break = (answer: Answer, request: Passed) => Answer;

/** A host that keeps the rules, with something before it that breaks one of them at a time. */
export class BreakingHost {
  break: Break = (answer) => answer;
  /** the operations that were sent: X-WOPI-Override, or method and path */
  readonly sent: string[] = [];

  constructor(readonly behind: Target['fetch']) {}

  readonly fetch: Target['fetch'] = async (url, init) => {
    const response = await this.behind(url, init);
    const method = init.method ?? 'GET';
    const path = new URL(url).pathname;
    const override = new Headers(init.headers).get('x-wopi-override') ?? '';
    this.sent.push(override || `${method} ${path}`);
    const given: Answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
    const { status, headers, body } = this.break(given, { method, path, override });
    delete headers['content-length'];
    return new Response(new Uint8Array(body), { status, headers });
  };
}

import { z } from 'zod';

const line = z.union([
  z.object({ scenario: z.string(), op: z.undefined().optional() }),
  z.object({
    op: z.string(),
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    rawHeaders: z.array(z.string()),
    bodyLength: z.number(),
    proof: z.string().optional(),
    status: z.number(),
  }),
]);

export type TracedRequest = {
  op: string;
  method: string;
  url: string;
  /** the file's name, which was its id */
  file: string;
  /** `/contents` or nothing */
  below: string;
  headers: Headers;
  headerPairs: [string, string][];
  rawHeaders: string[];
  bodyLength: number;
  status: number;
};

/** The recorded requests of a real ONLYOFFICE, by scenario. */
export function readTrace(text: string): { name: string; requests: TracedRequest[] }[] {
  const scenarios: { name: string; requests: TracedRequest[] }[] = [
    { name: 'docx: edit, save a copy, close', requests: [] },
  ];
  for (const row of text.trim().split('\n')) {
    const parsed = line.parse(JSON.parse(row));
    if ('scenario' in parsed) {
      scenarios.push({ name: parsed.scenario, requests: [] });
      continue;
    }
    const { pathname } = new URL(parsed.url, 'http://127.0.0.1:8790');
    const [file = '', ...rest] = pathname.replace('/wopi/files/', '').split('/');
    const names = parsed.rawHeaders.filter((_, index) => index % 2 === 0);
    scenarios.at(-1)?.requests.push({
      ...parsed,
      file,
      below: rest.length > 0 ? `/${rest.join('/')}` : '',
      headers: new Headers(parsed.headers),
      headerPairs: names.map((name, index) => [name, parsed.rawHeaders[index * 2 + 1] ?? '']),
    });
  }
  return scenarios.filter((scenario) => scenario.requests.length > 0);
}

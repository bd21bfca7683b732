import { sessionOfOwnPage } from '@/lib/auth/session-of-own-page';
import { handleWopi } from '@/lib/wopi/handler';
import { inRequestScope } from './in-request-scope';

type Answer = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;
type RouteModule = Partial<Record<'GET' | 'POST' | 'PUT' | 'HEAD', Answer>>;

// Vite replaces this call by an object of loaders; its type comes from Vite, which knows nothing of our files.
const found = (import.meta as unknown as { glob(pattern: string): Record<string, () => Promise<RouteModule>> }).glob(
  '../app/**/route.ts',
);

/** The route handlers of `app` with the paths that lead to them, as Next finds them. */
const routes = Object.entries(found).map(([file, load]) => {
  const names: string[] = [];
  const pattern = file
    .slice('../app'.length, -'/route.ts'.length)
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[(\.\.\.)?(\w+)\]/g, (_, rest: string | undefined, name: string) => {
      names.push(name);
      return rest ? '(.+)' : '([^/]+)';
    });
  return { load, names, matches: new RegExp(`^${pattern}$`) };
});

/** What a door adds to a request: bytes as they came, and who sent them. */
export type Arrival = { rawUrl: string; rawHeaders?: readonly string[]; address?: string | null };

/**
 * Answers a request in this process as the Node door has it answered: what is below `/wopi` by the WOPI host, the
 * rest by the route handlers of the portal. Pages and Next's own work are not here.
 */
export async function answerInProcess(request: Request, arrival: Arrival): Promise<Response> {
  const path = arrival.rawUrl.split('?', 1)[0] ?? '';
  if (path === '/wopi' || path.startsWith('/wopi/')) {
    return handleWopi(request, {
      rawUrl: arrival.rawUrl,
      ...(arrival.rawHeaders ? { rawHeaders: arrival.rawHeaders } : {}),
      address: arrival.address === undefined ? '127.0.0.1' : arrival.address,
      sessionId: () => sessionOfOwnPage(request.headers),
    });
  }
  for (const { load, names, matches } of routes) {
    const values = matches.exec(path)?.slice(1);
    if (!values) continue;
    const answer = (await load())[request.method as 'GET'];
    if (!answer) return new Response(null, { status: 405 });
    const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]));
    return inRequestScope(request, () => answer(request, { params: Promise.resolve(params) }));
  }
  return new Response(null, { status: 404 });
}

import { handleAuth } from '@/lib/auth/handle-auth';
import { env } from '@/lib/env';

/** What a browser does at `/api/auth/`: keeps the cookies and sends them along, with its Origin. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #ours = env().PUBLIC_URL;
  /** headers that every request carries, as a proxy in front would add them */
  readonly #always: Record<string, string>;

  constructor(always: Record<string, string> = {}) {
    this.#always = always;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(this.#always)) headers.set(name, value);
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader);
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', this.#ours);
    const answer = await handleAuth(new Request(this.#ours + path, { ...init, headers }));
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
    return answer;
  }

  async post(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken }: { csrfToken: string } = await (await this.send('/api/auth/csrf')).json();
    return this.send(path, { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true', ...fields }) });
  }

  /** As next-auth's `signIn('credentials', { redirect: false })`. @returns the `error` that it reports, or null */
  async signIn(email: string, password: string): Promise<string | null> {
    const answer = await this.post('/api/auth/callback/credentials', { email, password, callbackUrl: '/documents' });
    const { url }: { url: string } = await answer.json();
    return new URL(url).searchParams.get('error');
  }

  async signOut(): Promise<void> {
    await this.post('/api/auth/signout', { callbackUrl: '/signin' });
  }

  /** As next-auth's `getSession()`. */
  async session(): Promise<{ user?: { name: string; email: string }; expires?: string }> {
    return (await this.send('/api/auth/session')).json();
  }

  /** A request of this browser to one of our own routes. */
  request(method = 'GET', headers: Record<string, string> = {}): Request {
    return new Request(`${this.#ours}/api/upload`, { method, headers: { cookie: this.cookieHeader, ...headers } });
  }
}

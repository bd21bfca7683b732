import { createHash, randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { themeScript } from '@/lib/shared/theme-script';

// Pages only: over /wopi or /api a proxy would silently cut request bodies at 10 MiB.
export const config = {
  matcher: [
    '/',
    '/signin',
    '/documents/:path*',
    '/folders/:path*',
    '/recent/:path*',
    '/starred/:path*',
    '/shared/:path*',
    '/search/:path*',
    '/trash/:path*',
    '/settings/:path*',
    '/edit/:path*',
    '/view/:path*',
  ],
};

/** The one inline script that is the same on every page. */
const themeHash = createHash('sha256').update(themeScript).digest('base64');

/**
 * Gives each page its content security policy with a nonce of its own, and tells it its own path. Next reads
 * the nonce from the policy in the request's headers. Who may see the page is asked by the page.
 */
export function proxy(request: NextRequest): NextResponse {
  const framesEditor = /^\/(edit|view)\//.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), framesEditor);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-lectern-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** @param framesEditor whether it is a host page: no other page has anything to do with the Document Server */
function contentSecurityPolicy(nonce: string, framesEditor: boolean): string {
  const { DOCUMENT_SERVER_URL, isProduction } = env();
  const editor = framesEditor && DOCUMENT_SERVER_URL ? ` ${new URL(DOCUMENT_SERVER_URL).origin}` : '';
  // React explains errors with eval while developing, and only then.
  const development = isProduction ? '' : " 'unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'sha256-${themeHash}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${editor}`,
    "font-src 'self'",
    "connect-src 'self'",
    // The host page posts a form into the editor's frame: browsers ask form-action for that too.
    `frame-src 'self'${editor}`,
    `form-action 'self'${editor}`,
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}

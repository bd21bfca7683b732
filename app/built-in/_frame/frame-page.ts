import { randomBytes } from 'node:crypto';
import { themeScript } from '@/lib/shared/theme-script';
import { type Opened, openedId } from './opened';

/**
 * The page of a frame of the built-in client. Its policy lets it run its own bundle, ask this host and frame what
 * comes from this host, and nothing else: no text of a document becomes a script or a request.
 */
export function framePage(opened: Opened): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // What takes long runs beside the page: the bundle's own workers.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
  const { client, locale } = opened;
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Lectern</title>
<script nonce="${nonce}">${themeScript}</script>
<link rel="stylesheet" href="/built-in/assets/${client}.css">
<script type="application/json" id="${openedId}">${jsonInHtml(opened)}</script>
<script type="module" nonce="${nonce}" src="/built-in/assets/${client}.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // It holds a token.
      'cache-control': 'private, no-store',
      vary: 'Cookie',
    },
  });
}

/** JSON in which nothing ends the element that it stands in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

import { env } from '@/lib/env';
import type { PreviewKind } from '@/lib/shared/built-in-types';

/** What a preview needs beside its own script and style: pdf.js works in a worker and reads some formats with WebAssembly. */
const needs: Readonly<Record<PreviewKind, { script: string; more: string[] }>> = {
  docx: { script: '', more: [] },
  image: { script: '', more: [] },
  pdf: { script: " 'wasm-unsafe-eval'", more: ['worker-src blob:'] },
};

/**
 * The empty page that a preview shows a document in. It has no origin, so no cookie, no storage and no token are within
 * reach; its policy runs one script of ours and lets nothing be asked for, neither here nor elsewhere. What a document
 * brings along can therefore neither run nor call home.
 */
export function sandboxPage(kind: PreviewKind): Response {
  const assets = `${env().PUBLIC_URL}/built-in/assets`;
  const { script, more } = needs[kind];
  const policy = [
    'sandbox allow-scripts',
    "default-src 'none'",
    // By address: a page without an origin has no 'self'.
    `script-src ${assets}/sandbox-${kind}.js${script}`,
    `style-src 'unsafe-inline' ${assets}/sandbox-${kind}.css`,
    'img-src blob: data:',
    'font-src blob: data:',
    "connect-src 'none'",
    "form-action 'none'",
    `frame-ancestors ${new URL(assets).origin}`,
    "base-uri 'none'",
    ...more,
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lectern</title>
<link rel="stylesheet" href="${assets}/sandbox-${kind}.css">
<script defer src="${assets}/sandbox-${kind}.js"></script>
</head>
<body></body>
</html>
`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      // A browser looks up the hosts of links ahead of a click otherwise.
      'x-dns-prefetch-control': 'off',
    },
  });
}

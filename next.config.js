import { readFileSync } from 'node:fs';

/**
 * The content security policy carries a nonce for each answer, so it is in proxy.ts; what is the same for
 * every answer is here.
 */
const securityHeaders = Object.entries(
  JSON.parse(readFileSync(new URL('./lib/shared/security-headers.json', import.meta.url), 'utf8')),
).map(([key, value]) => ({ key, value }));

/**
 * Of what proxy.ts gives no policy of its own: a page that is not there. No script file of it runs, only the line that
 * chooses its colours before it is drawn, by its hash (a test compares the two). Route handlers say theirs themselves.
 */
const staticPolicy = {
  key: 'Content-Security-Policy',
  value:
    "default-src 'none'; script-src 'sha256-3+qKUPwjAGyd/+y0bZwP7fKZkyFmpZ5meyl0Q53bbyc='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'",
};

/** @type {import('next').NextConfig} */
export default {
  agentRules: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // The product without its tests. Next adds to this file what it misses there, so it misses nothing.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  // Every page comes with its title: the title of one that streams late would be missing at first, and stale meanwhile.
  htmlLimitedBots: /.*/,
  // Pictures that people upload never go through an image decoder of ours.
  images: { unoptimized: true },
  // The server bundle needs these on disk: the engine's WebAssembly file and the migrations.
  outputFileTracingIncludes: { '/*': ['./node_modules/@prisma/schema-engine-wasm/**', './prisma/**'] },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/((?!api/|built-in/|wopi/|_next/).*)', headers: [staticPolicy] },
  ],
};

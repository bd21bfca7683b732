// npm run build: the Prisma clients, Next's production build, and the server and the command line in dist/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildBuiltInClient } from './build-built-in-client.mjs';
import { buildStamp, isGenerated } from './freshness.mjs';
import { root, runNode } from './run.mjs';

async function step(args, settings) {
  const code = await runNode(args, settings);
  if (code !== 0) process.exit(code);
}

if (!isGenerated()) await step(['scripts/generate.mjs']);

const startedAt = new Date();
rmSync(buildStamp, { force: true });
// Before Next, which reads what is in public/.
await buildBuiltInClient({ isProduction: true });
await step(['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });

await build({
  absWorkingDir: root,
  entryPoints: { server: 'server.ts', cli: 'cli/main.ts', conformance: 'cli/conformance/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
mkdirSync(path.dirname(buildStamp), { recursive: true });
writeFileSync(buildStamp, `${JSON.stringify({ builtAt: startedAt.toISOString() })}\n`);

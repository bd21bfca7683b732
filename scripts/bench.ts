// Measures the production build on this machine and prints a table. usage: npm run bench   (after npm run build)
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { z } from 'zod';
import { startServer } from '../test/built-server';

const seconds = 8;
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'));
const file = path.join(folder, 'One MiB.bin');
writeFileSync(file, randomBytes(1024 * 1024));

const server = await startServer({ settings: { LOG_LEVEL: 'warn', ADMIN_PASSWORD: 'only for this run' } });

function portal(...args: string[]): unknown {
  const env = { ...process.env, DATA_DIR: server.dataDir, PORT: String(server.port) };
  return JSON.parse(
    execFileSync(process.execPath, ['scripts/portal.mjs', ...args, '--json'], { env, encoding: 'utf8' }),
  );
}

const admin = ['--user', 'admin@example.com'];
const [document] = z.array(z.object({ id: z.string() })).parse(portal('import', file, ...admin));
const token = z
  .object({ WOPISrc: z.string(), access_token: z.string() })
  .parse(portal('wopi-token', document?.id ?? '', ...admin));
const query = `?access_token=${token.access_token}`;

async function measure(name: string, options: Omit<autocannon.Options, 'duration'>): Promise<void> {
  const result = await autocannon({ ...options, duration: seconds });
  const failed = result.non2xx + result.errors;
  console.log(
    `${name.padEnd(44)} ${String(Math.round(result.requests.average)).padStart(6)}/s   p50 ${result.latency.p50} ms   p99 ${result.latency.p99} ms   ${failed} failed`,
  );
}

await fetch(token.WOPISrc + query, { method: 'POST', headers: { 'X-WOPI-Override': 'LOCK', 'X-WOPI-Lock': 'bench' } });
await measure('CheckFileInfo, 16 connections', { url: token.WOPISrc + query, connections: 16 });
await measure('RefreshLock on one document, 16 connections', {
  url: token.WOPISrc + query,
  method: 'POST',
  headers: { 'X-WOPI-Override': 'REFRESH_LOCK', 'X-WOPI-Lock': 'bench' },
  connections: 16,
});
await measure('GetFile 1 MiB, 8 connections', { url: `${token.WOPISrc}/contents${query}`, connections: 8 });
await measure('PutFile 1 MiB, 8 connections', {
  url: `${token.WOPISrc}/contents${query}`,
  method: 'POST',
  headers: { 'X-WOPI-Override': 'PUT', 'X-WOPI-Lock': 'bench', 'content-type': 'application/octet-stream' },
  body: randomBytes(1024 * 1024),
  connections: 8,
});
await server.stop();
rmSync(folder, { recursive: true, force: true });

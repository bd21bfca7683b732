// npm run conformance -- --cases FILE: the conformance report, of Lectern itself or of any WOPI host.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { isBuilt } from './freshness.mjs';
import { root, runNode } from './run.mjs';

const from = process.env.INIT_CWD ?? process.cwd();
const person = 'conformance@example.com';

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts the production build on a folder of its own, with a document for the cases and its token. */
async function openLectern(settings, discoveryUrl) {
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'lectern-conformance-'));
  const env = {
    ...process.env,
    ...{ DATABASE_URL: '', AUTH_SECRET: '', PUBLIC_URL: '', WOPI_BASE_URL: '', DOCUMENT_SERVER_INTERNAL_URL: '' },
    ...{ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    ...{ DOCUMENT_SERVER_URL: discoveryUrl, WOPI_PROOF: 'require', ADMIN_EMAIL: person, ...settings },
  };
  const server = spawn(process.execPath, ['dist/server.js'], { cwd: root, env, stdio: 'ignore' });
  const close = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    for (;;) {
      if (server.exitCode !== null) throw new Error('Lectern did not start.');
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
      if (answer?.ok) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const portal = async (...args) => {
      const command = [path.join(root, 'scripts/portal.mjs'), ...args, '--user', person, '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
      return JSON.parse(stdout);
    };
    const file = path.join(dataDir, 'conformance.wopitest');
    writeFileSync(file, 'A document for the conformance report.\n');
    const [{ id }] = await portal('import', file);
    const { WOPISrc, access_token, access_token_ttl } = await portal('wopi-token', id);
    return { wopiSrc: WOPISrc, accessToken: access_token, ttl: access_token_ttl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const configurations = [
  ['Lectern as it is', {}],
  ['Lectern with WOPI_CONTAINERS=off', { WOPI_CONTAINERS: 'off' }],
  ['Lectern with WOPI_SAVE_COPY_AS=off', { WOPI_SAVE_COPY_AS: 'off' }],
];

process.chdir(root);
if (!isBuilt()) {
  const code = await runNode(['scripts/build.mjs']);
  if (code !== 0) process.exit(code);
}
const { conformance } = await import(pathToFileURL(path.join(root, 'dist/conformance.js')).href);
process.exitCode = await conformance(
  process.argv.slice(2),
  from,
  configurations.map(([name, settings]) => ({ name, open: (discoveryUrl) => openLectern(settings, discoveryUrl) })),
);

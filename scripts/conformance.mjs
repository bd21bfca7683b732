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

/** What the configurations share: a folder of data, and the document for the cases with its token. */
const shared = { dataDir: '', document: null };

/** Starts the production build with these settings. The first start makes the document, so that it costs no time twice. */
async function openLectern(settings, discoveryUrl) {
  const port = await freePort();
  shared.dataDir ||= mkdtempSync(path.join(tmpdir(), 'lectern-conformance-'));
  const env = {
    ...process.env,
    ...{ DATABASE_URL: '', AUTH_SECRET: '', PUBLIC_URL: '', WOPI_BASE_URL: '', DOCUMENT_SERVER_INTERNAL_URL: '' },
    ...{ DATA_DIR: shared.dataDir, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    ...{ DOCUMENT_SERVER_URL: discoveryUrl, WOPI_PROOF: 'require', ADMIN_EMAIL: person, ...settings },
  };
  const server = spawn(process.execPath, ['dist/server.js'], { cwd: root, env, stdio: 'ignore' });
  const close = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  try {
    for (;;) {
      if (server.exitCode !== null) throw new Error('Lectern did not start.');
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
      if (answer?.ok) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    shared.document ??= await makeDocument(env);
    const { WOPISrc, access_token, access_token_ttl } = shared.document;
    const wopiSrc = new URL(WOPISrc);
    wopiSrc.port = String(port);
    return { wopiSrc: wopiSrc.href, accessToken: access_token, ttl: access_token_ttl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A document in a folder: the cases that rename its container need one that may be renamed. */
async function makeDocument(env) {
  const portal = async (...args) => {
    const command = [path.join(root, 'scripts/portal.mjs'), ...args, '--user', person, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
    return JSON.parse(stdout);
  };
  const file = path.join(shared.dataDir, 'conformance.wopitest');
  writeFileSync(file, 'A document for the conformance report.\n');
  const [{ id }] = await portal('import', file, '--folder', 'Conformance');
  return portal('wopi-token', id);
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
try {
  process.exitCode = await conformance(
    process.argv.slice(2),
    from,
    configurations.map(([name, settings]) => ({ name, open: (discoveryUrl) => openLectern(settings, discoveryUrl) })),
  );
} finally {
  if (shared.dataDir) rmSync(shared.dataDir, { recursive: true, force: true });
}

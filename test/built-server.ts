import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The two ways in which the production build is served: our server.ts, and Next's own. */
export type DoorName = 'node' | 'next';

export type Settings = Record<string, string>;

export type BuiltServer = {
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** everything printed so far */
  output(): string;
  /**
   * Sends the signal and waits for the end. Without one the Node door is told to end (SIGTERM), and Next's own server,
   * which would wait five seconds for connections that are kept alive, is killed.
   * @returns the exit code
   */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** How many ports a process of the tests has for its servers. */
const portsEach = 100;
let taken = 0;

/**
 * A port of this machine that nobody listens on now, and that nobody else gets meanwhile: each process of the tests
 * looks among some of its own, below those that the connections of clients get (32768 and up).
 */
export async function freePort(): Promise<number> {
  const first = 10_000 + (process.pid % 220) * portsEach;
  for (let n = 0; n < portsEach; n += 1) {
    const port = first + (taken++ % portsEach);
    if (await isFree(port)) return port;
  }
  throw new Error('no port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** An empty folder for a server's data; the caller removes it. */
export function newDataDir(): string {
  return mkdtempSync(path.join(tmpdir(), 'lectern-server-'));
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

// What a suite forgets to stop ends with it (test/world.ts), or with the process.
const holder = globalThis as typeof globalThis & { testServers?: Set<ChildProcess> };
if (!holder.testServers) {
  const servers = new Set<ChildProcess>();
  holder.testServers = servers;
  process.once('exit', () => {
    for (const child of servers) child.kill('SIGKILL');
  });
}
const running = holder.testServers;

/** The program of a door with its output gathered, started and not waited for. */
export function spawnServer(
  door: DoorName,
  port: number,
  settings: Settings,
): { child: ChildProcess; output(): string } {
  const args =
    door === 'node'
      ? ['--enable-source-maps', 'dist/server.js']
      : ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    // Nothing of the test's own settings: what is empty counts as not set.
    env: {
      ...process.env,
      AUTH_SECRET: '',
      DATABASE_URL: '',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  const gather = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  return { child, output: () => text };
}

/**
 * Starts the production build behind a door and waits until it answers.
 * @throws when it ends first, with what it printed
 */
export async function startServer(
  options: { door?: DoorName; dataDir?: string; port?: number; settings?: Settings } = {},
): Promise<BuiltServer> {
  const port = options.port ?? (await freePort());
  const ownDir = options.dataDir === undefined;
  const dataDir = options.dataDir ?? newDataDir();
  const { child, output } = spawnServer(options.door ?? 'node', port, { DATA_DIR: dataDir, ...options.settings });
  const url = `http://localhost:${port}`;
  const exited = once(child, 'exit');
  await untilAnswering(`http://127.0.0.1:${port}/api/health`, child, output);
  return {
    url,
    port,
    pid: child.pid ?? 0,
    dataDir,
    output,
    async stop(signal = options.door === 'next' ? 'SIGKILL' : 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      if (ownDir) removeDataDir(dataDir);
      return child.exitCode;
    },
  };
}

async function untilAnswering(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${output()}`);
    const answer = await fetch(url).catch(() => null);
    // Not where another program answers on that port while this one ends.
    if (answer?.ok && child.exitCode === null) return;
    await answer?.body?.cancel();
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The server did not answer within a minute:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

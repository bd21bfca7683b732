import type { ChildProcess } from 'node:child_process';
import { vi } from 'vitest';
import type { Db } from '@/lib/db/db';

/** What lives once in a process has a name that begins so (test/architecture.test.ts). */
const ours = /^lectern/;

/** The schema engine can be made once in a process only. */
const kept = 'lecternEngine';

type Process = typeof globalThis & {
  lecternDb?: Db;
  lecternGuard?: { close(): void };
  /** see test/built-server.ts */
  testServers?: Set<ChildProcess>;
  testEnvironment?: NodeJS.ProcessEnv;
};
const holder: Process = globalThis;

/** Puts away what an earlier suite left in this process, so that suites can share one: it is as if it had just begun. */
export function beginWorld(): void {
  holder.testEnvironment ??= { ...process.env };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, holder.testEnvironment);
  for (const name of Object.keys(holder)) if (ours.test(name) && name !== kept) Reflect.deleteProperty(holder, name);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
}

/** Closes what the suite opened in this process, and ends the servers that it left running. */
export async function endWorld(): Promise<void> {
  for (const child of holder.testServers ?? []) child.kill('SIGKILL');
  await holder.lecternDb?.$disconnect();
  holder.lecternGuard?.close();
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freePort, newDataDir, removeDataDir } from '@/test/built-server';

const root = path.resolve(import.meta.dirname, '../..');

test('npm start on a fresh build serves without building again, and ends when npm is told to end', async () => {
  const dataDir = newDataDir();
  const port = await freePort();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, AUTH_SECRET: '', DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk.toString('utf8');
  });
  const health = () =>
    fetch(`http://localhost:${port}/api/health`).then(
      () => 'serves',
      () => 'gone',
    );
  try {
    await expect.poll(() => said, { timeout: 30_000 }).toContain(`Lectern is ready at http://localhost:${port}`);
    expect(said).not.toContain('Building Lectern');
    expect(await health()).toBe('serves');
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    removeDataDir(dataDir);
  }
  await expect.poll(health, { timeout: 10_000 }).toBe('gone');
});

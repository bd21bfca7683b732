import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project; every script works there, wherever it was called from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program to its end with our input and output, and ends it when we are told to end.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [settings] added to the environment
 * @returns {Promise<number>} its exit code, 1 when it could not be started
 */
export function run(command, args, settings = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...settings } });
    const end = () => {
      child.kill('SIGTERM');
      child.once('exit', () => process.exit(143));
    };
    process.once('SIGTERM', end);
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      process.off('SIGTERM', end);
      resolve(1);
    });
    child.once('exit', (code) => {
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

/** Runs a file of the project or of a package with this Node. */
export function runNode(args, settings) {
  return run(process.execPath, args, settings);
}

/**
 * Ends this process when npm ends. npm passes a signal on to the shell between us, which dies of it without telling
 * us: a server that was stopped would go on without a parent.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

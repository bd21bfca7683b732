import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const sources = [
  'app',
  'cli',
  'lib',
  'prisma',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'server.ts',
  'tsconfig.build.json',
  'tsconfig.json',
  'types',
];

/** When the newest file under `at` was changed, in milliseconds; 0 where there is nothing. */
function newest(at) {
  if (!existsSync(at)) return 0;
  const stat = statSync(at);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.name !== 'generated')
    .reduce((time, entry) => Math.max(time, newest(path.join(at, entry.name))), 0);
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : -1);

/** Whether both Prisma clients are there and younger than the models. */
export function isGenerated() {
  const models = changedAt(path.join(root, 'prisma/schema.prisma'));
  return ['sqlite', 'postgresql'].every(
    (dialect) => changedAt(path.join(root, 'lib/db/generated', dialect, 'client.ts')) >= models,
  );
}

/** Written last by the build, so that a build that broke off does not count. */
export const buildStamp = path.join(root, 'dist/built.json');

/** Whether a production build is there and younger than every source. */
export function isBuilt() {
  if (!existsSync(path.join(root, '.next/BUILD_ID')) || !existsSync(path.join(root, 'dist/server.js'))) return false;
  const built = changedAt(buildStamp);
  return sources.every((source) => newest(path.join(root, source)) <= built);
}

// After `npm install`: a registry mirror may not offer the packages of other platforms, and npm then leaves them
// out of package-lock.json without a word, so that `npm ci` fails elsewhere. This puts their entries back, and asks
// the registry for the digest of each entry that has none: an installation takes nothing that it cannot compare.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './run.mjs';

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const platform = /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(\w+)/;
/** Builds in WebAssembly are for a processor and for every system. */
const webAssembly = /-(wasm32)(-wasi)?$/;
const atOnce = 3;
let added = 0;

for (const [at, entry] of Object.entries({ ...packages })) {
  if (at === '') continue;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const [, os, onSystem] = platform.exec(name) ?? [];
    const cpu = onSystem ?? webAssembly.exec(name)?.[1];
    if (!cpu || packages[`node_modules/${name}`] || packages[`${at}/node_modules/${name}`]) continue;
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(name.endsWith('musl') ? { libc: ['musl'] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added += 1;
  }
}

/** What npm asks the registry by itself for what it installs here. */
async function digestOf(name, version) {
  const args = ['view', `${name}@${version}`, 'dist.integrity', '--json'];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: root });
  const digest = JSON.parse(stdout || 'null');
  if (typeof digest !== 'string') throw new Error(`The registry has no digest of ${name}@${version}.`);
  return digest;
}

const bare = Object.entries(packages).filter(([at, entry]) => at !== '' && !entry.link && !entry.integrity);
for (let from = 0; from < bare.length; from += atOnce) {
  await Promise.all(
    bare.slice(from, from + atOnce).map(async ([at, entry]) => {
      const name = entry.name ?? at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const { version, ...rest } = entry;
      packages[at] = { version, integrity: await digestOf(name, version), ...rest };
    }),
  );
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages and ${bare.length} digests added to package-lock.json`);

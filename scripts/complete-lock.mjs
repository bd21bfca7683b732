// After `npm install`: a registry mirror may not offer the packages of other platforms, and npm then leaves them
// out of package-lock.json without a word, so that `npm ci` fails elsewhere. This puts their entries back.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const platform = /-(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(\w+)/;
/** Builds in WebAssembly are for a processor and for every system. */
const webAssembly = /-(wasm32)(-wasi)?$/;
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

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);

// npm start: makes what is missing (Prisma clients, production build), then becomes the server.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBuilt } from './freshness.mjs';
import { endWithNpm, root, runNode } from './run.mjs';

endWithNpm();
process.chdir(root);
if (!isBuilt()) {
  console.log('Building Lectern. This takes about a minute and happens once.');
  const code = await runNode(['scripts/build.mjs']);
  if (code !== 0) process.exit(code);
}

// The server runs in this process: signals reach it as they are, once.
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(root, 'dist/server.js')).href);

// npm run dev: the same server from its sources, with Next's development mode. Pages reload by themselves;
// after a change in server.ts or in what /wopi uses, start it again.
import { buildBuiltInClient } from './build-built-in-client.mjs';
import { isGenerated } from './freshness.mjs';
import { endWithNpm, runNode } from './run.mjs';

endWithNpm();
if (!isGenerated()) {
  const code = await runNode(['scripts/generate.mjs']);
  if (code !== 0) process.exit(code);
}
await buildBuiltInClient({ isProduction: false });
const settings = { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
process.exit(await runNode(['--enable-source-maps', '--import', 'tsx', 'server.ts'], settings));

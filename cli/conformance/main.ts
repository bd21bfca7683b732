import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '@/cli/command';
import { readCaseFile } from './case-file';
import { listenForDiscovery } from './discovery-listener';
import { ProofSigner } from './proof-signer';
import { isGood, makeReport, type Report, reportLines, togetherLines } from './report';
import { readResources } from './resources';
import { runCases } from './run-cases';

/** A host to look at, once it is there. `discoveryUrl` is where it finds our proof keys. */
export type HostToCheck = {
  name: string;
  open: (
    discoveryUrl: string,
  ) => Promise<{ wopiSrc: string; accessToken: string; ttl: number; close: () => Promise<void> }>;
};

const help = `npm run conformance -- --cases FILE [--wopisrc URL --token TOKEN]

Runs a test-case file of Microsoft's wopi-validator (TestCases.xml) against a WOPI host and reports by group what
passed, failed, was skipped, and is about what the host does not offer. Without --wopisrc it starts Lectern by itself,
in its three configurations: as it is, without containers, and without Save Copy As. With it, it looks at any host; the
cases change that document.

  --cases FILE            the test cases; the files that they send are looked for beside it
  --wopisrc URL           the WOPISrc of a document whose name ends in .wopitest
  --token TOKEN           its access token
  --ttl MS                access_token_ttl, milliseconds since 1970
  --category CATEGORY     All (the default), WopiCore, OfficeOnline, OfficeNativeClient or WopiCoauth
  --group NAME            only this group
  --test NAME             only this case
  --discovery-port PORT   where the discovery with this run's proof keys is served (/hosting/discovery)
  --no-proof              send no proofs, for a host that does not know these keys
  --json                  print the report as JSON
  --help                  show this

The exit code is 0 when something passed and nothing failed, 1 when not, and 2 when this was not understood.`;

const options = z.object({
  cases: z.string(),
  wopisrc: z.url({ protocol: /^https?$/ }).optional(),
  token: z.string().min(1).optional(),
  ttl: z.coerce.number().int().min(0).default(0),
  category: z.enum(['All', 'WopiCore', 'OfficeOnline', 'OfficeNativeClient', 'WopiCoauth']).default('All'),
  group: z.string().optional(),
  test: z.string().optional(),
  'discovery-port': z.coerce.number().int().min(0).max(65535).default(0),
  'no-proof': z.boolean().default(false),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof options>;

/**
 * Runs the tool.
 * @param argv what follows `npm run conformance --`
 * @param from the folder in which the operator stands
 * @param ownHosts Lectern's configurations, for a run without --wopisrc
 * @returns the exit code
 */
export async function conformance(argv: string[], from: string, ownHosts: readonly HostToCheck[]): Promise<number> {
  if (argv.includes('--help')) {
    console.log(help);
    return 0;
  }
  try {
    const wanted = readOptions(argv);
    const reports = await checkHosts(wanted, from, ownHosts);
    if (wanted.json) console.log(JSON.stringify(reports));
    else console.log(textOf(reports));
    return reports.every(isGood) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function textOf(reports: readonly Report[]): string {
  const together = reports.length > 1 ? togetherLines(reports) : [];
  return [...reports.flatMap(reportLines), ...together].join('\n');
}

function readOptions(argv: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  let values: Record<string, unknown>;
  try {
    values = parseArgs({
      args: argv,
      options: {
        ...{ cases: text, wopisrc: text, token: text, ttl: text, category: text, group: text, test: text },
        ...{ 'discovery-port': text, 'no-proof': flag, json: flag },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const parsed = options.safeParse(values);
  if (!parsed.success) {
    throw new UsageError(
      parsed.error.issues.map(({ path: [name], message }) => `--${String(name)}: ${message}`).join('. '),
    );
  }
  if ((parsed.data.wopisrc === undefined) !== (parsed.data.token === undefined)) {
    throw new UsageError('--wopisrc and --token belong together.');
  }
  return parsed.data;
}

async function checkHosts(wanted: Options, from: string, ownHosts: readonly HostToCheck[]): Promise<Report[]> {
  const caseFile = path.resolve(from, wanted.cases);
  const file = readCaseFile(readText(caseFile));
  const resource = readResources(file, caseFile);
  const signer = new ProofSigner();
  const discovery = await listenForDiscovery(signer, wanted['discovery-port']);
  const reports: Report[] = [];
  try {
    for (const host of hostsFor(wanted, ownHosts)) {
      const { wopiSrc, accessToken, ttl, close } = await host.open(discovery.url);
      const target = { wopiSrc, accessToken, accessTokenTtl: ttl, signer: wanted['no-proof'] ? null : signer, fetch };
      try {
        reports.push(makeReport(host.name, await runCases({ target, file, resource }, wanted)));
      } finally {
        await close();
      }
    }
  } finally {
    await discovery.close();
  }
  return reports;
}

function hostsFor({ wopisrc, token, ttl }: Options, ownHosts: readonly HostToCheck[]): readonly HostToCheck[] {
  if (wopisrc === undefined || token === undefined) return ownHosts;
  const there = { wopiSrc: wopisrc, accessToken: token, ttl, close: async () => undefined };
  return [{ name: wopisrc, open: async () => there }];
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${file}.`);
  }
}

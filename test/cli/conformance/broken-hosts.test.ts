import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCaseFile } from '@/cli/conformance/case-file';
import { listenForDiscovery } from '@/cli/conformance/discovery-listener';
import { ProofSigner } from '@/cli/conformance/proof-signer';
import { requestKinds } from '@/cli/conformance/request-kinds';
import { readResources } from '@/cli/conformance/resources';
import { type CaseResult, runCases } from '@/cli/conformance/run-cases';
import type { Target } from '@/cli/conformance/send-request';
import { type BuiltServer, startServer } from '@/test/built-server';
import { BreakingProxy } from '@/test/wopi-client/breaking-proxy';
import { info } from './break-kinds';
import { breaksOfChanging } from './breaks-of-changing';
import { breaksOfReading } from './breaks-of-reading';

const caseFile = path.resolve('test/fixtures/conformance/cases.xml');
const text = readFileSync(caseFile, 'utf8');
const file = readCaseFile(text);
const resource = readResources(file, caseFile);
const signer = new ProofSigner();

let discovery: Awaited<ReturnType<typeof listenForDiscovery>>;
let proxy: BreakingProxy;
let server: BuiltServer;
let target: Target;

beforeAll(async () => {
  discovery = await listenForDiscovery(signer, 0);
  proxy = await BreakingProxy.start();
  server = await startServer({
    settings: {
      DOCUMENT_SERVER_URL: discovery.url,
      WOPI_BASE_URL: proxy.url,
      WOPI_PROOF: 'require',
      ADMIN_EMAIL: 'lena@example.com',
      LOG_LEVEL: 'silent',
    },
  });
  proxy.to = server.url;
  const env = {
    ...process.env,
    DATA_DIR: server.dataDir,
    PORT: String(server.port),
    AUTH_SECRET: '',
    DATABASE_URL: '',
  };
  const portal = async (...args: string[]) => {
    const command = ['scripts/portal.mjs', ...args, '--user', 'lena@example.com', '--json'];
    const settings = { ...env, WOPI_BASE_URL: proxy.url };
    return JSON.parse((await promisify(execFile)(process.execPath, command, { env: settings })).stdout);
  };
  const [made] = await portal('import', path.resolve('test/fixtures/conformance/start.wopitest'));
  const token = await portal('wopi-token', made.id);
  target = {
    wopiSrc: token.WOPISrc,
    accessToken: token.access_token,
    accessTokenTtl: token.access_token_ttl,
    signer,
  };
});
afterAll(async () => {
  await server?.stop();
  await proxy?.stop();
  await discovery?.close();
});
beforeEach(() => {
  proxy.break = (answer) => answer;
});

const run = (more: { group?: string; test?: string; category?: string } = {}) =>
  runCases({ target, file, resource }, { category: 'All', ...more });
const failed = (results: CaseResult[]) => results.filter((each) => each.result === 'failed');

test('the case file has every kind of request that the tool knows', () => {
  expect(Object.keys(requestKinds).filter((kind) => !text.includes(`<${kind}`))).toEqual([]);
});

test('Lectern passes every case; what is not known or not announced is skipped, with the reason', async () => {
  const results = await run();
  expect(failed(results)).toEqual([]);
  expect(results.filter((each) => each.result === 'skipped').map((each) => [each.name, each.reasons])).toEqual([
    ['Refused', ['CopiesForbidden: CheckFileInfo: UserCanNotWriteRelative is false, expected "true"']],
    ['NotKnown', ['not supported: GetNewAccessToken']],
  ]);
  expect(results.filter((each) => each.result === 'passed').length).toBe(results.length - 2);
});

test('a category selects its own cases and those of WopiCore', async () => {
  const names = async (category: string) => (await run({ category, group: 'More' })).map((each) => each.name);
  expect(await names('OfficeNativeClient')).toContain('UserInfoAndActivities');
  expect(await names('OfficeOnline')).not.toContain('UserInfoAndActivities');
  expect(await names('WopiCore')).toEqual(['PlainUrl', 'NotKnown']);
});

describe('a host that breaks a rule is found out', () => {
  test.each([...breaksOfReading, ...breaksOfChanging])('%s', async (_, broken, { group, test: name, says }) => {
    proxy.break = broken;
    const [result] = await run({ group, test: name });
    expect(result?.result).toBe('failed');
    expect(result?.reasons.join('\n')).toContain(says);
    proxy.break = (answer) => answer;
    expect(failed(await run({ group, test: name }))).toEqual([]);
  });

  test('no token is told, whatever the host answers', async () => {
    proxy.break = info((value) => ({ ...value, CloseUrl: `x?access_token=${target.accessToken}` }));
    const results = await run({ test: 'Properties' });
    expect(failed(results)).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain(target.accessToken);
  });

  test('a prerequisite that fails skips its group', async () => {
    proxy.break = info((value) => ({ ...value, UserCanWrite: false }));
    const results = await run({ group: 'Locks' });
    expect(results.map((each) => each.result)).toEqual(['skipped', 'skipped', 'skipped']);
    expect(results[0]?.reasons).toEqual(['CanWrite: CheckFileInfo: UserCanWrite is false, expected "true"']);
  });
});

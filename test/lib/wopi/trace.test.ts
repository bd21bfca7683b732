import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessTokenOf } from '@/lib/wopi/access-token-of';
import { parseDiscovery } from '@/lib/wopi/discovery/parse-discovery';
import { announcedSize } from '@/lib/wopi/headers/announced-size';
import { editorsList } from '@/lib/wopi/headers/editors-list';
import { headerValue } from '@/lib/wopi/headers/header-value';
import { optionalLockId } from '@/lib/wopi/headers/lock-id';
import { maxExpectedSize } from '@/lib/wopi/headers/max-expected-size';
import { saveFlags } from '@/lib/wopi/headers/save-flags';
import { operationOf } from '@/lib/wopi/operation-of';
import { parseTicks, ticksToMs } from '@/lib/wopi/proof/proof-time';
import { verifyProof } from '@/lib/wopi/proof/verify-proof';
import { routeOf } from '@/lib/wopi/route-of';
import { decodeUtf7 } from '@/lib/wopi/utf7';
import { readTrace, type TracedRequest } from '@/test/read-trace';

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '../../fixtures', name), 'utf8');
const requests = readTrace(fixture('onlyoffice-trace.jsonl')).flatMap((scenario) => scenario.requests);
const { proofKeys } = parseDiscovery(fixture('onlyoffice-discovery.xml'), 'http://127.0.0.1:8000');
const host = 'http://127.0.0.1:8790';

const named = (op: string) => requests.filter((request) => request.op === op);
const lockOf = (request: TracedRequest) => optionalLockId(request, 'x-wopi-lock');

/** The name in a traced request's header, decoded; undefined when there is none. */
function nameIn(request: TracedRequest, header: string): string | undefined {
  const written = headerValue(request.headers, header);
  return written === null ? undefined : decodeUtf7(written);
}

function operationIn({ url, method, headers }: TracedRequest): string | undefined {
  const route = routeOf(new URL(url, host).pathname);
  return route ? operationOf(route, method, headerValue(headers, 'x-wopi-override'))?.name : undefined;
}

describe('D14: every request of a real ONLYOFFICE is understood', () => {
  test('its file and its operation', () => {
    expect(requests.length).toBeGreaterThan(75);
    for (const request of requests) {
      const wanted = request.op === 'missing' ? 'CheckFileInfo' : request.op;
      expect(operationIn(request)).toBe(wanted);
      expect(routeOf(new URL(request.url, host).pathname)).toEqual({
        resource: { kind: 'file', fileId: request.file },
        below: request.below,
      });
    }
  });

  test('its token, as it stands in the URL', () => {
    expect(new Set(requests.map(({ url, headers }) => accessTokenOf(url, headers)))).toEqual(
      new Set(['tok-alice', 'tok-bob']),
    );
  });

  test('its lock: the file id with Lock, RefreshLock, Unlock, RenameFile; none with reads, copies and the first save of an empty file', () => {
    for (const request of requests) {
      const hasNone = request.method === 'GET' || request.op === 'PutRelativeFile';
      const isFirstSave = request.op === 'PutFile' && request.bodyLength === 7726;
      expect(lockOf(request)).toBe(hasNone || isFirstSave ? null : request.file);
    }
  });

  test('its size: what was announced is what came', () => {
    for (const request of requests.filter(({ method }) => method === 'POST')) {
      expect(announcedSize(request.headers)).toBe(request.bodyLength);
    }
    expect(named('PutFile').every(({ bodyLength }) => bodyLength > 0)).toBe(true);
  });

  test('the largest file that it reads: 1 GiB', () => {
    expect(new Set(named('GetFile').map(({ headers }) => maxExpectedSize(headers)))).toEqual(new Set([1_073_741_824]));
  });

  test('its editors', () => {
    expect(new Set(named('PutFile').map(({ headers }) => editorsList(headers).join()))).toEqual(new Set(['u-alice']));
  });

  test('what its saves say of themselves: saves by key stroke, exit saves with and without a change, a new file', () => {
    const flags = named('PutFile').map(({ headers }) => saveFlags(headers));
    const kinds = flags.map((flag) => `${flag.dialect} ${flag.isModifiedByUser} ${flag.isAutosave} ${flag.isExitSave}`);
    expect(new Set(kinds)).toEqual(
      new Set(['lool true false true', 'lool true false false', 'lool false false true', 'null false false false']),
    );
    for (const { dialect, timestamp } of flags) {
      if (dialect) expect(new Date(timestamp ?? '').toISOString()).toBe(timestamp);
      else expect(timestamp).toBeNull();
    }
  });

  test('its names', () => {
    expect(new Set(named('PutRelativeFile').map((request) => nameIn(request, 'x-wopi-suggestedtarget')))).toEqual(
      // The last one was escaped twice by whoever typed it; it is a legal name.
      new Set(['sample.docx', 'Kopie für Zoë.docx', 'Brief+ACA-an+ACA-M+APw-ller.docx']),
    );
    expect(named('RenameFile').map((request) => nameIn(request, 'x-wopi-requestedname'))).toEqual(['Brief an Müller']);
  });

  test('its proof: each holds with the current key for the URL as requested, and with neither for another', () => {
    if (!proofKeys) throw new Error('the discovery fixture publishes keys');
    for (const { url, headers } of requests) {
      const ticks = parseTicks(headerValue(headers, 'x-wopi-timestamp'));
      if (ticks === null) throw new Error('the trace holds times');
      expect(new Date(ticksToMs(ticks)).getUTCFullYear()).toBe(2026);
      const proof = {
        accessToken: accessTokenOf(url, headers) ?? '',
        url: host + url,
        ticks,
        proof: headerValue(headers, 'x-wopi-proof'),
        proofOld: headerValue(headers, 'x-wopi-proofold'),
      };
      expect(verifyProof(proofKeys, proof)).toBe('current');
      expect(verifyProof(proofKeys, { ...proof, url: `http://localhost:8790${url}` })).toBe(false);
    }
  });
});

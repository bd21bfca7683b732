import { expect, test } from 'vitest';
import { productFiles, readSource } from './source-tree';

test('S12 the server asks others for one thing, the discovery of the Document Server; the rest is asked by browsers', () => {
  const asks =
    /\bfetch\(|\bnew (XMLHttpRequest|WebSocket|EventSource)\b|from '(undici|node:(https|tls|dgram|dns)(\/\w+)?)'/;
  const opens = /from 'node:(http|net)'/;
  const runsInBrowsers = (file: string) =>
    /^app\/built-in\/_/.test(file) || /^['"]use client['"]/.test(readSource(file)) || file.startsWith('client/');
  const onServer = productFiles().filter((file) => /^(app|lib)\//.test(file) && !runsInBrowsers(file));
  expect(onServer.filter((file) => asks.test(readSource(file)))).toEqual(['lib/wopi/discovery/fetch-discovery.ts']);
  // Of `node:net` only what reads addresses; types open nothing.
  const connecting = onServer.filter((file) => {
    const source = readSource(file).replace(/^import type .*$/gm, '');
    return (
      opens.test(source) &&
      !/import \{ [\w, ]*\b(isIP|isIPv4|isIPv6|BlockList)\b[\w, ]* \} from 'node:net'/.test(source)
    );
  });
  expect(connecting).toEqual([]);
});

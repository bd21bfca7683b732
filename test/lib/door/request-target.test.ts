import { describe, expect, test } from 'vitest';
import { requestTarget } from '@/lib/door/request-target';

describe('S09: a request target', () => {
  test.each([
    ['/wopi/files/abc?access_token=x', '/wopi/files/abc', '/wopi/files/abc?access_token=x'],
    ['/', '/', '/'],
    ['/folders/abc/', '/folders/abc/', '/folders/abc/'],
    ['http://evil.example/wopi/files/abc?access_token=x', '/wopi/files/abc', '/wopi/files/abc?access_token=x'],
    ['HTTPS://evil.example:443', '/', '/'],
    ['http://evil.example?a=b', '/', '/?a=b'],
    ['/search?q=../..//%2e&next=\\x', '/search', '/search?q=../..//%2e&next=\\x'],
    ['/wopi/files/a?x=%7e%7E+|', '/wopi/files/a', '/wopi/files/a?x=%7e%7E+|'],
    ['/a/..b/.c/d..', '/a/..b/.c/d..', '/a/..b/.c/d..'],
    ['/wopi/files/a%2Fb', '/wopi/files/a%2Fb', '/wopi/files/a%2Fb'],
    ['/caf%C3%A9', '/caf%C3%A9', '/caf%C3%A9'],
  ])('%s asks for %s', (sent, path, pathAndQuery) => {
    expect(requestTarget(sent)).toEqual({ path, pathAndQuery });
  });

  test.each([
    '/./wopi/files/abc',
    '/%2e/wopi/files/abc',
    '/%2E/wopi/files/abc',
    '/x/../wopi/files/abc',
    '/x/%2e%2E/wopi/files/abc',
    '/x/.%2e/wopi/files/abc',
    '/wopi/../api/health',
    '/wopi/files/..',
    '//wopi/files/abc',
    '/wopi//files/abc',
    '/\\wopi/files/abc',
    '/x/..\\wopi/files/abc',
    '/x%5c..%5c/wopi',
    '/%77opi/files/abc',
    '/wop%69/files/abc',
    '/wopi%2Ffiles/abc',
    'http://evil.example//wopi/files/abc',
    'http://evil.example/./wopi/files/abc',
    '*',
    'wopi/files/abc',
    'evil.example:443',
    '',
    '/%ff',
    '/%E0%A4%A',
    '/%zz',
    '/%00',
    '/a%0d%0ab',
    '/a#b',
    '/wopi/files/abc?x#y',
  ])('%j is no address here: what is behind the door might read another one in it', (sent) => {
    expect(requestTarget(sent)).toBeNull();
  });
});

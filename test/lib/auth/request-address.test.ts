import { afterEach, expect, test } from 'vitest';
import { requestAddress } from '@/lib/auth/request-address';

const door = globalThis as typeof globalThis & { lecternNodeDoor?: boolean };

afterEach(() => {
  delete door.lecternNodeDoor;
});

test('behind the Node door the address is that of the socket, whatever X-Forwarded-For says', () => {
  door.lecternNodeDoor = true;
  const headers = new Headers({ 'x-lectern-peer': '192.0.2.7', 'x-forwarded-for': '198.51.100.1' });
  expect(requestAddress(headers)).toBe('192.0.2.7');
});

test("on Next's own door nobody's word about the address is believed", () => {
  const headers = new Headers({ 'x-lectern-peer': '192.0.2.7', 'x-forwarded-for': '198.51.100.1' });
  expect(requestAddress(headers)).toBeNull();
});

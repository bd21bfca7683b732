import { describe, expect, test } from 'vitest';
import { info } from './break-kinds';
import { breaksOfChanging } from './breaks-of-changing';
import { breaksOfReading } from './breaks-of-reading';
import { caseFile, failed, type Looked } from './look';

const { run } = caseFile('cases.xml');

export function brokenHosts(looked: () => Looked): void {
  describe('a host that breaks a rule is found out', () => {
    test.each([...breaksOfReading, ...breaksOfChanging])('%s', async (_, broken, { group, test: name, says }) => {
      const { host, target } = looked();
      host.break = broken;
      const [result] = await run(target, { group, test: name });
      expect(result?.result).toBe('failed');
      expect(result?.reasons.join('\n')).toContain(says);
    });

    test('no token is told, whatever the host answers', async () => {
      const { host, target } = looked();
      host.break = info((value) => ({ ...value, CloseUrl: `x?access_token=${target.accessToken}` }));
      const results = await run(target, { test: 'Properties' });
      expect(failed(results)).toHaveLength(1);
      expect(JSON.stringify(results)).not.toContain(target.accessToken);
    });

    test('a prerequisite that fails skips its group', async () => {
      const { host, target } = looked();
      host.break = info((value) => ({ ...value, UserCanWrite: false }));
      const results = await run(target, { group: 'Locks' });
      expect(results.map((each) => each.result)).toEqual(['skipped', 'skipped', 'skipped']);
      expect(results[0]?.reasons).toEqual(['CanWrite: CheckFileInfo: UserCanWrite is false, expected "true"']);
    });
  });
}

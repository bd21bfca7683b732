import { expect, test } from 'vitest';
import { discovery, refetchDiscovery } from '@/lib/wopi/discovery/discovery';

test('without a Document Server in the settings there is no discovery, and nothing is fetched', async () => {
  expect(await discovery()).toBeNull();
  expect(await refetchDiscovery()).toBeNull();
});

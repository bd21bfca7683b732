import type { Command } from '@/cli/command';
import { forgetKeys } from '@/lib/wopi/discovery/forget-keys';

export const forgetKeysCommand: Command = {
  usage: 'forget-keys',
  summary: 'Lets a Document Server go on without proof keys that it had published before.',
  details: [
    'Once its discovery published proof keys, Lectern refuses requests that are not signed, also when the keys',
    'disappear. If they were switched off on purpose, this forgets them; a running server notices within a minute.',
  ],
  options: {},
  async run() {
    const { url, areStillPublished } = await forgetKeys();
    const sentence = areStillPublished
      ? `The Document Server at ${url} publishes proof keys: they stay demanded.`
      : `The proof keys of ${url} are forgotten. Requests need no proof until it publishes some again.`;
    return { json: { url, areStillPublished }, text: [sentence] };
  },
};

import { type Command, onlyArgument } from '@/cli/command';
import { releaseLock } from '@/lib/locks/release-lock';

export const unlockCommand: Command = {
  usage: 'unlock DOCUMENT',
  summary: 'Ends the lock of a document whose editor is gone.',
  details: ['What its holder still saves is kept as a recovery copy and not lost.'],
  options: {},
  async run(args) {
    const documentId = onlyArgument(args, 'DOCUMENT');
    const { name, heldBy } = await releaseLock('operator', { documentId });
    return {
      json: { documentId, heldBy: heldBy?.name ?? null },
      text: [heldBy ? `“${name}” is free again. ${heldBy.name} held its lock.` : `“${name}” is not locked.`],
    };
  },
};

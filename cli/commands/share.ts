import { type Command, onlyArgument, requiredOption, UsageError } from '@/cli/command';
import { actorOfOwner } from '@/cli/operator-actor';
import { grantRole } from '@/lib/shares/grant-role';
import { roles } from '@/lib/shares/rights';

export const shareCommand: Command = {
  usage: 'share DOCUMENT --user EMAIL --role ROLE',
  summary: 'Gives a person a role in a document, or changes the one that they have.',
  details: ['--user EMAIL    who gets it', `--role ROLE     ${roles.join(', ')}`],
  options: { user: { type: 'string' }, role: { type: 'string' } },
  async run(args) {
    const documentId = onlyArgument(args, 'DOCUMENT');
    const userEmail = requiredOption(args, 'user');
    const asked = requiredOption(args, 'role');
    const role = roles.find((one) => one === asked);
    if (!role) throw new UsageError(`There is no role "${asked}". The roles are: ${roles.join(', ')}.`);
    const { userId, name } = await grantRole(await actorOfOwner(documentId), { documentId, userEmail, role });
    return { json: { documentId, userId, role }, text: [`${name} is now ${role} of ${documentId}.`] };
  },
};

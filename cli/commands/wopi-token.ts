import { type Command, onlyArgument, requiredOption, UsageError } from '@/cli/command';
import { actorOfEmail } from '@/cli/operator-actor';
import { issueToken } from '@/lib/tokens/issue-token';
import { wopiSrc } from '@/lib/wopi/host-urls';

export const wopiTokenCommand: Command = {
  usage: 'wopi-token DOCUMENT --user EMAIL',
  summary: 'Issues an access token for conformance tools; it lasts ten hours.',
  details: [
    '--user EMAIL    for whom',
    '--mode MODE     edit (the default) or view',
    'The answer is JSON with or without --json. Treat the token like a password.',
  ],
  options: { user: { type: 'string' }, mode: { type: 'string', default: 'edit' } },
  async run(args) {
    const documentId = onlyArgument(args, 'DOCUMENT');
    const actor = await actorOfEmail(requiredOption(args, 'user'));
    const { mode } = args.values;
    if (mode !== 'edit' && mode !== 'view') throw new UsageError('--mode is edit or view.');
    const { token, expiresAt } = await issueToken(actor, { documentId, ceiling: mode, client: 'document-server' });
    const answer = {
      WOPISrc: wopiSrc(documentId, 'document-server'),
      access_token: token,
      access_token_ttl: expiresAt,
    };
    return { json: answer, text: [JSON.stringify(answer)] };
  },
};

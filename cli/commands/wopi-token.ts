import { type Command, onlyArgument, requiredOption, UsageError } from '@/cli/command';
import { actorOfEmail } from '@/cli/operator-actor';
import { issueOperatorToken, longestOperatorHours } from '@/lib/tokens/issue-operator-token';
import { wopiSrc } from '@/lib/wopi/host-urls';

export const wopiTokenCommand: Command = {
  usage: 'wopi-token DOCUMENT --user EMAIL',
  summary: 'Issues an access token for conformance tools; it lasts an hour.',
  details: [
    '--user EMAIL    for whom',
    '--mode MODE     edit (the default) or view',
    `--hours HOURS   how long it lasts: 1 (the default), at most ${longestOperatorHours}`,
    'It opens the folders of that person too, unless WOPI_CONTAINERS is off. Where the Document Server publishes proof',
    'keys, requests with it need a proof like all others.',
    'The answer is JSON with or without --json. Treat the token like a password.',
  ],
  options: {
    user: { type: 'string' },
    mode: { type: 'string', default: 'edit' },
    hours: { type: 'string', default: '1' },
  },
  async run(args) {
    const documentId = onlyArgument(args, 'DOCUMENT');
    const actor = await actorOfEmail(requiredOption(args, 'user'));
    const { mode } = args.values;
    if (mode !== 'edit' && mode !== 'view') throw new UsageError('--mode is edit or view.');
    const hours = Number(args.values.hours);
    if (!(hours > 0 && hours <= longestOperatorHours)) {
      throw new UsageError(`--hours is more than 0 and at most ${longestOperatorHours}.`);
    }
    const { token, expiresAt } = await issueOperatorToken(actor, { documentId, ceiling: mode, hours });
    const answer = {
      WOPISrc: wopiSrc(documentId, 'operator'),
      access_token: token,
      access_token_ttl: expiresAt,
    };
    return { json: answer, text: [JSON.stringify(answer)] };
  },
};

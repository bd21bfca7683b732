import { type Command, onlyArgument } from '@/cli/command';
import { createUser } from '@/lib/users/create-user';
import { randomPassword } from '@/lib/users/random-password';

export const createUserCommand: Command = {
  usage: 'create-user EMAIL [--name NAME] [--admin]',
  summary: 'Makes an account and prints its password, this once.',
  details: ['--name NAME     what others see; otherwise the part before the @', '--admin         an administrator'],
  options: { name: { type: 'string' }, admin: { type: 'boolean' } },
  async run(args) {
    const { name, admin } = args.values;
    const password = randomPassword();
    const made = await createUser('operator', {
      email: onlyArgument(args, 'EMAIL'),
      ...(typeof name === 'string' ? { name } : {}),
      password,
      isAdmin: admin === true,
    });
    return {
      json: { ...made, isAdmin: admin === true, password },
      text: [`${made.name} <${made.email}> can sign in now.`, `Password: ${password}   (shown this once)`],
    };
  },
};

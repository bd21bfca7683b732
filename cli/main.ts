import { parseArgs } from 'node:util';
import { closeDatabase } from '@/lib/db/close-database';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { isAppError } from '@/lib/errors';
import { type Command, UsageError } from './command';
import { createUserCommand } from './commands/create-user';
import { forgetKeysCommand } from './commands/forget-keys';
import { importCommand } from './commands/import';
import { shareCommand } from './commands/share';
import { unlockCommand } from './commands/unlock';
import { wopiTokenCommand } from './commands/wopi-token';

const commands: Record<string, Command> = {
  'create-user': createUserCommand,
  'forget-keys': forgetKeysCommand,
  import: importCommand,
  share: shareCommand,
  unlock: unlockCommand,
  'wopi-token': wopiTokenCommand,
};

const everyCommand = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

function overview(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.summary}`);
  return `The operator's command line of Lectern.\n\nnpm run portal -- COMMAND\n\n${lines.join('\n')}\n\nEach has --help and --json. With \`npm run --silent\` only the answer is printed.`;
}

function helpOf(command: Command): string {
  const details = [...command.details, '--json          print the answer as JSON', '--help          show this'];
  return `npm run portal -- ${command.usage}\n\n${command.summary}\n\n${details.map((line) => `  ${line}`).join('\n')}`;
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, ...everyCommand }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : String(error));
  }
}

function sentenceOf(error: unknown): string {
  if (isAppError(error) || error instanceof UsageError) return error.message;
  return `That did not work. ${error instanceof Error ? error.message : String(error)}`;
}

/**
 * Runs one command beside the server or without it.
 * @param argv what follows `npm run portal --`
 * @param from the folder in which the operator stands
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function main(argv: string[], from: string): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`There is no command "${name}". The commands are: ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help) {
      console.log(helpOf(command));
      return 0;
    }
    await prepareDatabase({ guard: false });
    try {
      const answer = await command.run({ values, positionals, from });
      console.log(values.json ? JSON.stringify(answer.json) : answer.text.join('\n'));
    } finally {
      await closeDatabase();
    }
    return 0;
  } catch (error) {
    console.error(sentenceOf(error));
    if (!(error instanceof UsageError)) return 1;
    console.error(`Usage: npm run portal -- ${command.usage}`);
    return 2;
  }
}

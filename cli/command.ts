import type { ParseArgsConfig } from 'node:util';

/** What `parseArgs` found for a command. */
export type Arguments = {
  positionals: string[];
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  /** the folder in which the operator stands: relative file names start there */
  from: string;
};

/** An answer: `json` for --json, otherwise the lines of `text`. */
export type Answer = { json: unknown; text: string[] };

export type Command = {
  /** after `npm run portal --` */
  usage: string;
  /** one sentence */
  summary: string;
  /** lines about the options, for --help */
  details: string[];
  options: NonNullable<ParseArgsConfig['options']>;
  /** Does the work. @throws AppError, or UsageError for arguments that make no sense */
  run(args: Arguments): Promise<Answer>;
};

/** The operator typed something that the command does not understand; the message says what. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one positional argument of a command. @throws UsageError when there is none, or another one too */
export function onlyArgument(args: Arguments, name: string): string {
  const [value, ...rest] = args.positionals;
  if (value === undefined) throw new UsageError(`${name} is missing.`);
  if (rest.length > 0) throw new UsageError(`One ${name} at a time: what is "${rest[0]}"?`);
  return value;
}

/** An option that must be there. @throws UsageError */
export function requiredOption(args: Arguments, name: string): string {
  const value = args.values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

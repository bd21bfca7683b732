import type { CaseFile } from './case-file';
import { valueAt } from './json-path';
import { withoutTokens } from './json-properties';
import { type Given, type RequestKind, requestKinds } from './request-kinds';
import { type HostAnswer, sendRequest, type Target } from './send-request';
import { unknownIn } from './unknown-in';
import { validate, validateSuccess } from './validators';
import { allOf, type Verdict, wrong } from './verdict';
import { isRequest, type RequestName } from './vocabulary';
import { childOf, childrenOf, type XmlElement } from './xml-element';

export type Run = { target: Target; file: CaseFile; resource: (id: string) => Buffer };

/** What earlier answers of a case gave, by the names that it uses. */
export type Saved = Map<string, string>;

/**
 * Sends a request of a case, looks at the answer and keeps what it says should be kept.
 * @returns fine for a request that is not known: whoever runs the case looks for those first
 */
export async function runRequest(run: Run, request: XmlElement, saved: Saved): Promise<Verdict> {
  if (!isRequest(request.name)) return allOf([]);
  const kind: RequestKind = requestKinds[request.name];
  const given = withStates(request.attributes, kind, saved);
  if (typeof given === 'string') return wrong(given);
  const answer = await answerTo(run, request, kind, given);
  if (typeof answer === 'string') return wrong(answer);
  // Kept whatever the validators find: the requests that clean up after the case need it most when one fails.
  saveStates(request, answer, saved);
  return verdictOn(run, request, answer, saved);
}

/** What a request of this kind is answered with, sent to the document of the run. @returns null for no answer */
export async function ask(run: Run, name: RequestName): Promise<HostAnswer | null> {
  const request: XmlElement = { name, attributes: {}, children: [], text: '' };
  const answer = await answerTo(run, request, requestKinds[name], {});
  return typeof answer === 'string' ? null : answer;
}

async function answerTo(run: Run, request: XmlElement, kind: RequestKind, given: Given): Promise<HostAnswer | string> {
  const handed = given.OverrideUrl ?? (kind.urlFrom === undefined ? undefined : given[kind.urlFrom]);
  const isUrlWrong = handed === undefined ? kind.needsUrl : !URL.canParse(handed);
  if (isUrlWrong) return 'an earlier answer gave no URL for it';
  const text = (childOf(request, 'RequestBody') ?? childOf(request, 'RequestBodyJson'))?.text ?? '';
  const body = kind.body === 'resource' ? run.resource(given.ResourceId ?? '') : kind.body ? Buffer.from(text) : null;
  try {
    return await sendRequest(run.target, request, kind, { given, body });
  } catch (error) {
    return `the host did not answer: ${withoutTokens(error instanceof Error ? error.message : String(error))}`;
  }
}

function verdictOn({ file, resource }: Run, request: XmlElement, answer: HostAnswer, saved: Saved): Verdict {
  const known = { states: saved, resource, unknownIn: (each: XmlElement) => unknownIn(each, file.resources) };
  const validators = childOf(request, 'Validators')?.children ?? [];
  const verdict = allOf(validators.map((each) => validate(answer, each, known)));
  const isNoneKnown = validators.every((each) => known.unknownIn(each).length > 0);
  return isNoneKnown ? allOf([verdict, validateSuccess(answer)]) : verdict;
}

/** Puts what was saved in the place of `$State:NAME`. @returns the attributes, or what is missing, as a sentence */
function withStates(attributes: Given, { unsent = [], urlFrom }: RequestKind, saved: Saved): Given | string {
  const filled = Object.entries(attributes)
    .filter(([name]) => !unsent.includes(name))
    .map(([name, value]): [string, string] => [
      name,
      value.replace(/\$State:(\w+)/g, (whole, key: string) => saved.get(key) ?? whole),
    ]);
  const missing = filled.find(([, value]) => /\$State:\w+/.test(value));
  if (!missing) return Object.fromEntries(filled);
  const [name] = missing;
  return `an earlier answer gave no ${name === 'OverrideUrl' || name === urlFrom ? 'URL' : name} for it`;
}

function saveStates(request: XmlElement, answer: HostAnswer, saved: Saved): void {
  for (const { attributes } of childrenOf(childOf(request, 'SaveState'), 'State')) {
    const { Name = '', Source = '', SourceType } = attributes;
    const value = SourceType === 'Header' ? answer.headers.get(Source) : valueAt(jsonOf(answer), Source);
    if (value !== undefined && value !== null) saved.set(Name, String(value));
  }
}

/** The JSON of an answer; undefined where it has none. */
export function jsonOf(answer: HostAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

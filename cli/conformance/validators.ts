import { checkFileInfoSchemas } from './check-file-info-schema';
import { checkProperty, withoutTokens } from './json-properties';
import type { HostAnswer } from './send-request';
import { allOf, fine, notKnown, oneOf, type Verdict, wrong } from './verdict';
import { isValidator, type ValidatorName } from './vocabulary';
import type { XmlElement } from './xml-element';

/** What a validator may look at beside the answer. */
export type Known = {
  states: ReadonlyMap<string, string>;
  resource: (id: string) => Buffer;
  /** the names of what an element needs and this tool does not know */
  unknownIn: (element: XmlElement) => readonly string[];
};

type Validator = (answer: HostAnswer, element: XmlElement, known: Known) => Verdict;

const validators: Readonly<Record<ValidatorName, Validator>> = {
  ResponseCodeValidator: (answer, { attributes }) => statusVerdict(answer, Number(attributes.ExpectedCode)),
  ResponseHeaderValidator: (answer, { attributes }, { states }) => headerVerdict(answer, attributes, states),
  LockMismatchValidator: (answer, { attributes: { ExpectedLock = '' } }, { states }) => {
    // An empty lock may also be left out by the validator's rule; ours is that a 409 always tells it.
    const header = { Header: 'X-WOPI-Lock', ExpectedValue: ExpectedLock, IsRequired: String(ExpectedLock !== '') };
    return allOf([statusVerdict(answer, 409), headerVerdict(answer, header, states)]);
  },
  ResponseContentValidator: (answer, { attributes }, { resource }) => {
    const { ExpectedResourceId, ExpectedDocumentId: id = ExpectedResourceId, ExpectedBodyContent } = attributes;
    if (id !== undefined && !answer.body.equals(resource(id))) {
      return wrong(`the content is not that of ${id} (${answer.body.length} bytes)`);
    }
    return ExpectedBodyContent !== undefined && answer.body.toString('utf8') !== ExpectedBodyContent
      ? wrong(`the content is not ${JSON.stringify(ExpectedBodyContent)}`)
      : fine;
  },
  JsonResponseContentValidator: (answer, { attributes, children }, { states, unknownIn }) => {
    if (attributes.ShouldExist?.toLowerCase() === 'false') {
      return answer.body.length === 0 ? fine : wrong(`the answer has a body of ${answer.body.length} bytes`);
    }
    const judged = children.filter((child) => unknownIn(child).length === 0);
    return allOf([
      notKnown(...children.flatMap(unknownIn)),
      withJson(answer, (json) => judged.flatMap((child) => checkProperty(json, child, states) ?? [])),
    ]);
  },
  JsonSchemaValidator: (answer, { attributes: { Schema = '' } }) =>
    withJson(answer, (json) => checkFileInfoSchemas[Schema]?.(json) ?? []),
  And: (answer, { children }, known) => allOf(children.map((child) => validate(answer, child, known))),
  Or: (answer, { children }, known) => oneOf(children.map((child) => validate(answer, child, known))),
};

/** Looks at an answer. What is wrong is told in sentences without any token. */
export function validate(answer: HostAnswer, element: XmlElement, known: Known): Verdict {
  const { name } = element;
  // What stands inside of a validator may be known where something beside it is not.
  const unknown = known.unknownIn({ ...element, children: [] });
  if (!isValidator(name) || unknown.length > 0) return notKnown(...unknown);
  const verdict = validators[name](answer, element, known);
  return { ...verdict, problems: verdict.problems.map(withoutTokens) };
}

/** Where a request has no validators, 200 is expected. */
export function validateSuccess(answer: HostAnswer): Verdict {
  return statusVerdict(answer, 200);
}

function statusVerdict(answer: HostAnswer, expected: number): Verdict {
  return answer.status === expected ? fine : wrong(`the status is ${answer.status}, expected ${expected}`);
}

function headerVerdict(
  answer: HostAnswer,
  attributes: XmlElement['attributes'],
  states: ReadonlyMap<string, string>,
): Verdict {
  const {
    Header: name = '',
    ExpectedStateKey,
    IsRequired = 'true',
    ShouldMatch = 'true',
    IsUrl = 'false',
  } = attributes;
  const value = answer.headers.get(name);
  if (attributes.IsExcluded?.toLowerCase() === 'true') {
    return value === null ? fine : wrong(`the header ${name} is there`);
  }
  if (value === null) return IsRequired.toLowerCase() === 'true' ? wrong(`the header ${name} is missing`) : fine;
  if (IsUrl.toLowerCase() === 'true' && !URL.canParse(value)) return wrong(`the header ${name} is not a URL`);
  const expected = (ExpectedStateKey && states.get(ExpectedStateKey)) || attributes.ExpectedValue;
  if (expected === undefined) return fine;
  const isSame = value.toLowerCase() === expected.toLowerCase();
  if (isSame === (ShouldMatch.toLowerCase() === 'true')) return fine;
  return wrong(`the header ${name} is "${value}", ${isSame ? 'which it must not be' : `expected "${expected}"`}`);
}

function withJson(answer: HostAnswer, look: (json: unknown) => string[]): Verdict {
  let json: unknown;
  try {
    json = JSON.parse(answer.body.toString('utf8'));
  } catch {
    return wrong('the answer is no JSON');
  }
  return wrong(...look(json));
}

import { checkFileInfoSchema } from './check-file-info-schema';
import { checkProperty, isPropertyKnown, withoutTokens } from './json-properties';
import type { HostAnswer } from './send-request';
import type { XmlElement } from './xml-element';

/** What a validator may look at beside the answer. */
export type Known = { states: ReadonlyMap<string, string>; resource: (id: string) => Buffer };

type Validator = (answer: HostAnswer, element: XmlElement, known: Known) => string[];

const schemas: Readonly<Record<string, (json: unknown) => string[]>> = { CheckFileInfoSchema: checkFileInfoSchema };

const validators: Readonly<Record<string, Validator>> = {
  ResponseCodeValidator: (answer, { attributes }) => statusProblem(answer, Number(attributes.ExpectedCode)),
  ResponseHeaderValidator: (answer, { attributes }, { states }) => headerProblem(answer, attributes, states),
  LockMismatchValidator: (answer, { attributes: { ExpectedLock = '' } }, { states }) => [
    ...statusProblem(answer, 409),
    ...headerProblem(
      answer,
      // An empty lock may also be left out by the validator's rule; ours is that a 409 always tells it.
      { Header: 'X-WOPI-Lock', ExpectedValue: ExpectedLock, IsRequired: String(ExpectedLock !== '') },
      states,
    ),
  ],
  ResponseContentValidator: (answer, { attributes }, { resource }) => {
    const { ExpectedDocumentId, ExpectedBodyContent } = attributes;
    if (ExpectedDocumentId !== undefined && !answer.body.equals(resource(ExpectedDocumentId))) {
      return [`the content is not that of ${ExpectedDocumentId} (${answer.body.length} bytes)`];
    }
    return ExpectedBodyContent !== undefined && answer.body.toString('utf8') !== ExpectedBodyContent
      ? [`the content is not ${JSON.stringify(ExpectedBodyContent)}`]
      : [];
  },
  JsonResponseContentValidator: (answer, { children }, { states }) =>
    withJson(answer, (json) => children.flatMap((child) => checkProperty(json, child, states) ?? [])),
  JsonSchemaValidator: (answer, { attributes }) =>
    withJson(answer, (json) => schemas[attributes.Schema ?? '']?.(json) ?? []),
  And: (answer, { children }, known) => children.flatMap((child) => validate(answer, child, known)),
  Or: (answer, { children }, known) => {
    const results = children.map((child) => validate(answer, child, known));
    return results.some((problems) => problems.length === 0) ? [] : [results.flat().join(', or ')];
  },
};

/** The names of what a validator needs and this tool does not know. */
export function unknownValidators({ name, attributes, children }: XmlElement): string[] {
  if (!Object.hasOwn(validators, name)) return [name];
  if (name === 'JsonSchemaValidator')
    return Object.hasOwn(schemas, attributes.Schema ?? '') ? [] : [`schema ${attributes.Schema}`];
  if (name === 'JsonResponseContentValidator') {
    return children.filter((child) => !isPropertyKnown(child.name)).map((child) => child.name);
  }
  return name === 'And' || name === 'Or' ? children.flatMap(unknownValidators) : [];
}

/** Looks at an answer. @returns what is wrong, a sentence each, without any token */
export function validate(answer: HostAnswer, element: XmlElement, known: Known): string[] {
  return (validators[element.name]?.(answer, element, known) ?? []).map(withoutTokens);
}

/** Where a request has no validators, 200 is expected. */
export function validateSuccess(answer: HostAnswer): string[] {
  return statusProblem(answer, 200);
}

function statusProblem(answer: HostAnswer, expected: number): string[] {
  return answer.status === expected ? [] : [`the status is ${answer.status}, expected ${expected}`];
}

function headerProblem(
  answer: HostAnswer,
  attributes: XmlElement['attributes'],
  states: ReadonlyMap<string, string>,
): string[] {
  const {
    Header: name = '',
    ExpectedStateKey,
    IsRequired = 'true',
    ShouldMatch = 'true',
    IsUrl = 'false',
  } = attributes;
  const value = answer.headers.get(name);
  if (attributes.IsExcluded?.toLowerCase() === 'true') return value === null ? [] : [`the header ${name} is there`];
  if (value === null) return IsRequired.toLowerCase() === 'true' ? [`the header ${name} is missing`] : [];
  if (IsUrl.toLowerCase() === 'true' && !URL.canParse(value)) return [`the header ${name} is not a URL`];
  const expected = (ExpectedStateKey && states.get(ExpectedStateKey)) || attributes.ExpectedValue;
  if (expected === undefined) return [];
  const isSame = value.toLowerCase() === expected.toLowerCase();
  if (isSame === (ShouldMatch.toLowerCase() === 'true')) return [];
  return [`the header ${name} is "${value}", ${isSame ? 'which it must not be' : `expected "${expected}"`}`];
}

function withJson(answer: HostAnswer, look: (json: unknown) => string[]): string[] {
  try {
    return look(JSON.parse(answer.body.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return ['the answer is no JSON'];
    throw error;
  }
}

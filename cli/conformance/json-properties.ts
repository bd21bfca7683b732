import { valueAt } from './json-path';
import { isProperty, type PropertyName } from './vocabulary';
import type { XmlElement } from './xml-element';

type Attributes = XmlElement['attributes'];
type Check = (value: unknown, expected: string | undefined, attributes: Attributes) => string | null;

const isTrue = (text: string | undefined) => text?.toLowerCase() === 'true';
const shown = (value: unknown) => JSON.stringify(value) ?? 'nothing';

const equals =
  (typeOf: (value: unknown) => boolean, type: string): Check =>
  (value, expected) => {
    if (!typeOf(value)) return `is ${shown(value)}, not ${type}`;
    return expected === undefined || String(value) === expected.toLowerCase() ? null : differs(value, expected);
  };
const differs = (value: unknown, expected: string) => `is ${shown(value)}, expected ${JSON.stringify(expected)}`;

const isText: Check = (value, expected, { EndsWith, ShouldMatch, IgnoreCase }) => {
  if (typeof value !== 'string') return `is ${shown(value)}, not a text`;
  const folded = (text: string) => (isTrue(IgnoreCase) ? text.toLowerCase() : text);
  const isSame = expected !== undefined && folded(value) === folded(expected);
  if (ShouldMatch?.toLowerCase() === 'false') return isSame ? `must not be ${shown(value)}` : null;
  if (expected !== undefined && !isSame) return differs(value, expected);
  const isEndWrong = EndsWith !== undefined && !folded(value).endsWith(folded(EndsWith));
  return isEndWrong ? `is ${shown(value)}, expected to end with ${EndsWith}` : null;
};

/** How each kind of property is looked at. */
const checks: Readonly<Record<PropertyName, Check>> = {
  BooleanProperty: equals((value) => typeof value === 'boolean', 'true or false'),
  IntegerProperty: equals(Number.isInteger, 'a whole number'),
  LongProperty: equals(Number.isInteger, 'a whole number'),
  StringProperty: isText,
  // The name that the request asked for. Where the validator makes names its own by a suffix, it is in both.
  FileNameProperty: isText,
  StringRegexProperty: (value, _, { ExpectedValue = '', ShouldMatch, IgnoreCase }) => {
    if (typeof value !== 'string') return `is ${shown(value)}, not a text`;
    const wanted = ShouldMatch?.toLowerCase() !== 'false';
    if (new RegExp(ExpectedValue, isTrue(IgnoreCase) ? 'iu' : 'u').test(value) === wanted) return null;
    return `is ${shown(value)}, which ${wanted ? 'does not match' : 'matches'} ${ExpectedValue}`;
  },
  AbsoluteUrlProperty: (value, _, { MustIncludeAccessToken }) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return `is ${shown(value)}, not an absolute URL`;
    const lacks = isTrue(MustIncludeAccessToken) && !new URL(value).searchParams.get('access_token');
    return lacks ? 'is a URL without access_token' : null;
  },
  ArrayProperty: (value, expected, { ContainsValue = expected }) => {
    if (!Array.isArray(value)) return `is ${shown(value)}, not a list`;
    const has = value.some((each) => String(each).toLowerCase() === ContainsValue?.toLowerCase());
    return ContainsValue === undefined || has ? null : `is ${shown(value)}, without ${ContainsValue}`;
  },
};

/**
 * Looks at one property of a JSON answer.
 * @returns what is wrong with it, null when nothing is
 */
export function checkProperty(
  json: unknown,
  { name, attributes }: XmlElement,
  states: ReadonlyMap<string, string>,
): string | null {
  const path = attributes.Name ?? '';
  const value = valueAt(json, path);
  const isRequired = isTrue(attributes.IsRequired) || name === 'FileNameProperty';
  if (isEmpty(value)) return isRequired ? `${path} is missing` : null;
  // A saved state takes precedence over the value that is written down.
  const expected = (attributes.ExpectedStateKey && states.get(attributes.ExpectedStateKey)) || attributes.ExpectedValue;
  const problem = isProperty(name) ? checks[name](value, expected, attributes) : null;
  return problem === null ? null : `${path} ${problem}`;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Answers carry access tokens in their URLs: none is ever printed. */
export function withoutTokens(text: string): string {
  return text.replace(/(access_token=)[^&"\s]*/gi, '$1…');
}

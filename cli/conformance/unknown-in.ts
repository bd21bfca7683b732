import type { CaseFile } from './case-file';
import { checkFileInfoSchemas } from './check-file-info-schema';
import { isPathKnown } from './json-path';
import { attributesOf, isProperty } from './vocabulary';
import type { XmlElement } from './xml-element';

type Resources = CaseFile['resources'];

/**
 * What a request, or a part of one, needs and this tool does not know: elements, attributes, schemas, patterns,
 * paths and resources, by name. Nothing when the whole can be carried out and judged.
 */
export function unknownIn(element: XmlElement, resources: Resources): string[] {
  const attributes = attributesOf(element.name);
  if (attributes === null) return [element.name];
  const inside = element.children.map((child) => unknownIn(child, resources));
  // One alternative that can be judged may be the one that fits.
  const isJudged = element.name === 'Or' && inside.some((names) => names.length === 0);
  const own = Object.keys(element.attributes).flatMap((name) =>
    attributes.includes(name) ? unknownValue(element, name, resources) : [`${name} of ${element.name}`],
  );
  return [...new Set([...own, ...(isJudged ? [] : inside.flat())])];
}

/** The value of an attribute, with what it is, where it names something that is not known. */
function unknownValue({ name, attributes }: XmlElement, attribute: string, resources: Resources): string[] {
  const value = attributes[attribute] ?? '';
  if (/^(ResourceId|ExpectedResourceId|ExpectedDocumentId)$/.test(attribute)) {
    return resources.has(value) ? [] : [`resource ${value}`];
  }
  if (attribute === 'Schema') return Object.hasOwn(checkFileInfoSchemas, value) ? [] : [`schema ${value}`];
  if (name === 'StringRegexProperty' && attribute === 'ExpectedValue') {
    return isPattern(value) ? [] : [`pattern ${value}`];
  }
  const isPath =
    (isProperty(name) && attribute === 'Name') ||
    (name === 'State' && attribute === 'Source' && attributes.SourceType !== 'Header');
  return isPath && !isPathKnown(value) ? [`path ${value}`] : [];
}

/** Whether a .NET pattern is one here too. */
function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** An element of a case file, its children in the order in which they stand. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** the text directly inside of it */
  text: string;
};

const node = z.record(z.string(), z.unknown());
const attributes = z.record(z.string(), z.string()).catch({});

/**
 * Reads XML as a tree. Entities are the five of XML and character references; nothing is fetched.
 * @throws Error for what is not XML
 */
export function parseXml(text: string): XmlElement[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: true,
  });
  return elementsOf(parser.parse(text, true));
}

/** The children of an element that have a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

function elementsOf(nodes: unknown): XmlElement[] {
  return z
    .array(node)
    .parse(nodes)
    .flatMap((each) => {
      const name = Object.keys(each).find((key) => key !== ':@' && key !== '#text');
      if (name === undefined) return [];
      const inside = z.array(node).catch([]).parse(each[name]);
      const text = inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('');
      return [{ name, attributes: attributes.parse(each[':@']), children: elementsOf(inside), text }];
    });
}

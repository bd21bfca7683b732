import { UsageError } from '@/cli/command';
import { childOf, childrenOf, parseXml, type XmlElement } from './xml-element';

export type TestCase = {
  name: string;
  category: string;
  requests: readonly XmlElement[];
  cleanup: readonly XmlElement[];
};

export type TestGroup = { name: string; prerequisites: readonly string[]; cases: readonly TestCase[] };

/** A test-case file of Microsoft's wopi-validator (TestCases.xml). */
export type CaseFile = {
  /** file names by the ids that requests use */
  resources: ReadonlyMap<string, { name: string; path: string }>;
  prerequisites: ReadonlyMap<string, TestCase>;
  groups: readonly TestGroup[];
};

/**
 * Reads a test-case file. What the requests in it mean is looked at when they run.
 * @throws UsageError for a file that is none
 */
export function readCaseFile(text: string): CaseFile {
  let root: XmlElement | undefined;
  try {
    root = parseXml(text).find((element) => element.name === 'WopiValidation');
  } catch (error) {
    throw new UsageError(`The case file is not XML: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!root) throw new UsageError('The case file has no <WopiValidation>.');
  const resources = childrenOf(childOf(root, 'Resources'), 'File').map(
    (file): [string, { name: string; path: string }] => [
      attribute(file, 'Id'),
      { name: attribute(file, 'Name'), path: attribute(file, 'FilePath').replaceAll('\\', '/') },
    ],
  );
  const prerequisites = childrenOf(childOf(root, 'PrereqCases'), 'TestCase').map(toCase);
  return {
    resources: new Map(resources),
    prerequisites: new Map(prerequisites.map((each) => [each.name, each])),
    groups: childrenOf(root, 'TestGroup').map((group) => ({
      name: attribute(group, 'Name'),
      prerequisites: childrenOf(childOf(group, 'PrereqTests'), 'PrereqTest').map((each) => each.text.trim()),
      cases: childrenOf(childOf(group, 'TestCases'), 'TestCase').map(toCase),
    })),
  };
}

function toCase(element: XmlElement): TestCase {
  return {
    name: attribute(element, 'Name'),
    category: element.attributes.Category ?? 'WopiCore',
    requests: childOf(element, 'Requests')?.children ?? [],
    cleanup: childOf(element, 'CleanupRequests')?.children ?? [],
  };
}

function attribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new UsageError(`The case file has a <${element.name}> without ${name}.`);
  return value;
}

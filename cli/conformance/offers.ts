import type { TestCase } from './case-file';
import { childrenOf } from './xml-element';

/** Requests that only some hosts take, by the property of CheckFileInfo that announces them. */
const requestsOf: Readonly<Record<string, readonly string[]>> = {
  SupportsCoauth: ['GetCoauthLock', 'RefreshCoauthLock', 'UnlockCoauthLock', 'GetCoauthTable'],
  SupportsChunkedFileTransfer: ['GetChunkedFile', 'PutChunkedFile', 'GetSequenceNumber'],
};

/**
 * What a host has to announce in CheckFileInfo before a case means anything to it: co-authoring and chunked transfer,
 * where the case is of that category, makes such requests, or stands in a group whose prerequisites ask for it.
 */
export function offersNeeded(each: TestCase, prerequisites: readonly TestCase[]): string[] {
  return Object.entries(requestsOf).flatMap(([property, requests]) =>
    (property === 'SupportsCoauth' && each.category === 'WopiCoauth') ||
    each.requests.some(({ name }) => requests.includes(name)) ||
    prerequisites.some((prerequisite) => asksFor(prerequisite, property))
      ? [property]
      : [],
  );
}

function asksFor({ requests }: TestCase, property: string): boolean {
  return requests
    .flatMap((request) => childrenOf(request, 'Validators'))
    .flatMap(({ children }) => children.flatMap((validator) => childrenOf(validator, 'BooleanProperty')))
    .some(
      ({ attributes }) =>
        attributes.Name === property &&
        attributes.ExpectedValue?.toLowerCase() === 'true' &&
        attributes.IsRequired?.toLowerCase() === 'true',
    );
}

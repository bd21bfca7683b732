import { headerValue } from './header-value';

/** A boolean header: `true` in any case (Microsoft's tools write `True`); everything else is false. */
export function booleanHeader(headers: Headers, name: string): boolean {
  return headerValue(headers, name)?.toLowerCase() === 'true';
}

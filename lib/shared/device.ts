/** What a page is shown on, as far as editors make a difference. */
export type Device = 'phone' | 'computer';

/** UTF-16 units of User-Agent that are looked at; of browsers it is much shorter. */
const longestAgent = 1000;

/**
 * Tells a phone by its request. The browser's own word counts where it gives one (Sec-CH-UA-Mobile); tablets get
 * what computers get.
 * @param hint Sec-CH-UA-Mobile
 */
export function deviceOf(hint: string | null, userAgent: string | null): Device {
  if (hint === '?1') return 'phone';
  if (hint === '?0') return 'computer';
  const agent = userAgent?.slice(0, longestAgent) ?? '';
  return /\biPhone\b|\biPod\b|\bAndroid\b.*\bMobile\b|\bMobile;.*\bFirefox\b|\bWindows Phone\b/.test(agent)
    ? 'phone'
    : 'computer';
}

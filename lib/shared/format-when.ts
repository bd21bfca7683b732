/**
 * A moment for people: "Just now", "2 minutes ago", "Yesterday", "12 Nov", "12 Nov 2024".
 * @param iso ISO 8601
 * @param now milliseconds since 1970
 */
export function formatWhen(iso: string, now: number, locale: string, justNow = 'Just now'): string {
  const then = new Date(iso);
  const minutes = Math.floor((now - then.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (minutes < 1) return justNow;
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const today = new Date(now);
  const days = Math.round((startOfDay(today) - startOfDay(then)) / 86_400_000);
  if (days === 0) return relative.format(-Math.floor(minutes / 60), 'hour');
  if (days === 1) return capital(relative.format(-1, 'day'), locale);
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(then);
}

/** A moment within a sentence, with the time of day: "just now", "2 minutes ago", "today 09:12", "20 Nov, 11:03". */
export function formatMoment(iso: string, now: number, locale: string, justNow = 'Just now'): string {
  const then = new Date(iso);
  const today = new Date(now);
  const minutes = Math.floor((now - then.getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (minutes < 1) return justNow.charAt(0).toLocaleLowerCase(locale) + justNow.slice(1);
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const days = Math.round((startOfDay(today) - startOfDay(then)) / 86_400_000);
  if (days <= 1) return `${relative.format(-days, 'day')} ${new Intl.DateTimeFormat(locale, time).format(then)}`;
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, ...time }).format(then);
}

/** A moment for people, date and time: "20 Nov 2026, 11:03". */
export function formatFully(iso: string, _now: number, locale: string): string {
  return new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

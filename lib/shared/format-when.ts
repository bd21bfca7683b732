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

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

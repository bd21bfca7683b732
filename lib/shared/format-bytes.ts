const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size for people: 184 kB, 3.4 MB. Steps of 1000, one decimal below ten. */
export function formatBytes(bytes: number, locale: string): string {
  let value = bytes;
  let step = 0;
  // By the rounded value, so that 999,999 bytes are 1 MB and not 1,000 kB.
  while (Math.round(value) >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const unit = units[step] ?? 'byte';
  const digits = step > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

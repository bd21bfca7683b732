const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** The next step from here; the last one stays. 1 = actual size. */
export function zoomStep(now: number, to: 'in' | 'out'): number {
  return to === 'in'
    ? (steps.find((step) => step > now + 0.01) ?? Math.max(now, 5))
    : (steps.findLast((step) => step < now - 0.01) ?? Math.min(now, 0.25));
}

/**
 * Next calls this once when its server starts, so that `next start` and serverless platforms have a
 * prepared database too. Under server.ts the work is done already and this only waits for it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  // Next leaves the branch out of the builds for its other runtimes only if the condition looks like this.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareNextDoor } = await import('@/lib/setup/prepare-next-door');
    await prepareNextDoor({ diskLasts: !process.env.VERCEL });
  }
}

import { readAvatarName } from '@/lib/shared/avatar-path';

/** Paper and ink, as avatars have them on the portal's pages. */
const tones = [
  { paper: '#e6f0fa', ink: '#1d4f86' },
  { paper: '#e8f3ea', ink: '#1f5c34' },
  { paper: '#f6ecdd', ink: '#7a4a0c' },
] as const;

/** A person's initials as a picture, for editors that show one. Draws what the path says and knows nobody. */
export async function GET(_: Request, { params }: { params: Promise<{ look: string }> }): Promise<Response> {
  const look = readAvatarName(await decoded(params));
  if (!look) return new Response(null, { status: 404 });
  const { paper, ink } = tones[look.tone] ?? tones[0];
  const text = look.initials.replace(/[^\p{L}\p{N}?]/gu, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" fill="${paper}"/><text x="32" y="33" dominant-baseline="central" text-anchor="middle" font-family="Inter, system-ui, sans-serif" font-size="25" font-weight="600" fill="${ink}">${text}</text></svg>`;
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=604800, immutable',
    },
  });
}

async function decoded(params: Promise<{ look: string }>): Promise<string> {
  const { look } = await params;
  try {
    return decodeURIComponent(look);
  } catch {
    return '';
  }
}

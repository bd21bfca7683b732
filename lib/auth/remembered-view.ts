import { cookies } from 'next/headers';
import { viewCookie } from '@/lib/shared/view-cookie';

/** How this browser last showed a list. */
export async function rememberedView(): Promise<'list' | 'grid'> {
  return (await cookies()).get(viewCookie)?.value === 'grid' ? 'grid' : 'list';
}

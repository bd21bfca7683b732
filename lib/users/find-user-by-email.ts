import { db } from '@/lib/db/db';
import { emailKey } from './email-key';

/** The account with this e-mail address, however it is spelt, or null. Disabled people are found too. */
export async function findUserByEmail(email: string): Promise<{
  id: string;
  name: string;
  email: string;
  role: string;
  locale: string | null;
  disabledAt: Date | null;
} | null> {
  const key = emailKey(email);
  if (key === null) return null;
  return db().user.findUnique({
    where: { emailKey: key },
    select: { id: true, name: true, email: true, role: true, locale: true, disabledAt: true },
  });
}

import { signIn } from '@/lib/users/sign-in';

let last = 0;
/** An address that no other test uses. */
export function newAddress(): string {
  last += 1;
  return `10.1.${Math.floor(last / 250)}.${(last % 250) + 1}`;
}

export function tryOnce(email: string, given: string, address: string | null) {
  return signIn({ email, password: given, address, userAgent: 'test' });
}

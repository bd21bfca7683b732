import { createCipheriv, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import { authSecret } from '@/lib/secrets/auth-secret';

const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A session cookie that is encrypted with the portal's own key, but in another way than its own: the key serves as the
 * password of a key (RFC 7518, 4.8), with as many rounds as the cookie itself says.
 */
export function foreignCookie(sid: string, rounds: number): string {
  const alg = 'PBES2-HS512+A256KW';
  const password = Buffer.from(hkdfSync('sha256', authSecret(), '', 'NextAuth.js Generated Encryption Key', 32));
  const salt = randomBytes(16);
  const header = text({ alg, enc: 'A256GCM', p2s: salt.toString('base64url'), p2c: rounds });
  const wrapping = pbkdf2Sync(password, Buffer.concat([Buffer.from(`${alg}\0`), salt]), rounds, 32, 'sha512');
  const contentKey = randomBytes(32);
  const wrap = createCipheriv('id-aes256-wrap', wrapping, Buffer.alloc(8, 0xa6));
  const wrapped = Buffer.concat([wrap.update(contentKey), wrap.final()]);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
  cipher.setAAD(Buffer.from(header));
  const claims = JSON.stringify({ sid, exp: Math.floor(Date.now() / 1000) + 3600 });
  const content = Buffer.concat([cipher.update(claims), cipher.final()]);
  const parts = [wrapped, iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [header, ...parts].join('.');
}

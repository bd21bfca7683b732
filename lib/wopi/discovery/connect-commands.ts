import { env } from '@/lib/env';

/**
 * What an operator does to connect ONLYOFFICE to this very Lectern: the command that starts one beside it, and the
 * lines of `.env`. A Document Server in a container knows this machine by another name than browsers do; and browsers
 * know it by another name than the portal, since cookies do not tell ports apart.
 */
export function connectCommands(): { command: string; settings: string } {
  const publicUrl = new URL(env().PUBLIC_URL);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(publicUrl.hostname);
  const settings = isHere
    ? [
        'HOST=0.0.0.0',
        `DOCUMENT_SERVER_URL=http://${publicUrl.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:8080`,
        `WOPI_BASE_URL=http://host.docker.internal:${publicUrl.port || env().PORT}`,
      ]
    : [`DOCUMENT_SERVER_URL=${publicUrl.protocol}//office.${publicUrl.hostname}`];
  return { command: 'docker compose up -d', settings: settings.join('\n') };
}

import { headers } from 'next/headers';
import { type Device, deviceOf } from '@/lib/shared/device';

/** What the page that is being rendered is shown on. */
export async function requestingDevice(): Promise<Device> {
  const sent = await headers();
  return deviceOf(sent.get('sec-ch-ua-mobile'), sent.get('user-agent'));
}

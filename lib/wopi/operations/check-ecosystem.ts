import { jsonAnswer } from '../answers';

/** WOPI CheckEcosystem (§3.17). */
export async function checkEcosystem(): Promise<Response> {
  return jsonAnswer({ SupportsContainers: true });
}

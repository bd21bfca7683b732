import { textOfDocument, withText } from './office-text';
import type { FileInfo } from './onlyoffice-session';
import type { Answer, WopiClient } from './wopi-client';

/**
 * What ONLYOFFICE does on its convert-and-edit page (§5.7): CheckFileInfo → GetFile → PUT_RELATIVE of the
 * converted bytes, suggested name = the new extension alone, marked as a conversion.
 * @param template a blank document of the new type
 */
export async function convertAndEdit(client: WopiClient, targetext: string, template: Buffer): Promise<Answer> {
  const info = await client.checkFileInfo();
  if (info.status !== 200) return info;
  const file = await client.getFile();
  if (file.status !== 200) return file;
  const text = textOfDocument(info.json<FileInfo>().BaseFileName, file.body);
  const converted = withText(`x.${targetext}`, template, text);
  return client.putRelativeFile(`.${targetext}`, converted, [['X-WOPI-FileConversion', 'true']]);
}

/** The page that the frame shows then: its button leads the whole window to the new document, as the real one does. */
export function convertPage(hostEditUrl: string | null): string {
  const done = `<p>The file was converted.</p><button type="button" id="open">Click here to open the converted file</button>
<script>document.getElementById('open').onclick = () => window.top.location.replace(${embedded(hostEditUrl)});</script>`;
  const failed = '<p role="alert">Conversion failed. Sorry, we weren’t able to convert the file for editing.</p>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stand-in conversion</title></head><body>${hostEditUrl ? done : failed}</body></html>`;
}

function embedded(value: string | null): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

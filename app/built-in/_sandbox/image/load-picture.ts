import { CannotShow } from '@/app/built-in/_sandbox/cannot-show';
import { fileType } from '@/lib/shared/file-type';
import { isWholePicture } from './is-whole-picture';

/** What is drawn takes four bytes a pixel. */
const maxPixels = 120_000_000;

/**
 * A picture as an <img>, in which no script of an SVG runs and nothing outside of it is asked for. Its type comes from
 * a list of ours.
 * @throws CannotShow
 */
export async function loadPicture(bytes: ArrayBuffer, name: string): Promise<HTMLImageElement> {
  const { kind, contentType: type } = fileType(name);
  if (kind !== 'image') throw new CannotShow('wrong-type');
  const picture = new Image();
  picture.alt = name;
  const loaded = new Promise<void>((resolve, reject) => {
    picture.onload = () => resolve();
    picture.onerror = () => reject(new CannotShow('damaged'));
  });
  picture.src = URL.createObjectURL(new Blob([bytes], { type }));
  await loaded;
  // Known from its first bytes: nothing was drawn yet.
  if (picture.naturalWidth * picture.naturalHeight > maxPixels) throw new CannotShow('too-large');
  if (type !== 'image/svg+xml') {
    if (!isWholePicture(new Uint8Array(bytes))) throw new CannotShow('damaged');
    await picture.decode().catch(() => {
      throw new CannotShow('damaged');
    });
  }
  return picture;
}

import type { Codec } from './codec';
import { doubleByteCodec } from './double-byte';
import type { Encoding } from './encodings';
import { eucJpCodec } from './euc-jp';
import { gb18030Codec } from './gb18030';
import { iso2022JpCodec } from './iso-2022-jp';
import { singleByteCodec } from './single-byte';
import { utf8Codec, utf16Codec, utf32Codec } from './unicode';
import { upperHalf } from './upper-halves';

const made = new Map<Encoding, Codec>();

/** How an encoding is read and written; its table is made when it is first asked for. */
export function codecOf(encoding: Encoding): Codec {
  const there = made.get(encoding);
  if (there) return there;
  const codec = make(encoding);
  made.set(encoding, codec);
  return codec;
}

function make(encoding: Encoding): Codec {
  switch (encoding) {
    case 'utf-8':
      return utf8Codec();
    case 'utf-16le':
    case 'utf-16be':
      return utf16Codec(encoding === 'utf-16le');
    case 'utf-32le':
    case 'utf-32be':
      return utf32Codec(encoding === 'utf-32le');
    case 'iso-2022-jp':
      return iso2022JpCodec();
    case 'euc-jp':
      return eucJpCodec();
    case 'gb18030':
      return gb18030Codec();
    case 'shift_jis':
    case 'gbk':
    case 'big5':
    case 'euc-kr':
      return doubleByteCodec(encoding);
    default:
      return singleByteCodec(upperHalf(encoding));
  }
}

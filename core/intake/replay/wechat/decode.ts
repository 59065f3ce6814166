/** What the bytes of a text file say. `encoding` is the name of what they were written in. */
export interface Decoded {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
  /** Signs that could not be read, and stand as U+FFFD. */
  unreadable: number;
}

/**
 * Reads a text file as Chinese computers write them: UTF-8 or UTF-16 as its byte order mark says, else UTF-8 where it is valid, else GB18030
 * (of which GBK and GB 2312 are parts). Never throws.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le', 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be', 'UTF-16');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', unreadable: 0 };
  } catch {
    const utf8 = read(bytes, 'utf-8', 'UTF-8');
    const chinese = read(bytes, 'gb18030', 'GB18030');
    // A file in UTF-8 that was cut off or damaged has few bad signs; read as GB18030 it is gibberish without any.
    return utf8.unreadable <= 8 && /\p{Script=Han}/u.test(utf8.text) ? utf8 : chinese;
  }
}

function read(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  return { text, encoding, unreadable: text.match(/\ufffd/g)?.length ?? 0 };
}

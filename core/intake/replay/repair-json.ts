/** The text is no JSON, and cannot be made JSON. */
export class NotJsonError extends Error {
  override readonly name = 'NotJsonError';
}

/**
 * Reads JSON that may hold raw control characters, as exports of chats with odd messages do (`\x0B` inside a string).
 * They become spaces. What is valid is read as it stands, so that large files are walked over only once.
 * @throws {NotJsonError} when it is no JSON even then.
 */
export function parseUntidyJson(text: string): { value: unknown; repaired: number } {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return { value: JSON.parse(plain), repaired: 0 };
  } catch (cause) {
    const { tidy, repaired } = withoutControls(plain);
    if (repaired === 0) throw new NotJsonError('not JSON', { cause });
    try {
      return { value: JSON.parse(tidy), repaired };
    } catch (second) {
      throw new NotJsonError('not JSON', { cause: second });
    }
  }
}

/** Inside strings every control character is in the way; between them all but tab and line ends. */
function withoutControls(text: string): { tidy: string; repaired: number } {
  const kept: string[] = [];
  let from = 0;
  let repaired = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inString = !inString;
    else if (code === 0x5c && inString) at++;
    else if (code < 0x20 && (inString || (code !== 0x09 && code !== 0x0a && code !== 0x0d))) {
      kept.push(text.slice(from, at), ' ');
      from = at + 1;
      repaired++;
    }
  }
  kept.push(text.slice(from));
  return { tidy: kept.join(''), repaired };
}

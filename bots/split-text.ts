/**
 * Cuts a text into parts of at most `limit` UTF-16 code units: at the last line end that fits, else at the last space,
 * else between two characters, never through a surrogate pair. The line end or space at a cut is left out, because
 * platforms trim messages anyway; parts of nothing but white space are left out, too. A text without words gives no
 * parts.
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.trimEnd();
  while (rest.length > limit) {
    const cut = cutAt(rest, limit);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(/\s/.test(rest.charAt(cut)) ? cut + 1 : cut);
  }
  parts.push(rest);
  return parts.filter((part) => part.trim() !== '');
}

function cutAt(text: string, limit: number): number {
  // A separator right after the limit is left out, so it may stand at `limit` itself.
  const line = text.lastIndexOf('\n', limit);
  if (line > 0) return line;
  const space = text.lastIndexOf(' ', limit);
  if (space > 0) return space;
  const code = text.charCodeAt(limit - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return splitsPair && limit > 1 ? limit - 1 : limit;
}

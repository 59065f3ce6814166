const separators = [',', '\t', ';'] as const;

/** The sign that separates fields: the one that stands most often in the first line. */
export function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const first = text.slice(0, end === -1 ? 4096 : Math.min(end, 4096));
  const counted = separators.map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * Reads comma-separated values (RFC 4180): fields in quotes may hold separators, line ends and doubled quotes. Lines without anything are
 * left out. A quote that nothing closes is taken as it stands, so that what follows is still read line by line. Never throws.
 */
export function readCsv(text: string, separator = separatorOf(text)): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let quotes = true;
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (quotes && text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      if (!quoted) {
        quotes = false;
        continue;
      }
      const rest = fieldEnd(text, quoted.after, separator);
      // What stands between the closing quote and the separator is kept: some tools quote only a part.
      row.push(quoted.value + text.slice(quoted.after, rest).trimEnd());
      at = rest;
    } else {
      const end = fieldEnd(text, at, separator);
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue;
      row.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

function readQuoted(text: string, from: number): { value: string; after: number } | null {
  const parts: string[] = [];
  let start = from;
  for (;;) {
    const close = text.indexOf('"', start);
    if (close === -1) return null;
    parts.push(text.slice(start, close));
    if (text[close + 1] !== '"') return { value: parts.join('"'), after: close + 1 };
    start = close + 2;
  }
}

function fieldEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

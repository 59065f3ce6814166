import { CsvError, type Options, parse } from 'csv-parse/sync';

const separators = [',', '\t', ';'] as const;

/** The sign that separates fields: the one that stands most often in the first line. */
export function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const first = text.slice(0, end === -1 ? 4096 : Math.min(end, 4096));
  const counted = separators.map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

const untidy: Options = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  // Lines may be short, and some tools quote nothing: 收到，"马上"派人.
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/**
 * Reads comma-separated values (RFC 4180): fields in quotes may hold separators, line ends and doubled quotes. Lines without anything are
 * left out. A quote that nothing closes is taken as it stands, so that what follows is still read line by line. Never throws.
 */
export function readCsv(text: string, separator = separatorOf(text)): string[][] {
  const bytes = Buffer.from(text);
  const rows: string[][] = [];
  let readTo = 0;
  try {
    parse(bytes, {
      ...untidy,
      delimiter: separator,
      onRecord: (row: string[], { bytes: to }) => {
        rows.push(row);
        readTo = to;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    for (const row of parse(bytes.subarray(readTo), { ...untidy, delimiter: separator, quote: false })) rows.push(row);
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

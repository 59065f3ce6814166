/** What is taken out, in this order: the longer forms first, so that an identity number is not read as a telephone. */
const secrets: readonly RegExp[] = [
  // E-mail.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  // Chinese identity card, 18 or 15 digits.
  /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/g,
  // Hong Kong identity card.
  /(?<![A-Za-z])[A-Z]{1,2}\d{6}\(?[\dA]\)?(?!\d)/g,
  // Bank cards.
  /(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/g,
  // Plates: 京A12345, 粤B·D12345.
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•\s]?[A-Z0-9]{4,5}[A-Z0-9挂学警港澳]/g,
  // Mobile numbers of the mainland, with or without +86 and separators.
  /(?:\+?86[-\s]?)?(?<!\d)1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g,
  // Fixed lines with an area code, and international numbers.
  /(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)/g,
  /(?<!\w)\+\d{1,3}[-\s]?(?:\(?\d{1,4}\)?[-\s]?){2,4}\d{2,4}(?!\d)/g,
  /(?<!\d)\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)/g,
  // Eight digits as Hong Kong, Macao and Singapore write them.
  /(?<![\d-])[2-9]\d{3}[-\s]?\d{4}(?![\d-])/g,
];

/** Stands where something was taken out. */
const REDACTED = '***';

/**
 * Takes telephone, identity and bank card numbers, number plates and e-mail addresses out of a text, so that it can be
 * repeated where others read it (P9b). Room numbers and dates stay: who may see those is decided elsewhere.
 */
export function redact(text: string): string {
  if (!/\d{3}|@/.test(text)) return text;
  return secrets.reduce((rest, secret) => rest.replace(secret, REDACTED), text);
}

/**
 * Takes out of `text` only those secrets that also stand in one of the texts `heard`. What residents wrote is not repeated into a
 * group (P9b); the telephone number of the office, which staff give out, stays.
 */
export function redactHeard(text: string, heard: readonly string[]): string {
  const known = new Set(heard.flatMap(secretsIn).map(bare));
  if (known.size === 0) return text;
  return secretsIn(text).reduce(
    (rest, secret) => (known.has(bare(secret)) ? rest.replaceAll(secret, REDACTED) : rest),
    text,
  );
}

const secretsIn = (text: string): string[] => secrets.flatMap((secret) => text.match(secret) ?? []);

const bare = (secret: string): string => secret.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, '').toUpperCase();

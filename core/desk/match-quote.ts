/** Something that was said in a conversation, by us or by anybody. */
export interface Quotable {
  externalId: string;
  texts: readonly string[];
  /** Lines may have been added when it was sent: choices in words. */
  grows: boolean;
}

const shortestPart = 6;

/**
 * The message that was quoted, by its text: what says exactly that, else what begins so or ends so, because a platform
 * shortens a quote and puts the writer's name before it. The newest where several do; signs, spaces and line breaks make no
 * difference. A beginning of fewer than six letters tells nothing.
 *
 * @param said newest first
 */
export function matchQuote<T extends Quotable>(quotedText: string, said: readonly T[]): T | null {
  const quote = quotedText.trim();
  const named = /^[^：:\n]{1,32}[：:](?<words>.+)$/su.exec(quote)?.groups?.['words'];
  const known = said.map((one) => ({ one, texts: one.texts.filter((text) => text !== '').map(plain) }));
  for (const candidate of named === undefined ? [quote] : [quote, named]) {
    const found = matchPlain(plain(candidate), known);
    if (found) return found;
  }
  return null;
}

function matchPlain<T extends Quotable>(
  quoted: string,
  said: readonly { one: T; texts: readonly string[] }[],
): T | null {
  if (quoted === '') return null;
  const first = (fits: (text: string, grows: boolean) => boolean): T | undefined =>
    said.find(({ one, texts }) => texts.some((text) => fits(text, one.grows)))?.one;
  const isPart = (part: string, whole: string): boolean => part.length >= shortestPart && whole.startsWith(part);
  return (
    first((text) => text === quoted) ??
    first((text) => isPart(quoted, text)) ??
    first((text, grows) => grows && isPart(text, quoted)) ??
    null
  );
}

/** Letters, digits and symbols alone: quotes come with other spaces, line breaks, dots and brackets than what was said. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{S}]/gu, '');

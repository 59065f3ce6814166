const joint =
  /[。;\n!?，,]?\s*(?:另外|还有(?=.{4})|顺便(?:说一下|问下|问一下)?|对了[,，\s]|再有(?=.{4})|同埋|仲有|另(?=[,，\s请想问]))|[.;!?,]?\s+(?:also[,\s]|by the way[,\s]|btw[,\s]|another thing[,:\s]|and on another note[,\s]|separately[,\s]|p\.?s\.?[,:\s])/giu;

/**
 * The pieces of a message that may be different matters: what stands before and after "另外", "还有", "顺便", "also", "by the
 * way". One piece when there is no such word, or one of the pieces is too short to say anything.
 */
export function splitMatters(text: string): string[] {
  const pieces = text
    .split(joint)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 0);
  return pieces.length > 1 && pieces.length <= 3 && pieces.every((piece) => piece.length >= 5) ? pieces : [text];
}

/** What a resident says when asked whether a ticket is solved (P7a). */
export type Rating =
  | { kind: 'score'; score: number; comment: string | null }
  | { kind: 'not_solved'; comment: string | null }
  | { kind: 'solved'; comment: string | null }
  /** Polite words without a verdict. */
  | { kind: 'thanks' };

export function parseRating(text: string): Rating | null {
  throw new Error(text);
}

/** A sign made of two halves that stand near each other, in either order. Halves are alternatives (`a|b`); `within` is in characters. */
export const near = (one: string, other: string, within = 14): RegExp =>
  new RegExp(`${inOrder(one, other, within)}|${inOrder(other, one, within)}`);

/** The same, only in the order written. */
export const inTurn = (first: string, second: string, within = 14): RegExp =>
  new RegExp(inOrder(first, second, within));

const inOrder = (first: string, second: string, within: number): string => `(?:${first})[^]{0,${within}}?(?:${second})`;

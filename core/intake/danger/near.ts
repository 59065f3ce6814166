/** A sign made of two halves that stand near each other, in either order or only in the one written. Halves are alternatives (`a|b`). */
export const near = (one: string, other: string, within = 14): RegExp =>
  new RegExp(`(?:${one})[^]{0,${within}}?(?:${other})|(?:${other})[^]{0,${within}}?(?:${one})`);

export const then = (first: string, second: string, within = 14): RegExp =>
  new RegExp(`(?:${first})[^]{0,${within}}?(?:${second})`);

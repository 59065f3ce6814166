import type { Analysis } from '../analysis.ts';
import type { Features } from '../features.ts';

const remembered = new WeakMap<Analysis, readonly string[]>();
/** Of a long message the beginning says what it is about. */
const READ_AT_MOST = 400;

/**
 * What a text is made of, for a model that learns how people talk: runs of one to three Chinese characters with the ends of clauses (`<` and
 * `>`), Latin words, their beginnings and pairs, marks and emoji. Numbers stand as `0`. Each once, in the order of their first place.
 */
export function gramsIn(analysis: Analysis): readonly string[] {
  const known = remembered.get(analysis);
  if (known) return known;
  const grams = new Set<string>();
  const text = analysis.text.slice(0, READ_AT_MOST).replace(/\d+/g, '0');
  let before = '<';
  for (const [token] of text.matchAll(/\p{Script=Han}+|[a-z']+|0|[?!…~]|\p{Extended_Pictographic}/gu)) {
    if (/^\p{Script=Han}/u.test(token)) {
      addRuns(`<${token}>`, grams);
      before = '';
      continue;
    }
    grams.add(token);
    if (/^[a-z']/.test(token)) {
      if (token.length > 5) grams.add(`${token.slice(0, 5)}*`);
      if (before !== '') grams.add(`${before} ${token}`);
    }
    before = token;
  }
  const all = [...grams];
  remembered.set(analysis, all);
  return all;
}

function addRuns(run: string, grams: Set<string>): void {
  // Rare characters are two units of a string each.
  const signs = Array.from(run);
  for (const [at, one] of signs.entries()) {
    const two = signs[at + 1];
    const three = signs[at + 2];
    if (two === undefined) return;
    if (at > 0) grams.add(one);
    grams.add(one + two);
    if (three !== undefined) grams.add(one + two + three);
  }
}

/** How much one gram counts: many of them weigh together no more than a few signs. */
export const gramValue = (count: number): number => 1.5 / Math.sqrt(Math.max(4, count));

/** How much a class of meaning counts. */
export const CLASS_VALUE = 0.5;

/** What a text is made of, as features: `“漏水`, and `{speaks of a drill}` for a class of meaning; with a prefix for who says it, or to what. */
export function gramFeatures(prefix: string, analysis: Analysis): Features {
  const grams = gramsIn(analysis);
  const value = gramValue(grams.length);
  return {
    ...Object.fromEntries(grams.map((gram) => [`${prefix}“${gram}`, value])),
    ...Object.fromEntries([...analysis.classes].map((name) => [`${prefix}{${name}}`, CLASS_VALUE])),
  };
}

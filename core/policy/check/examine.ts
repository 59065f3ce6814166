import { contradictionsOf } from './contradictions.ts';
import { exampleFor, fieldFlaws } from './field-flaws.ts';
import { isRecord, onePath, valueAt, type Flaw, type PolicyPath } from './flaw.ts';
import { policySchema, type Policy, type PolicyDocument } from '../policy.ts';

export type Examined = { ok: true; policy: Policy; document: PolicyDocument } | { ok: false; flaws: Flaw[] };

/**
 * Whether a whole policy can be used: each field alone, and all of them together. Names every flaw: where a field is wrong, what
 * `base` has in its place stands in for it while the rest is looked at.
 * @param base a policy that can be used, from which examples are taken, too
 */
export function examine(document: unknown, base: PolicyDocument): Examined {
  const first = policySchema.safeParse(document);
  if (first.success) {
    const flaws = contradictionsOf(first.data);
    return flaws.length > 0
      ? { ok: false, flaws }
      : { ok: true, policy: first.data, document: document as PolicyDocument };
  }
  const flaws = fieldFlaws(first.error, document, base);
  const wrong = flaws.map(({ path }) => path);
  const ownRight = contradictionsOf(standIn(document, base, flaws)).filter(
    (flaw) => ![flaw.path, ...(flaw.related ?? [])].some((path) => wrong.some((other) => onePath(path, other))),
  );
  return { ok: false, flaws: [...flaws, ...ownRight] };
}

/**
 * The policy with the base's words, or others of their sort, in place of its wrong fields. If that is none, more and more around
 * them goes until the rest is one, in the end all of it.
 */
function standIn(document: unknown, base: PolicyDocument, wrong: readonly Flaw[]): Policy {
  let mended = document;
  let flaws = wrong;
  for (let shorter = 0; shorter < 8; shorter += 1) {
    for (const { path, isName } of flaws) {
      const around = path.slice(0, Math.max(0, path.length - shorter));
      const value = shorter === 0 && !isName ? exampleFor(base, around) : valueAt(base, around);
      mended = replaced(mended, around, value);
    }
    const read = policySchema.safeParse(mended);
    if (read.success) return read.data;
    flaws = fieldFlaws(read.error, mended, base);
  }
  return policySchema.parse(base);
}

/** A copy with this value at a path; without anything there, if it is undefined. */
function replaced(document: unknown, [key, ...rest]: PolicyPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const one = replaced(document[Number(key)], rest, value);
    return document.flatMap((item: unknown, at) => (at !== Number(key) ? [item] : one === undefined ? [] : [one]));
  }
  if (!isRecord(document)) return rest.length === 0 && value === undefined ? document : value;
  const others = Object.entries(document).filter(([name]) => name !== String(key));
  const inner = replaced(document[key], rest, value);
  return Object.fromEntries(inner === undefined ? others : [...others, [String(key), inner]]);
}

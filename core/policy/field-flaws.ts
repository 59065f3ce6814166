import { stringify } from 'yaml';
import type { z } from 'zod';
import { isRecord, valueAt, type Flaw, type PolicyPath } from './flaw.ts';
import { knownNames } from './known-names.ts';
import { nearest } from './nearest.ts';
import { guessDuration } from './guess-duration.ts';
import { policySchema, type PolicyDocument } from './policy.ts';

/** What the schema found, each with its mend. `base` gives the examples. */
export function fieldFlaws(error: z.ZodError, document: unknown, base: PolicyDocument): Flaw[] {
  return error.issues.flatMap((issue) => flawsOf(issue, [], { document, base }));
}

interface Texts {
  document: unknown;
  base: PolicyDocument;
}

function flawsOf(issue: z.core.$ZodIssue, before: PolicyPath, texts: Texts): Flaw[] {
  const path = [...before, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const value = valueAt(texts.document, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownName([...path, key], knownNames(policySchema, path)));
    case 'invalid_key':
      return [
        {
          path,
          isName: true,
          message: `the name ${issue.issues[0]?.message ?? 'is not allowed'}`,
          mend: mendOfName(path),
        },
      ];
    case 'invalid_union':
      // One value, or a list of them.
      return (issue.errors[Array.isArray(value) ? 1 : 0] ?? []).flatMap((one) => flawsOf(one, path, texts));
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (value === undefined) return [missing(path, texts.base)];
      const near = typeof value === 'string' ? nearest(value, known) : null;
      const mend = near ? `did you mean ${near}?` : `write one of ${known.join(', ')}`;
      return [{ path, message: `${shown(value)} is none of ${known.join(', ')}`, mend }];
    }
    case 'invalid_type':
      if (value === undefined) return [missing(path, texts.base)];
      return [
        {
          path,
          message: `must be ${kindWords[issue.expected] ?? issue.expected}, not ${shown(value)}`,
          mend: mendOf(path, value, texts.base),
        },
      ];
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [{ path, message: messageOf(issue, value), mend: mendOf(path, value, texts.base) }];
  }
}

const kindWords: Record<string, string> = {
  string: 'text',
  object: 'a map of names and values',
  record: 'a map of names and values',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'too_small' && issue.origin === 'array') return 'must not be an empty list';
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}, not ${shown(value)}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}, not ${shown(value)}`;
  return Array.isArray(value) ? issue.message : `${shown(value)} ${issue.message}`;
}

function unknownName(path: PolicyPath, known: readonly string[]): Flaw {
  const name = String(path.at(-1));
  const near = nearest(name, known);
  const mend = near ? `did you mean ${near}?` : `what may stand here: ${known.join(', ')}`;
  return { path, isName: true, message: `"${name}" is not known here`, mend };
}

const mendOfName = (path: PolicyPath): string =>
  path[0] === 'calendar' ? 'write the day as in "2026-12-24"' : `write it as in ${nameOf(String(path.at(-1)))}`;

/** The nearest that a name may be. */
function nameOf(said: string): string {
  const plain = said
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return plain === '' ? 'repair-first' : plain;
}

function missing(path: PolicyPath, base: PolicyDocument): Flaw {
  const name = String(path.at(-1));
  const mend = misspelt(path.slice(0, -1), base) ?? mendOf(path, undefined, base);
  return { path, message: `"${name}" is missing`, mend };
}

/** What lacks something may be a difference in a line of the base, under a name that the base does not have. */
function misspelt(path: PolicyPath, base: PolicyDocument): string | null {
  const known = valueAt(base, path.slice(0, -1));
  const name = String(path.at(-1));
  if (!isRecord(known) || path.length < 2 || Object.hasOwn(known, name)) return null;
  const near = nearest(name, Object.keys(known));
  return near && `did you mean ${near}? Otherwise a line of its own says everything`;
}

function mendOf(path: PolicyPath, value: unknown, base: PolicyDocument): string {
  const example = exampleFor(base, path);
  const isDuration = typeof example === 'string' && /^\d+(?:min|h|d|w)\b/.test(example);
  const guessed = isDuration ? guessDuration(value) : null;
  if (guessed !== null) return `did you mean ${guessed}?`;
  if (example === undefined) return 'take it away, or see docs/policy.md for what may stand here';
  const written = stringify(example, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const name = path.at(-1);
  return `write it as in ${typeof name === 'number' ? written : `"${name}: ${written}"`}`;
}

/** What the base has there, or under a name of the same sort. */
export function exampleFor(base: unknown, path: PolicyPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return base;
  if (typeof base !== 'object' || base === null) return undefined;
  const own = valueAt(base, [key]);
  if (own !== undefined) return exampleFor(own, rest);
  for (const other of Object.values(base)) {
    const found = exampleFor(other, rest);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** A value in a message: short. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

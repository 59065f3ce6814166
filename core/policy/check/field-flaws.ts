import { stringify } from 'yaml';
import type { z } from 'zod';
import type { MistakeTexts, Sort } from '../../text/policy/mistake-texts.ts';
import { ruleSaidBy } from '../document/field-rules.ts';
import { isRecord, valueAt, type Flaw, type PolicyPath, type Saying } from './flaw.ts';
import { knownNames } from './known-names.ts';
import { nearest } from './nearest.ts';
import { guessDuration } from './guess-duration.ts';
import { policySchema, type PolicyDocument } from '../policy.ts';

/** What the schema found, each with its mend. `base` gives the examples. */
export function fieldFlaws(error: z.ZodError, document: unknown, base: PolicyDocument): Flaw[] {
  return error.issues.flatMap((issue) => flawsOf(issue, [], { document, base }));
}

interface Documents {
  document: unknown;
  base: PolicyDocument;
}

/** One half of what is said. */
type Part = (texts: MistakeTexts) => string;
const both =
  (message: Part, mend: Part): Saying =>
  (texts) => ({ message: message(texts), mend: mend(texts) });

function flawsOf(issue: z.core.$ZodIssue, before: PolicyPath, documents: Documents): Flaw[] {
  const path = [...before, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const value = valueAt(documents.document, path);
  const mend = mendOf(path, value, documents.base);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownName([...path, key], knownNames(policySchema, path)));
    case 'invalid_key': {
      const rule = ruled(issue.issues[0]?.message ?? '');
      return [{ path, isName: true, said: both((texts) => texts.wrongName(rule(texts)), mendOfName(path)) }];
    }
    case 'invalid_union':
      // One value, or a list of them.
      return (issue.errors[Array.isArray(value) ? 1 : 0] ?? []).flatMap((one) => flawsOf(one, path, documents));
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (value === undefined) return [missing(path, documents.base)];
      const near = typeof value === 'string' ? nearest(value, known) : null;
      const choice: Part = (texts) => (near ? texts.didYouMean(near) : texts.writeOneOf(known));
      return [{ path, said: both((texts) => texts.noneOf(shown(value), known), choice) }];
    }
    case 'invalid_type': {
      if (value === undefined) return [missing(path, documents.base)];
      const sort = sortOf[issue.expected] ?? 'text';
      // A bare number for a time: that it is no text would help nobody.
      const isTime = typeof value === 'number' && isDuration(exampleFor(documents.base, path));
      const message: Part = (texts) =>
        isTime ? texts.against(texts.rule('duration'), shown(value)) : texts.wrongSort(sort, shown(value));
      return [{ path, said: both(message, mend) }];
    }
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [{ path, said: both(messageOf(issue, value), mend) }];
  }
}

const sortOf: Record<string, Sort> = {
  string: 'text',
  object: 'map',
  record: 'map',
  array: 'list',
  int: 'whole',
  number: 'number',
  boolean: 'boolean',
};

/** What a sentence of the schema says, in any language. */
function ruled(sentence: string): Part {
  const rule = ruleSaidBy(sentence);
  return (texts) => (rule ? texts.rule(rule) : sentence);
}

function messageOf(issue: z.core.$ZodIssue, value: unknown): Part {
  if (issue.code === 'too_small' && issue.origin === 'array') return (texts) => texts.emptyList();
  if (issue.code === 'too_small') return (texts) => texts.atLeast(String(issue.minimum), shown(value));
  if (issue.code === 'too_big') return (texts) => texts.atMost(String(issue.maximum), shown(value));
  const rule = ruled(issue.message);
  return (texts) => texts.against(rule(texts), Array.isArray(value) ? null : shown(value));
}

function unknownName(path: PolicyPath, known: readonly string[]): Flaw {
  const name = String(path.at(-1));
  const near = nearest(name, known);
  const mend: Part = (texts) => (near ? texts.didYouMean(near) : texts.mayStand(known));
  return { path, isName: true, said: both((texts) => texts.unknownName(name), mend) };
}

const mendOfName =
  (path: PolicyPath): Part =>
  (texts) =>
    texts.writeAs(path[0] === 'calendar' ? '"2026-12-24"' : nameOf(String(path.at(-1))));

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
  return { path, said: both((texts) => texts.missing(name), mend) };
}

/** What lacks something may be a difference in a line of the base, under a name that the base does not have. */
function misspelt(path: PolicyPath, base: PolicyDocument): Part | null {
  const known = valueAt(base, path.slice(0, -1));
  const name = String(path.at(-1));
  if (!isRecord(known) || path.length < 2 || Object.hasOwn(known, name)) return null;
  const near = nearest(name, Object.keys(known));
  return near === null ? null : (texts) => texts.didYouMeanLine(near);
}

function mendOf(path: PolicyPath, value: unknown, base: PolicyDocument): Part {
  const example = exampleFor(base, path);
  const guessed = isDuration(example) ? guessDuration(value) : null;
  if (guessed !== null) return (texts) => texts.didYouMean(guessed);
  if (example === undefined) return (texts) => texts.takeAway();
  const written = stringify(example, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const name = path.at(-1);
  return (texts) => texts.writeAs(typeof name === 'number' ? written : `"${name}: ${written}"`);
}

const isDuration = (example: unknown): boolean => typeof example === 'string' && /^\d+(?:min|h|d|w)\b/.test(example);

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

import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { serviceCalendar } from './calendar.ts';
import { defaultPolicyDocument } from './default-policy.ts';
import { doubtsOf } from './doubts.ts';
import { examine } from './examine.ts';
import { isRecord, pathText, type Flaw } from './flaw.ts';
import { mergePolicy } from './merge.ts';
import type { Policy, PolicyDocument } from './policy.ts';
import { likeliest, placeOf } from './positions.ts';

/** A mistake or a doubt, at the place of the file that is to be mended. Lines and columns count from 1. */
export interface PolicyMistake {
  line: number;
  column: number;
  /** As people write it: `limits.repair-answer.within`; empty for the whole file. */
  path: string;
  message: string;
  /** What to write instead. */
  mend: string;
}

export type CheckedPolicy =
  /** `document` is whole: the file's differences in the base. */
  | { ok: true; policy: Policy; document: PolicyDocument; warnings: PolicyMistake[] }
  | { ok: false; mistakes: PolicyMistake[] };

/** No policy of people is longer. */
const LONGEST = 256 * 1024;
/** One anchor may stand for so many values in all: more is a trap and no policy. */
const MOST_ALIASES = 100;

/**
 * Reads a policy's file, which holds what differs from `base` ({@link mergePolicy}); an empty one differs in nothing. Names every
 * mistake, in the order of the lines; where the text is no YAML at all, only those. A mistake that comes from what the file does
 * not hold points at the nearest name that it does. Never throws, whatever the text.
 */
export function checkPolicy(text: string, base: PolicyDocument = defaultPolicyDocument): CheckedPolicy {
  if (text.length > LONGEST)
    return wholly('the file is too long for a policy', 'keep only what differs from the default');
  const lines = new LineCounter();
  const read = readYaml(text, lines);
  if ('ok' in read) return read;
  const { file, change, slips } = read;
  const place = (flaw: Flaw): PolicyMistake => {
    const paths = [flaw.path, ...(flaw.related ?? [])];
    const found = paths.map((path, at) => placeOf(file, lines, path, flaw.isName === true || at > 0));
    return { ...likeliest(found), path: pathText(flaw.path), message: flaw.message, mend: flaw.mend };
  };
  const examined = examine(mergePolicy(base, change), base);
  if (!examined.ok) return { ok: false, mistakes: inOrder([...slips, ...examined.flaws.map(place)]) };
  if (slips.length > 0) return { ok: false, mistakes: inOrder(slips) };
  const { policy, document } = examined;
  const calendar = serviceCalendar(policy, 'UTC');
  const doubts = doubtsOf(policy, (year) => calendar.knowsHolidaysOf(year));
  const tags = file.warnings.map((warning) => slipOf(warning, lines));
  return { ok: true, policy, document, warnings: inOrder([...tags, ...doubts.map(place)]) };
}

type ReadYaml = { file: Document; change: unknown; slips: PolicyMistake[] };

function readYaml(text: string, lines: LineCounter): ReadYaml | (CheckedPolicy & { ok: false }) {
  try {
    const file: Document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      logLevel: 'error',
    });
    const slips = file.errors.map((error) => slipOf(error, lines));
    // A name that stands twice does not keep the rest from being read.
    if (file.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { ok: false, mistakes: inOrder(slips) };
    const change: unknown = file.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
    if (!isRecord(change))
      return wholly('a policy is a map of names and values', 'write for example "limits:" and the lines under it');
    // What contains itself cannot be written down.
    JSON.stringify(change);
    return { file, change, slips };
  } catch (error) {
    // The library and the stack give up on anchors that stand for too much, and on what is nested without end.
    if (!(error instanceof RangeError || error instanceof ReferenceError || error instanceof TypeError)) throw error;
    return wholly('the file is nested too deeply, or its anchors (&, *) stand for too much', 'write the values out');
  }
}

const wholly = (message: string, mend: string): CheckedPolicy & { ok: false } => ({
  ok: false,
  mistakes: [{ line: 1, column: 1, path: '', message, mend }],
});

/** What the YAML itself has wrong. */
function slipOf({ code, message, pos }: YAMLError, lines: LineCounter): PolicyMistake {
  const { line, col } = lines.linePos(pos[0]);
  const place = { line: Math.max(1, line), column: Math.max(1, col), path: '' };
  const known = mends[code];
  return known
    ? { ...place, ...known }
    : { ...place, message: `is no YAML: ${message}`, mend: 'look at this line and at the one before' };
}

const mends: Partial<Record<YAMLError['code'], { message: string; mend: string }>> = {
  DUPLICATE_KEY: { message: 'this name stands twice in the same map', mend: 'keep one of them' },
  TAB_AS_INDENT: { message: 'a tab is no indentation', mend: 'indent with spaces' },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines around it',
    mend: 'align the names of one map under each other',
  },
  MULTIPLE_DOCS: { message: 'a second document begins here', mend: 'write one policy in one file, without "---"' },
  MISSING_CHAR: {
    message: 'a closing sign or a space is missing',
    mend: 'close the quotes or brackets of this line; after ":" and "," comes a space',
  },
};

const inOrder = (mistakes: PolicyMistake[]): PolicyMistake[] =>
  mistakes.sort((a, b) => a.line - b.line || a.column - b.column);

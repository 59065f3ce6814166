import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { mistakeTextsFor } from '../../text/policy/mistake-texts-for.ts';
import type { MistakeTexts, Said } from '../../text/policy/mistake-texts.ts';
import { serviceCalendar } from '../time/calendar.ts';
import { chineseSigns } from './chinese-signs.ts';
import { defaultPolicyDocument } from '../default-policy.ts';
import { doubtsOf } from './doubts.ts';
import { examine } from './examine.ts';
import { isRecord, pathText, type Flaw } from './flaw.ts';
import { mergePolicy } from '../document/merge.ts';
import type { Policy, PolicyDocument } from '../policy.ts';
import type { PolicyMistake } from './policy-mistake.ts';
import { likeliest, placeOf } from './positions.ts';

export type CheckedPolicy =
  /** `document` is whole: the file's differences in the base. */
  | { ok: true; policy: Policy; document: PolicyDocument; warnings: PolicyMistake[] }
  | { ok: false; mistakes: PolicyMistake[] };

/** No policy of people is longer. */
const LONGEST = 256 * 1024;
/** One anchor may stand for so many values in all: more is a trap and no policy. */
const MOST_ALIASES = 100;

export interface CheckOptions {
  /** What the file differs from; left out: the default. */
  base?: PolicyDocument;
  /** In which language mistakes are named; left out: English. */
  locale?: string;
  /** `YYYY-MM-DD`: holidays that are about to be needed are looked for, too. */
  day?: string | null;
}

/**
 * Reads a policy's file, which holds what differs from `base` ({@link mergePolicy}); an empty one differs in nothing. Names every
 * mistake, in the order of the lines; where the text is no YAML at all, only those. A mistake that comes from what the file does
 * not hold points at the nearest name that it does. Never throws, whatever the text.
 */
export function checkPolicy(
  text: string,
  { base = defaultPolicyDocument, locale = 'en', day = null }: CheckOptions = {},
): CheckedPolicy {
  const texts = mistakeTextsFor(locale);
  if (text.length > LONGEST) return wholly(texts.tooLong());
  const lines = new LineCounter();
  const read = readYaml(text, lines, texts);
  if ('ok' in read) return read;
  const { file, change, slips } = read;
  const place = (flaw: Flaw): PolicyMistake => {
    const paths = [flaw.path, ...(flaw.related ?? [])];
    const found = paths.map((path, at) => placeOf(file, lines, path, flaw.isName === true || at > 0));
    return { ...likeliest(found), path: pathText(flaw.path), ...flaw.said(texts) };
  };
  const examined = examine(mergePolicy(base, change), base);
  if (!examined.ok) return { ok: false, mistakes: inOrder([...slips, ...examined.flaws.map(place)]) };
  if (slips.length > 0) return { ok: false, mistakes: inOrder(slips) };
  const { policy, document } = examined;
  const calendar = serviceCalendar(policy, 'UTC');
  const doubts = doubtsOf(policy, { knowsHolidaysOf: (year) => calendar.knowsHolidaysOf(year), day });
  const tags = file.warnings.map((warning) => slipOf(warning, lines, texts));
  return { ok: true, policy, document, warnings: inOrder([...tags, ...doubts.map(place)]) };
}

type ReadYaml = { file: Document; change: unknown; slips: PolicyMistake[] };

function readYaml(text: string, lines: LineCounter, texts: MistakeTexts): ReadYaml | Wrong {
  try {
    const file: Document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      logLevel: 'error',
    });
    const slips = file.errors.map((error) => slipOf(error, lines, texts));
    // A name that stands twice does not keep the rest from being read.
    if (file.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return wrong(chineseSigns(text, texts), slips);
    const change: unknown = file.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
    if (!isRecord(change)) return wrong(chineseSigns(text, texts), wholly(texts.notAMap()).mistakes);
    // What contains itself cannot be written down.
    JSON.stringify(change);
    return { file, change, slips };
  } catch (error) {
    // The library and the stack give up on anchors that stand for too much, and on what is nested without end.
    if (!(error instanceof RangeError || error instanceof ReferenceError || error instanceof TypeError)) throw error;
    return wholly(texts.tooDeep());
  }
}

type Wrong = CheckedPolicy & { ok: false };

const wholly = (said: Said): Wrong => ({ ok: false, mistakes: [{ line: 1, column: 1, path: '', ...said }] });

/** What is probably the cause, if it was found, and otherwise what came of it. */
const wrong = (causes: PolicyMistake[], effects: PolicyMistake[]): Wrong => ({
  ok: false,
  mistakes: inOrder(causes.length > 0 ? causes : effects),
});

/** What the YAML itself has wrong. */
function slipOf({ code, message, pos }: YAMLError, lines: LineCounter, texts: MistakeTexts): PolicyMistake {
  const { line, col } = lines.linePos(pos[0]);
  const known = slips[code];
  const said = known ? texts[known]() : texts.noYaml(message);
  return { line: Math.max(1, line), column: Math.max(1, col), path: '', ...said };
}

const slips: Partial<Record<YAMLError['code'], 'twice' | 'tab' | 'indentation' | 'secondDocument' | 'unclosed'>> = {
  DUPLICATE_KEY: 'twice',
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indentation',
  MULTIPLE_DOCS: 'secondDocument',
  MISSING_CHAR: 'unclosed',
};

const inOrder = (mistakes: PolicyMistake[]): PolicyMistake[] =>
  mistakes.sort((a, b) => a.line - b.line || a.column - b.column);

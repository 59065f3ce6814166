import type { ConsultationKind } from '../../../prisma/generated/enums.ts';
import type { DraftWords } from '../../surveys/consultations/draft.ts';
import { readThreshold } from '../../surveys/consultations/threshold.ts';
import type { DraftMistake } from '../../text/consultations/texts.ts';
import { simplify } from '../../text/simplify.ts';
import { chineseNumber } from '../chinese-number.ts';
import { readFields } from '../fields.ts';
import { readAudience } from '../notices/read-audience.ts';
import { parseTime } from '../parse-time.ts';
import { draftFields, type DraftField } from './draft-fields.ts';
import { readAmount } from './read-amount.ts';

export interface DraftRead {
  words: DraftWords;
  mistakes: DraftMistake[];
}

/**
 * Reads what a manager wrote behind `表决`: a title on the first line, the text below, fields anywhere. `title` false: it changes a draft,
 * and all lines are the text.
 */
export function readDraft(
  written: string,
  { now, timeZone, title, kind }: { now: Date; timeZone: string; title: boolean; kind: ConsultationKind },
): DraftRead {
  const { body, fields, unknown } = readFields(
    written,
    draftFields,
    [],
    ['options', 'audience', 'closes', 'rule', 'households'],
  );
  const lines = body.split('\n');
  const words: DraftWords = {};
  const mistakes: DraftMistake[] = unknown.map((one) => ({ kind: 'field', ...one }));
  const inTitle = /^(.*?)[\s,，]+(?:目标|目標|goal)\s*[:：]?\s*(\S+)$/u.exec(lines[0]?.trim() ?? '');
  const goal = kind === 'pledge' && title && inTitle ? readAmount(inTitle[2] ?? '') : null;
  if (title) words.title = (goal !== null ? (inTitle?.[1] ?? '') : (lines[0] ?? '')).trim();
  if (goal !== null) words.goal = goal;
  const text = lines
    .slice(title ? 1 : 0)
    .join('\n')
    .trim();
  if (text !== '') words.text = text;
  for (const [key, read] of Object.entries(readers) as [DraftField, Reader][]) {
    const value = fields[key];
    if (value === undefined) continue;
    const outcome = read(value, { now, timeZone });
    if ('mistake' in outcome) mistakes.push(outcome.mistake);
    else Object.assign(words, outcome.words);
  }
  return { words, mistakes };
}

type Reader = (value: string, at: { now: Date; timeZone: string }) => { words: DraftWords } | { mistake: DraftMistake };

const wrong = (kind: 'time' | 'share' | 'amount' | 'households' | 'abstain' | 'audience', said: string) => ({
  mistake: { kind, said },
});

const readers: Record<DraftField, Reader> = {
  options: (value) => ({ words: { options: readOptions(value) } }),
  audience(value) {
    const read = readAudience(value);
    return 'mistake' in read ? wrong('audience', read.mistake) : { words: { audience: read.audience } };
  },
  closes(value, { now, timeZone }) {
    const closes = readSpan(value) ?? parseTime(value, now, timeZone)?.at;
    return closes === undefined ? wrong('time', value) : { words: { closes } };
  },
  opens(value, { now, timeZone }) {
    const opensAt = parseTime(value, now, timeZone)?.at;
    return opensAt === undefined ? wrong('time', value) : { words: { opensAt } };
  },
  rule(value) {
    const found: DraftWords = {};
    for (const part of value.split(/[,，;；、]/)) {
      const quorum = /^\s*(?:参与率?|參與率?|quorum|turnout)\s*[:：]?\s*(.+)$/iu.exec(part)?.[1];
      const majority = /^\s*(?:同意|通过|通過|赞成|贊成|majority|yes)\s*[:：]?\s*(.+)$/iu.exec(part)?.[1];
      const words = quorum === undefined ? majority !== undefined && readMajority(majority) : readQuorum(quorum);
      if (!words) return wrong('share', part.trim());
      Object.assign(found, words);
    }
    return { words: found };
  },
  quorum(value) {
    const words = readQuorum(value);
    return words ? { words } : wrong('share', value);
  },
  majority(value) {
    const words = readMajority(value);
    return words ? { words } : wrong('share', value);
  },
  abstain(value) {
    const said = simplify(value).trim().toLowerCase();
    if (/^(?:计入|算|计|计算|count|counted|yes)$/.test(said)) return { words: { countAbstentions: true } };
    if (/^(?:不计入|不算|不计|不计算|do not count|not counted|no)$/.test(said))
      return { words: { countAbstentions: false } };
    return wrong('abstain', value);
  },
  goal(value) {
    const goal = readAmount(value);
    return goal ? { words: { goal } } : wrong('amount', value);
  },
  households(value) {
    const said = /^(\d{1,5})\s*(?:户|戶|households?)?$/iu.exec(value.normalize('NFKC').trim());
    const households = Number(said?.[1] ?? 0);
    return households > 0 ? { words: { households } } : wrong('households', value);
  },
};

/** "A/B/C", "A、B", "A B". */
function readOptions(value: string): string[] {
  const apart = /[/／、,，;；|]/.test(value) ? /[/／、,，;；|]/ : /\s+/;
  return value
    .split(apart)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function readQuorum(value: string): DraftWords | null {
  const quorum = readThreshold(value, 'at_least');
  return quorum && { quorum };
}

/** "过半", "全体过半": of all households instead of the votes. */
function readMajority(value: string): DraftWords | null {
  const ofAll =
    /(?:全体|全體|所有户|所有戶)\s*(?:业主|業主|户数?|戶數?)?\s*(?:的)?(?=\S)|\s*of (?:all|the) households$/iu;
  const majority = readThreshold(value.trim().replace(ofAll, ''), 'over');
  return majority && { majority, base: ofAll.test(value.trim()) ? 'eligible' : 'votes' };
}

const DAY_MS = 86_400_000;

/** "7天", "两周", "10 days": how long it is open, in milliseconds; from one day to a year. */
export function readSpan(value: string): number | undefined {
  const said =
    /^(?:(?:开放|開放|为期|為期)\s*)?([\d一二两兩三四五六七八九十]{1,3})\s*个?(天|日|周|週|星期|days?|weeks?)(?:后|後|内|內)?$/iu.exec(
      value.normalize('NFKC').trim(),
    );
  const count = said ? chineseNumber((said[1] ?? '').replace('兩', '两')) : null;
  if (!said || count === null || count < 1 || count > 366) return undefined;
  return count * DAY_MS * (/^[天日d]/i.test(said[2] ?? '') ? 1 : 7);
}

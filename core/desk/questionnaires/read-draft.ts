import { readRepeat } from '../../notices/repeat-words.ts';
import type { QuestionnaireDraft } from '../../surveys/questionnaires/draft.ts';
import { readQuestions, type QuestionMistake } from '../../surveys/questionnaires/read-questions.ts';
import type { QuestionnaireField } from '../../text/questionnaires/texts.ts';
import { readFields } from '../fields.ts';
import { readAudience } from '../notices/read-audience.ts';
import { parseTime } from '../parse-time.ts';

const names = {
  audience: ['范围', 'for', 'to', 'audience'],
  closes: ['截止', '截至', '截止时间', '截止日期', '结束时间', 'until', 'closes'],
  opens: ['开始', '开始时间', '时间', 'opens', 'start', 'starts'],
  anonymous: ['匿名', 'anonymous'],
  per: ['对象', '按', 'per'],
  way: ['方式', 'way'],
  repeat: ['重复', 'repeat'],
  offer: ['意向', '需求', 'offer'],
  intro: ['说明', 'intro'],
} as const;

/** What a draft begins with: what of it nobody wrote stays as it is. */
export type DraftBefore = Omit<QuestionnaireDraft, 'closesAt'> & { closesAt: Date | null };

export type DraftRead =
  | { kind: 'draft'; draft: QuestionnaireDraft }
  | { kind: 'questions'; mistakes: QuestionMistake[] }
  | { kind: 'field'; field: QuestionnaireField; said: string }
  | { kind: 'unknown'; said: string; nearest: string | null };

/** A new one, of everybody, once of each household, in the groups (P7b). */
export const fresh: DraftBefore = {
  title: '',
  intro: '',
  questions: [],
  anonymous: false,
  perHousehold: true,
  isOffer: false,
  audience: {},
  inGroups: true,
  inDirect: false,
  opensAt: null,
  closesAt: null,
  repeat: null,
};

/**
 * Reads a questionnaire as a manager writes it: a title, questions ({@link readQuestions}), and fields on lines of their own. Fields alone
 * change what is there before. The first thing that is wrong is told, of questions everything.
 *
 * @param openFor how long it is open where nobody says until when
 */
export function readDraft(
  text: string,
  before: DraftBefore,
  at: { now: Date; timeZone: string; openFor: number },
): DraftRead {
  const { body, fields, unknown } = readFields(text, names, [], ['audience', 'closes', 'anonymous']);
  const [slip] = unknown;
  if (slip) return { kind: 'unknown', ...slip };
  const draft: DraftBefore = { ...before };
  // A line beside fields that change a draft is a field that nobody knows; a whole questionnaire has questions.
  if (body !== '' && draft.title !== '' && Object.keys(fields).length > 0 && 'mistakes' in readQuestions(body))
    return { kind: 'unknown', said: body.split('\n')[0] ?? body, nearest: null };
  if (body !== '' || draft.title === '') {
    const [title = '', ...rest] = body.split('\n');
    if (title.trim() === '' || /^\s*\d+\s*[.、．)）]/.test(title)) return { kind: 'field', field: 'title', said: '' };
    const read = readQuestions(rest.join('\n'));
    // Counted as the manager sees it: the title is the first line.
    if ('mistakes' in read)
      return { kind: 'questions', mistakes: read.mistakes.map((one) => ({ ...one, line: one.line + 1 })) };
    Object.assign(draft, { title: title.trim().slice(0, 80), intro: read.intro, questions: read.questions });
  }
  const wrong = (field: QuestionnaireField, said: string): DraftRead => ({ kind: 'field', field, said });
  if (fields.intro !== undefined) draft.intro = fields.intro;
  if (fields.audience !== undefined) {
    const read = readAudience(fields.audience);
    if ('mistake' in read) return wrong('audience', read.mistake);
    const { to, ...audience } = read.audience;
    draft.audience = audience;
    if (to !== undefined) Object.assign(draft, { inGroups: to !== 'direct', inDirect: to !== 'groups' });
  }
  if (fields.way !== undefined) {
    const way = wayIn(fields.way);
    if (!way) return wrong('way', fields.way);
    Object.assign(draft, way);
  }
  for (const [field, key] of [
    ['anonymous', 'anonymous'],
    ['offer', 'isOffer'],
  ] as const) {
    const said = fields[field];
    if (said === undefined) continue;
    const yes = yesIn(said);
    if (yes === null) return wrong(field, said);
    draft[key] = yes;
  }
  if (fields.per !== undefined) {
    const per = perIn(fields.per);
    if (per === null) return wrong('per', fields.per);
    draft.perHousehold = per;
  }
  if (fields.repeat !== undefined) {
    const repeat = yesIn(fields.repeat) === false ? null : readRepeat(fields.repeat);
    if (repeat === null && yesIn(fields.repeat) !== false) return wrong('repeat', fields.repeat);
    draft.repeat = repeat;
  }
  if (fields.opens !== undefined) {
    const opensAt = timeIn(fields.opens, at.now, at);
    if (opensAt === null) return wrong('opens', fields.opens);
    if (opensAt < at.now) return wrong('past', fields.opens);
    draft.opensAt = opensAt;
  }
  const from = draft.opensAt && draft.opensAt > at.now ? draft.opensAt : at.now;
  const closesAt =
    fields.closes === undefined
      ? (draft.closesAt ?? new Date(from.getTime() + at.openFor))
      : timeIn(fields.closes, from, at);
  if (closesAt === null) return wrong('closes', fields.closes ?? '');
  if (closesAt <= at.now && fields.closes !== undefined) return wrong('past', fields.closes);
  if (closesAt <= from && fields.closes !== undefined) return wrong('order', fields.closes);
  return { kind: 'draft', draft: { ...draft, closesAt } };
}

const DAY_MS = 86_400_000;

/** A time, or so many days, weeks or hours from `from` on. */
export function timeIn(said: string, from: Date, { now, timeZone }: { now: Date; timeZone: string }): Date | null {
  const span = /^\s*(\d{1,3})\s*(?:个)?\s*(小时|hours?|h|天|日|days?|d|周|星期|weeks?|w)\s*(?:后|內|内)?\s*$/i.exec(
    said,
  );
  if (!span) return parseTime(said, now, timeZone)?.at ?? null;
  const [, count = '', unit = ''] = span;
  const length = /^(?:小时|h)/i.test(unit) ? DAY_MS / 24 : /^(?:周|星期|w)/i.test(unit) ? 7 * DAY_MS : DAY_MS;
  return new Date(from.getTime() + Number(count) * length);
}

const plain = (said: string): string => said.normalize('NFKC').trim().toLowerCase();

function yesIn(said: string): boolean | null {
  if (/^(?:是|要|对|對|有|yes|y|true|on)$/.test(plain(said))) return true;
  return /^(?:否|不|不要|不是|无|無|没有|沒有|no|n|false|off|none)$/.test(plain(said)) ? false : null;
}

function perIn(said: string): boolean | null {
  if (/^(?:每?户|每?戶|家庭|按户|按戶|households?|flat)$/.test(plain(said))) return true;
  return /^(?:每?人|个人|個人|按人|persons?|people)$/.test(plain(said)) ? false : null;
}

function wayIn(said: string): { inGroups: boolean; inDirect: boolean } | null {
  if (/^(?:群|群里|群裡|群聊|groups?)$/.test(plain(said))) return { inGroups: true, inDirect: false };
  if (/^(?:私聊|私訊|单聊|direct|directly)$/.test(plain(said))) return { inGroups: false, inDirect: true };
  return /^(?:都|都要|两者|群和私聊|群和私訊|both|all)$/.test(plain(said)) ? { inGroups: true, inDirect: true } : null;
}

import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import type { NoticeDraft } from '../../notices/draft.ts';
import { readRepeat } from '../../notices/repeat-words.ts';
import type { NoticeMistake } from '../../text/notices/texts.ts';
import { plain } from '../duty/days.ts';
import { readFields } from '../fields.ts';
import { fold } from '../fold.ts';
import { parseTime } from '../parse-time.ts';
import { atWallTime, wallClock } from '../../policy/time/wall-clock.ts';
import { readAudience } from './read-audience.ts';

const names = {
  level: ['级别', '級別', 'level'],
  audience: ['范围', '範圍', '对象', '發送範圍', '发送范围', 'audience'],
  at: ['发送时间', '發送時間', '发送', '發送', '時間', '时间', 'at', 'send at', 'send'],
  repeat: ['重复', '重複', 'repeat'],
  effective: ['生效', '生效日期', '生效时间', '生效時間', 'effective'],
  until: ['至', '预计结束', '預計結束', '预计恢复', '預計恢復', 'until'],
  receipt: ['收到', '回执', '回執', 'receipt'],
  photos: ['照片', '图片', '圖片', 'photos', 'photo'],
  text: ['正文', '内容', '內容', 'text'],
  en: ['英文', '英语', 'en', 'english'],
  tw: ['繁体', '繁體', 'zh-tw', 'traditional'],
  cn: ['简体', '簡體', 'zh-cn', 'simplified'],
};
/** `时间：8点到12点` says when it happens, and belongs to the text. */
const namesWithoutTime = { ...names, at: names.at.filter((name) => name.includes('send') || /[发發]/.test(name)) };
const isSpan = /(?:^|\n)\s*(?:时间|時間)\s*[:：][^\n]*\d[^\n]*(?:-|–|—|~|～|至|到)[^\n]*[\d点點晚夜午]/;

const LONGEST = 2000;
const yes = /^(?:是|要|需要|yes|y|true|on)$/;
const no = /^(?:否|不|不要|不用|no|n|false|off)$/;
const now = /^(?:|现在|马上|立即|立刻|now|at once)$/;
const never = /^(?:|无|不|否|没有|不重复|none|no|never|once)$/;
const levels: [RegExp, NoticeLevel][] = [
  [/^(?:普通|一般|routine|normal)$/, 'routine'],
  [/^(?:重要|important)$/, 'important'],
  [/^(?:紧急|emergency|urgent)$/, 'emergency'],
];

/** The level that the first words of a message say: 紧急通知, "important notice". */
export function levelSaid(text: string): NoticeLevel {
  const said = plain(text)
    .replace(/^\/?(?:@\S+\s+)?\/?/, '')
    .replaceAll('_', ' ');
  if (/^(?:紧急通知|emergency notice|urgent notice)/.test(said)) return 'emergency';
  return /^(?:重要通知|important notice)/.test(said) ? 'important' : 'routine';
}

/** What somebody wrote of a draft: what is said, and all that is wrong. Nothing of it may be used when something is. */
export interface DraftWords {
  /** What stands in no field; of a new notice its text. */
  body: string;
  change: Partial<NoticeDraft>;
  /** The photos are meant that the writer has sent a moment before. */
  withPhotos: boolean;
  mistakes: NoticeMistake[];
}

/**
 * Reads a draft, or what is to be changed in one: text, and lines `范围: …`, `时间: …`, `重复: …`, `生效: …`, `至: …`, `收到: 是`, `照片: 是`, `英文: …`.
 * A `时间` with a span in it is part of the text. Times are on the estate's wall; a time that has passed is a mistake.
 */
export function readDraftWords(
  text: string,
  place: { now: Date; timeZone: string; locale: string; texts?: Record<string, string> },
): DraftWords {
  const fieldNames = isSpan.test(text) ? namesWithoutTime : names;
  const { body, fields, unknown } = readFields(text, fieldNames, ['text', 'en', 'tw', 'cn'], ['audience', 'effective']);
  const mistakes: NoticeMistake[] = unknown.map((one) => ({ kind: 'field', ...one }));
  const change: Partial<NoticeDraft> = {};
  if (fields.text !== undefined) change.text = fields.text;
  if (body.length + (fields.text ?? '').length > LONGEST) mistakes.push({ kind: 'too_long', most: LONGEST });

  const time = (said: string | undefined, mayBePast = false): Date | null => {
    if (said === undefined) return null;
    const at = parseTime(said, place.now, place.timeZone)?.at ?? null;
    if (!at) mistakes.push({ kind: 'time', said });
    else if (at <= place.now && !mayBePast) mistakes.push({ kind: 'time_passed', said });
    return at;
  };
  if (fields.level !== undefined) {
    const level = levels.find(([pattern]) => pattern.test(plain(fields.level ?? '')))?.[1];
    if (level) change.level = level;
    else mistakes.push({ kind: 'level', said: fields.level });
  }
  if (fields.audience !== undefined) {
    const read = readAudience(fields.audience);
    if ('audience' in read) change.audience = read.audience;
    else mistakes.push({ kind: 'audience', said: read.mistake });
  }
  if (fields.at !== undefined) change.sendAt = now.test(plain(fields.at)) ? null : time(fields.at);
  if (fields.repeat !== undefined) {
    change.repeat = never.test(plain(fields.repeat)) ? null : readRepeat(fields.repeat);
    if (change.repeat === null && !never.test(plain(fields.repeat)))
      mistakes.push({ kind: 'repeat', said: fields.repeat });
  }
  if (fields.effective !== undefined)
    change.effectiveAt = never.test(plain(fields.effective)) ? null : dayOf(fields.effective);
  if (fields.until !== undefined) change.endsAt = never.test(plain(fields.until)) ? null : time(fields.until);
  if (fields.receipt !== undefined) {
    const said = plain(fields.receipt);
    if (yes.test(said) || no.test(said)) change.asksReceipt = yes.test(said);
    else mistakes.push({ kind: 'receipt', said: fields.receipt });
  }
  const others = { en: fields.en, 'zh-TW': fields.tw, 'zh-CN': fields.cn };
  const said = Object.entries(others).filter(([, value]) => value !== undefined);
  if (said.length > 0) {
    const texts: Record<string, string> = { ...place.texts };
    for (const [locale, value = ''] of said) {
      if (locale === place.locale) change.text = value;
      else if (value === '') delete texts[locale];
      else texts[locale] = value;
    }
    change.texts = texts;
  }
  const withPhotos = fields.photos !== undefined && !no.test(plain(fields.photos));
  return { body, change, withPhotos, mistakes };

  /** A day without a time begins at its midnight: rules and fees hold from the beginning of a day. */
  function dayOf(said: string): Date | null {
    const at = time(said);
    const hasClock = /\d\s*[:点點时時]|\d ?[ap]m\b|[午晚早]|noon/.test(fold(said));
    if (!at || hasClock) return at;
    return atWallTime(wallClock(at, place.timeZone).toPlainDate(), '00:00', place.timeZone);
  }
}

/** What of a notice that was told is not corrected, of what somebody wrote in fields. */
export function uncorrectable(change: DraftWords['change']): NoticeMistake[] {
  const fixed = {
    audience: 'audience',
    sendAt: 'time',
    repeat: 'repeat',
    level: 'level',
    asksReceipt: 'receipt',
  } as const;
  return Object.entries(fixed).flatMap(([field, said]) => (field in change ? [{ kind: 'fixed' as const, said }] : []));
}

/** What does not fit together, once everything is known. `at`: when it would go out. */
export function unfitting(draft: NoticeDraft, at: Date, inWords: (at: Date) => string): NoticeMistake[] {
  const mistakes: NoticeMistake[] = [];
  if (draft.text.trim() === '') mistakes.push({ kind: 'no_text' });
  if (draft.endsAt && draft.endsAt <= at) mistakes.push({ kind: 'until_early', at: inWords(at) });
  if (draft.repeat && draft.effectiveAt) mistakes.push({ kind: 'repeat_late' });
  return mistakes;
}

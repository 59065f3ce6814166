import { describe, expect, it } from 'vitest';
import { textsFor } from '../../text/texts-for.ts';
import { locales } from '../../text/texts.ts';
import { checkPolicy } from '../check/check.ts';
import { defaultPolicy } from '../default-policy.ts';
import { diffInWords } from './diff-in-words.ts';
import type { Policy } from '../policy.ts';
import { leavesOf } from './policy-leaves.ts';

function changed(text: string): Policy {
  const checked = checkPolicy(text);
  if (!checked.ok) throw new Error(JSON.stringify(checked.mistakes));
  return checked.policy;
}

const differences = (text: string, locale = 'zh-CN'): string[] =>
  diffInWords(defaultPolicy, changed(text), textsFor(locale));

describe('what another policy changes', () => {
  it.each(locales)('has words for every field of telling and asking (%s)', (locale) => {
    const telling = /^(?:restraint|notices|publications|care|questionnaires|consultations|activities)\.(?!clause)/;
    const paths = leavesOf(defaultPolicy).flatMap(({ path }) => (telling.test(path) ? [path] : []));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => textsFor(locale).policyField(path) === null)).toEqual([]);
  });

  it.each([
    ['a limit', 'limits: { inquiry-answer: { within: 12h } }', ['咨询：24 小时 → 12 小时']],
    ['the kind of time', 'limits: { repair-answer: { counts: calendar } }', ['报修：服务时间 1 小时 → 1 小时']],
    ['what holds for everything', 'limits: { progress: { within: 1d } }', ['进展：48 小时 → 24 小时']],
    [
      'a line for one area, although its ladder is new, too',
      'limits: { barrier: { clause: P5d, for: first_response, kind: repair, area: parking, within: 2h, ladder: quiet } }',
      ['报修（停车）：服务时间 1 小时 → 2 小时'],
    ],
    ['a limit less', 'limits: { complaint-done: null }', ['办结 · 投诉：15 天 → 不限时']],
    ['the ladder of a line', 'limits: { progress: { ladder: quiet } }', ['limits.progress.ladder：office → quiet']],
    [
      'a limit and its ladder',
      'limits: { progress: { ladder: quiet, within: 24h } }',
      ['进展：48 小时 → 24 小时', 'limits.progress.ladder：office → quiet'],
    ],
    [
      'service hours',
      "calendar: { week: { sun: [] }, onHolidays: [], onMakeUpDays: ['09:00-12:00'] }",
      [
        '服务时间：每天 08:30–18:00 → 周一至周六 08:30–18:00；周日休息',
        '节假日服务时间：08:30–18:00 → 休息',
        '调休上班日服务时间：同周一 → [09:00-12:00]',
      ],
    ],
    [
      'a special day',
      "calendar: { days: { '2026-12-31': { open: [], because: 盘点 } } }",
      ['2026-12-31：无 → 休息（盘点）'],
    ],
    ['a time that is no limit', 'closing: { closeUnansweredAfter: 5d }', ['无回音关闭：3 天 → 5 天']],
    ['a share', 'followUps: { sampleShare: 12.5% }', ['抽样回访的比例：10% → 12.5%']],
    ['a number', 'machines: { perMinute: 10 }', ['设备每分钟上报上限：60 → 10']],
    ['how much is said', 'restraint: { perGroupAndDay: 5 }', ['每个群每天的消息条数：8 → 5']],
    ['when a vote decides', 'consultations: { majority: 66.7% }', ['表决通过须超过的比例：50% → 66.7%']],
    ['who has to agree', 'notices: { secondPersonFor: [important] }', ['需要第二位经理同意的通知：[] → [important]']],
    ['a rung', 'ladders: { office: { half: { at: 40% } } }', ['ladders.office.half.at：50% → 40%']],
    [
      'who is responsible',
      'responsible: { areas: { parking: [maintenance] } }',
      ['responsible.areas.parking：[security] → [maintenance]'],
    ],
  ])('%s', (_told, text, expected) => {
    expect(differences(text)).toEqual(expected);
  });

  it.each([
    ['zh-TW', '詢問：24 小時 → 12 小時'],
    ['en', 'Questions: 24 hours → 12 hours'],
  ])('in %s', (locale, expected) => {
    expect(differences('limits: { inquiry-answer: { within: 12h } }', locale)).toEqual([expected]);
  });

  it.each([
    ['the same', ''],
    [
      'the same time in another unit',
      'limits: { complaint-answer: { within: 2d }, inquiry-answer: { within: 1440min } }',
    ],
    ['a list of one for the one', 'limits: { repair-answer: { kind: [repair] } }'],
    ['what was the default of a field, now written', 'limits: { progress: { counts: calendar } }'],
  ])('nothing for %s', (_told, text) => {
    expect(differences(text)).toEqual([]);
  });

  it('a line under another name that promises the same is told by its path, so that nothing is hidden', () => {
    const renamed = differences(
      'limits: { progress: null, news: { clause: P5f, for: progress, within: 48h, ladder: office } }',
    );
    expect(renamed).toContain('limits.news.within：无 → 48 小时');
    expect(renamed).toContain('limits.progress.within：48 小时 → 无');
  });
});

import { describe, expect, it } from 'vitest';
import { textsFor } from '../../text/texts-for.ts';
import { locales } from '../../text/texts.ts';
import { checkPolicy } from '../check/check.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { Policy } from '../policy.ts';
import { policyInWords } from './policy-in-words.ts';

function changed(text: string): Policy {
  const checked = checkPolicy(text);
  if (!checked.ok) throw new Error(JSON.stringify(checked.mistakes));
  return checked.policy;
}

const chinese = (policy: Policy, now?: Date): string =>
  policyInWords(policy, textsFor('zh-CN'), null, { clauses: true, ...(now ? { now } : {}) });

describe('the default, as residents read it', () => {
  it.each([
    [
      'zh-CN',
      [
        '服务时间：每天 08:30–18:00，节假日照常（Asia/Shanghai）',
        '· 紧急情况：5 分钟内有人应答，不分昼夜（P5e）',
        '· 报修：服务时间 1 小时内答复（P5d）',
        '· 报修（加急）：服务时间 30 分钟内答复（P5d）',
        '· 建议、表扬：7 天内答复（P5b）',
        '· 办结时限：报修 7 天、投诉 15 天（P5f）',
        '· 到时限由监督小组过问，超时 2 小时由物业经理过问（P6c）',
        '· 每个群一天 8 条以后，不急的合并到 12:00、18:30 一起说；嫌多请说“少发”（P9a）',
        '· 收费和规定有变，提前 7 天说明（P8c）',
        '· 表决一户一票：50% 的住户参与才有效，超过 50% 的票同意才通过（P7c）',
      ],
    ],
    [
      'zh-TW',
      [
        '服務時間：每天 08:30–18:00，國定假日照常（Asia/Shanghai）',
        '· 緊急狀況：5 分鐘內有人應答，不分晝夜（P5e）',
        '· 申訴：48 小時內回覆（P5a）',
        '· 收費和規定有變，提前 7 天說明（P8c）',
        '· 您說沒解決的，再次回覆的時限：服務時間 4 小時、緊急狀況 5 分鐘（P6d、P5e）',
      ],
    ],
    [
      'en',
      [
        'Service hours: every day 08:30–18:00; on public holidays, too (Asia/Shanghai)',
        '· Emergencies: a person answers within 5 minutes, day or night (P5e)',
        '· Repairs: answered within 1 hour of service time (P5d)',
        '· Fees and rules that change are explained 7 days before (P8c)',
        '· While it is open: news at least every 48 hours (P5f)',
        '· It goes to the supervisors at the limit, to the manager 2 hours after it (P6c)',
      ],
    ],
  ])('in %s', (locale, expected) => {
    const page = policyInWords(defaultPolicy, textsFor(locale), 'Asia/Shanghai', { clauses: true }).split('\n');
    expect(page).toEqual(expect.arrayContaining(expected));
  });

  it.each(locales)('is short enough for a chat, and its codes stand at the ends of lines only (%s)', (locale) => {
    const inCharge = [{ what: '3', name: 'Wang' }];
    const page = policyInWords(defaultPolicy, textsFor(locale), 'Asia/Shanghai', { inCharge, clauses: true });
    const lines = page.split('\n');
    expect(lines.length).toBeLessThanOrEqual(28);
    for (const line of lines) expect(line.replace(/\s?[（(](?:P\d+[a-z][、, ]*)+[)）]$/, '')).not.toMatch(/\bP\d/);
    expect(page).not.toMatch(/undefined|null|first_response|_/);
  });
});

describe('a community’s own policy', () => {
  it.each([
    [
      'days with other hours, and a closed day',
      "calendar: { week: { mon: ['08:30-12:00', '13:30-18:00'], sat: ['09:00-12:00'], sun: [] }, onHolidays: [] }",
      '周一 08:30–12:00、13:30–18:00；周二至周五 08:30–18:00；周六 09:00–12:00；周日休息，法定节假日休息',
    ],
    ['no holidays kept: nothing is said of them', 'calendar: { holidays: null }', '服务时间：每天 08:30–18:00\n'],
    [
      'an area with a time of its own',
      'limits: { barrier: { clause: P5d, for: first_response, kind: repair, area: parking, within: 2h } }',
      '· 报修（停车）：2 小时内答复（P5d）',
    ],
    ['no limit is said, too', 'limits: { praise-answer: { within: null } }', '· 表扬：不设答复时限（P5b）'],
    ['a vote of its own', 'consultations: { quorum: 66.7% }', '表决一户一票：66.7% 的住户参与才有效'],
    ['a person or the bot asks again', 'followUps: { after: 1w, by: { sample: person } }', '关闭 7 天后回访：专人回访'],
  ])('%s', (_told, text, expected) => {
    expect(chinese(changed(text))).toContain(expected);
  });

  it.each([
    ['without quiet hours', "calendar: { quietHours: '00:00-00:00' }", '安静时间'],
    ['without a sample', 'followUps: { sampleShare: 0% }', '其余事项'],
    ['where nobody apologises', 'ladders: { office: { sorry: null } }', '不用您催'],
    ['where nothing must be done within a time', 'limits: { repair-done: null, complaint-done: null }', '办结时限'],
  ])('%s nothing is said of it', (_told, text, absent) => {
    expect(chinese(defaultPolicy)).toContain(absent);
    expect(chinese(changed(text))).not.toContain(absent);
  });

  it('names the special days that are still to come, the day itself included', () => {
    const policy = changed("calendar: { days: { '2026-12-31': { open: ['08:30-12:00'], because: 盘点 } } }");
    const day = '2026-12-31 08:30–12:00（盘点）';
    expect(chinese(policy, new Date('2026-12-31T20:00:00Z'))).toContain(day);
    expect(chinese(policy, new Date('2027-01-01T00:00:00Z'))).not.toContain(day);
  });

  it('names who is in charge', () => {
    const inCharge = [{ what: '3栋', name: '李工' }];
    expect(policyInWords(defaultPolicy, textsFor('zh-CN'), null, { inCharge })).toMatch(/负责人：\n· 3栋：李工$/);
  });

  it('names no codes where nobody asked for them', () => {
    expect(policyInWords(defaultPolicy, textsFor('zh-CN'), null)).not.toMatch(/P\d/);
  });
});

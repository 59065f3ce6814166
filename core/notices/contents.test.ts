import { describe, expect, it } from 'vitest';
import type { Notice } from '../../prisma/generated/client.ts';
import { changedContentsOf, contentsOf, endWordOf, extendWordOf, firstLine } from './contents.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const place = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
const notice: Notice = {
  id: '0190a000-0000-7000-8000-000000000001',
  communityId: '0190a000-0000-7000-8000-000000000002',
  number: 1,
  level: 'important',
  state: 'live',
  text: '明天停水\n请储水',
  texts: { en: 'No water', 'zh-TW': '明天停水' },
  attachmentIds: ['a'],
  audience: {},
  asksReceipt: true,
  sendAt: null,
  repeat: null,
  seriesId: null,
  effectiveAt: null,
  endsAt: new Date('2026-11-23T18:00:00+08:00'),
  isDrill: false,
  templateId: null,
  planId: null,
  publicationId: null,
  conversationId: null,
  draftedById: null,
  draftedAt: now,
  confirmedById: null,
  confirmedAt: null,
  approvedById: null,
  approvedAt: null,
  liveAt: now,
  overAt: null,
  confirmedOnce: null,
};
const textsIn = (contents: ReturnType<typeof contentsOf>) =>
  Object.fromEntries(Object.entries(contents).map(([locale, { text }]) => [locale, text]));

describe('what residents read of a notice', () => {
  it('has its title, its end, and how to confirm it, in each of its languages', () => {
    expect(textsIn(contentsOf(notice, place))).toEqual({
      'zh-CN': '【重要通知】\n明天停水\n请储水\n预计到 11月23日 18:00\n看到请点“收到”或回复“收到”。',
      'zh-TW': '【重要通知】\n明天停水\n預計到 11月23日 18:00\n看到請點「收到」或回覆「收到」。',
      en: 'Important notice\nNo water\nExpected to last until 18:00 on 23 Nov\nPlease press “Got it”, or reply “got it”.',
    });
    const { 'zh-CN': own } = contentsOf(notice, place);
    expect(own?.choices?.flat().map(({ label }) => label)).toEqual(['收到']);
    expect(own?.attachmentIds).toEqual(['a']);
  });

  it('a drill says in every word that it is one', () => {
    const drill = { ...notice, isDrill: true };
    for (const text of Object.values(textsIn(contentsOf(drill, place)))) expect(text).toMatch(/演练|演練|Drill/);
    for (const text of Object.values(textsIn(endWordOf(drill, place, null)))) expect(text).toMatch(/演练|演練|Drill/);
    for (const text of Object.values(textsIn(extendWordOf(drill, place, now)))) expect(text).toMatch(/演练|演練|Drill/);
  });

  it('a correction is said anew where words cannot be changed; that it is over or extended is not said twice', () => {
    const brief = (as: Parameters<typeof changedContentsOf>[3]) =>
      changedContentsOf(notice, place, now, as)['zh-CN']?.brief;
    expect(brief('corrected')).toMatch(/^【更正】11月23日 10:00\n【重要通知】\n明天停水/);
    expect(brief('ended')).toBeUndefined();
    expect(brief('extended')).toBeUndefined();
  });

  it('what is over asks for nothing any more', () => {
    const over = changedContentsOf(notice, place, now, 'ended')['zh-CN'];
    expect(over?.choices).toBeUndefined();
  });

  it('what is withdrawn is taken back, or said to be void', () => {
    expect(changedContentsOf(notice, place, now, 'withdrawn').en).toMatchObject({
      recall: true,
      text: 'This notice is void, please wait for the next one: No water',
    });
  });

  it('the words of the manager are in the language of the community, and others hear a sentence of ours', () => {
    const said = textsIn(endWordOf(notice, place, '提前来水了'));
    expect(said['zh-CN']).toBe('✅ 提前来水了（明天停水）');
    expect(said['en']).toContain('back to normal');
  });

  it.each([
    ['明天停水\n请储水', '明天停水'],
    ['水'.repeat(40), `${'水'.repeat(29)}…`],
    ['', ''],
  ])('%j is named by %j', (text, first) => expect(firstLine(text)).toBe(first));
});

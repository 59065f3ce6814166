import { describe, expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const zone = 'Asia/Shanghai';
const at = (iso: string): Date => new Date(`${iso}+08:00`);

describe('a draft of an activity', () => {
  it('has a name, words and fields', () => {
    const text =
      '重阳节包饺子\n一起包饺子，食材已备好\n时间：11月28日10:00\n地点：活动室\n名额：20人\n报名截止：11月27日18点\n范围：3栋 5栋';
    expect(readDraft(text, now, zone)).toEqual({
      kind: 'draft',
      draft: {
        title: '重阳节包饺子',
        text: '一起包饺子，食材已备好',
        place: '活动室',
        startsAt: at('2026-11-28T10:00:00'),
        signUpUntil: at('2026-11-27T18:00:00'),
        capacity: 20,
        audience: { buildings: ['3', '5'] },
      },
    });
  });

  it.each([
    { said: '11月28日9:00-11:00', begins: '2026-11-28T09:00:00' },
    { said: '周六上午9点到11点', begins: '2026-11-28T09:00:00' },
    { said: '明天下午3点', begins: '2026-11-24T15:00:00' },
    { said: 'Saturday 10:00', begins: '2026-11-28T10:00:00' },
  ])('begins with $said', ({ said, begins }) => {
    expect(readDraft(`包饺子\n时间：${said}`, now, zone)).toMatchObject({ draft: { startsAt: at(begins) } });
  });

  it('may have lost its colons, in full-width digits', () => {
    expect(readDraft('包饺子\n时间 周六１０:００\n名额 ２０人\n范围 3栋、5栋业主', now, zone)).toMatchObject({
      draft: { startsAt: at('2026-11-28T10:00:00'), capacity: 20, audience: { buildings: ['3', '5'] }, text: '' },
    });
  });

  it.each([
    { what: 'no time', text: '包饺子\n名额：20', kind: 'no_time' },
    { what: 'a time that nobody understands', text: '包饺子\n时间：改天', kind: 'time' },
    { what: 'a time that has passed', text: '包饺子\n时间：今天8:00', kind: 'time_passed' },
    { what: 'no name', text: '时间：明天10点', kind: 'no_title' },
    { what: 'no number of places', text: '包饺子\n时间：明天10点\n名额：很多', kind: 'capacity' },
    { what: 'no places at all', text: '包饺子\n时间：明天10点\n名额：0', kind: 'capacity' },
    { what: 'sign-up that ends too late', text: '包饺子\n时间：明天10点\n报名截止：后天10点', kind: 'until_late' },
    { what: 'sign-up that has ended', text: '包饺子\n时间：明天10点\n报名截止：今天8:00', kind: 'until_passed' },
    { what: 'an audience that nobody understands', text: '包饺子\n时间：明天10点\n范围：月亮', kind: 'audience' },
  ])('is sent back with $what', ({ text, kind }) => {
    expect(readDraft(text, now, zone)).toMatchObject({ kind: 'mistakes', mistakes: [{ kind }] });
  });

  it('is changed by the fields of a reply, and keeps the rest', () => {
    const first = readDraft('包饺子\n自带围裙\n时间：明天10点\n名额：20', now, zone);
    if (first.kind !== 'draft') throw new Error('no draft');
    const changed = readDraft('名额：不限\n地点：花园', now, zone, first.draft);
    expect(changed).toEqual({ kind: 'draft', draft: { ...first.draft, capacity: null, place: '花园' } });
    expect(readDraft('看着不错', now, zone, first.draft)).toEqual({ kind: 'none' });
  });
});

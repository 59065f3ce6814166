import { describe, expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const at = { now, timeZone: 'Asia/Shanghai', title: true, kind: 'vote' as const };

describe('a draft as managers write it', () => {
  it('is a title, a text and fields', () => {
    const { words, mistakes } = readDraft(
      '更换电梯\n三台电梯已用 18 年。\n费用：每户 1200 元，从维修资金出。\n选项: A方案/B方案\n范围：3栋 5栋\n截止: 11月30日18:00\n法定: 参与 2/3，同意 过半\n弃权: 不计入\n户数: 320',
      at,
    );
    expect(mistakes).toEqual([]);
    expect(words).toEqual({
      title: '更换电梯',
      text: '三台电梯已用 18 年。\n费用：每户 1200 元，从维修资金出。',
      options: ['A方案', 'B方案'],
      audience: { buildings: ['3', '5'] },
      closes: new Date('2026-11-30T18:00:00+08:00'),
      quorum: { share: 2, of: 3, over: false },
      majority: { share: 1, of: 2, over: true },
      base: 'votes',
      countAbstentions: false,
      households: 320,
    });
  });

  it.each<[string, object]>([
    ['楼道灯 目标 3000元', { title: '楼道灯', goal: 300_000 }],
    ['楼道灯\n目标: 三千', { title: '楼道灯', goal: 300_000 }],
  ])('a pledge: %j', (text, words) => {
    expect(readDraft(text, { ...at, kind: 'pledge' })).toEqual({ words, mistakes: [] });
  });

  it.each<[string, object]>([
    ['截止: 7天', { closes: 7 * 86_400_000 }],
    ['截止: 两周', { closes: 14 * 86_400_000 }],
    ['until: 10 days', { closes: 10 * 86_400_000 }],
    ['开始: 明天8:00', { opensAt: new Date('2026-11-24T08:00:00+08:00') }],
    ['法定: 同意 全体过半', { majority: { share: 1, of: 2, over: true }, base: 'eligible' }],
    ['通过比例: 2/3', { majority: { share: 2, of: 3, over: false }, base: 'votes' }],
    ['选项: 甲 乙 丙', { options: ['甲', '乙', '丙'] }],
    ['电梯改成两台。', { text: '电梯改成两台。' }],
  ])('a change of one: %j', (text, words) => {
    expect(readDraft(text, { ...at, title: false })).toEqual({ words, mistakes: [] });
  });

  it.each<[string, object]>([
    ['截止: 很久以后', { kind: 'time', said: '很久以后' }],
    ['法定: 参与 很多', { kind: 'share', said: '参与 很多' }],
    ['法定: 2/3', { kind: 'share', said: '2/3' }],
    ['目标: 很多钱', { kind: 'amount', said: '很多钱' }],
    ['户数: 若干', { kind: 'households', said: '若干' }],
    ['弃权: 也许', { kind: 'abstain', said: '也许' }],
  ])('a mistake is named: %j', (text, mistake) => {
    expect(readDraft(`更换电梯\n说明\n${text}`, at).mistakes).toEqual([mistake]);
  });
});

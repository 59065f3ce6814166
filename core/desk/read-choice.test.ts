import { describe, expect, it } from 'vitest';
import { numberedChoices } from '../outbox/numbered.ts';
import { readChoice } from './read-choice.ts';

const shownOf = (...rows: string[][]) =>
  numberedChoices(rows.map((row) => row.map((label) => ({ id: `id-${label}`, label })))).said;
const card = shownOf(['接单', '承诺', '转交'], ['办结', '误报']);
const doubt = shownOf(['是，开工单', '不是']);
const rating = shownOf(['1', '2', '3', '4', '5'], ['未解决']);
const which = shownOf(['A7K2 电梯不动了', 'B3M4 水管漏水']);

describe('choices shown in words, and what somebody answers', () => {
  it.each([
    ['1', card, '接单'],
    ['１', card, '接单'],
    ['1.', card, '接单'],
    ['1。', card, '接单'],
    ['①', card, '接单'],
    ['⒈', card, '接单'],
    ['1️⃣', card, '接单'],
    [' 5 ', card, '误报'],
    ['五', card, '误报'],
    ['选2', card, '承诺'],
    ['第一个', card, '接单'],
    ['接单', card, '接单'],
    ['接單', card, '接单'],
    ['办结。', card, '办结'],
    ['是，开工单', doubt, '是，开工单'],
    ['是,开工单', doubt, '是，开工单'],
    ['是開工單', doubt, '是，开工单'],
    ['是', doubt, '是，开工单'],
    ['不是', doubt, '不是'],
    ['2', doubt, '不是'],
    ['4', rating, '4'],
    ['④', rating, '4'],
    ['未解決', rating, '未解决'],
    ['b3m4', which, 'B3M4 水管漏水'],
    ['Ｂ３Ｍ４', which, 'B3M4 水管漏水'],
    ['2', which, 'B3M4 水管漏水'],
  ])('%s', (text, shown, label) => {
    expect(readChoice(text, shown)).toMatchObject({ kind: 'chosen', choice: { label }, rest: '' });
  });

  it.each([
    ['4 换了水泵', '办结', '换了水泵'],
    ['２，明天15:00', '承诺', '明天15:00'],
    ['3 李工', '转交', '李工'],
  ])('%s: with words beside the number', (text, label, rest) => {
    expect(readChoice(text, card)).toMatchObject({ kind: 'chosen', choice: { label }, rest });
  });

  it.each([
    ['7', card],
    ['0', card],
    ['三', doubt],
    ['6', rating],
    ['22', card],
  ])('%s was not offered', (text, shown) => {
    expect(readChoice(text, shown)).toEqual({ kind: 'not_offered' });
  });

  it.each([
    ['4 楼的灯也坏了', card],
    ['3 个人都说听到了', card],
    ['4号楼', card],
    ['7 换了水泵', card],
    ['师傅马上到', card],
    ['是的，我去看看', doubt],
    ['不是吧', doubt],
    ['', card],
    ['？', card],
    ['👍', card],
    ['开工', doubt],
  ])('%s is none', (text, shown) => {
    expect(readChoice(text, shown)).toEqual({ kind: 'none' });
  });

  it('where two labels are alike, neither is meant by it', () => {
    expect(readChoice('王师傅', shownOf(['王师傅', '王师傅']))).toEqual({ kind: 'none' });
  });
});

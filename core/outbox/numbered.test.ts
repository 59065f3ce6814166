import { describe, expect, it } from 'vitest';
import type { Choice } from '../channel/outgoing.ts';
import { numberedChoices } from './numbered.ts';

const rowOf = (...labels: string[]): Choice[] => labels.map((label) => ({ id: `id-${label}`, label }));

describe('choices where there are no buttons', () => {
  it.each<{ told: string; rows: Choice[][]; lines: string; said: string[] }>([
    { told: 'none', rows: [], lines: '', said: [] },
    { told: 'one row is one line', rows: [rowOf('接单', '承诺')], lines: '1 接单 · 2 承诺', said: ['1', '2'] },
    {
      told: 'numbers run on through all rows',
      rows: [rowOf('接单', '承诺', '转交'), rowOf('办结', '误报')],
      lines: '1 接单 · 2 承诺 · 3 转交\n4 办结 · 5 误报',
      said: ['1', '2', '3', '4', '5'],
    },
    { told: 'an empty row takes no line', rows: [[], rowOf('是')], lines: '1 是', said: ['1'] },
    {
      told: 'numerals are said as they are, what stands beside them by its label, and the question says so',
      rows: [rowOf('1', '2', '3', '4', '5'), rowOf('未解决')],
      lines: '',
      said: ['1', '2', '3', '4', '5', '未解决'],
    },
    {
      told: 'a label with a number in it is no numeral, and is kept apart from its own',
      rows: [rowOf('30 分钟内', '今天 18:00')],
      lines: '1) 30 分钟内 · 2) 今天 18:00',
      said: ['1', '2'],
    },
  ])('$told', ({ rows, lines, said }) => {
    const shown = numberedChoices(rows);
    expect(shown.lines).toBe(lines);
    expect(shown.said.map(({ say }) => say)).toEqual(said);
    expect(shown.said.map(({ id, label }) => ({ id, label }))).toEqual(rows.flat());
  });
});

import { describe, expect, it } from 'vitest';
import { asksTheSame, clustersOf } from './cluster.ts';

const asked = (...lines: [string, string][]) =>
  lines.map(([text, who], index) => ({ ticketId: `t${index}`, text, askers: who.split(' ') }));

describe('questions about one notice', () => {
  it('come together when they ask much the same, the most asked first', () => {
    const clusters = clustersOf(
      asked(
        ['停水到几点', 'a'],
        ['老人取不了水怎么办', 'b'],
        ['请问停水到几点结束？', 'c'],
        ['停水什么时候结束', 'd'],
        ['為什麼停水', 'e'],
      ),
    );
    expect(clusters.map(({ questions }) => questions.map(({ ticketId }) => ticketId).toSorted())).toEqual([
      ['t0', 't2', 't3'],
      ['t1'],
      ['t4'],
    ]);
    expect(clusters[0]?.asked).toBe(3);
    expect(clusters[0]?.typical.text).toMatch(/停水/);
  });

  it('count a household once, however often it asks', () => {
    const [one] = clustersOf(asked(['停水到几点', 'a'], ['停水到几点啊', 'a b'], ['停水几点结束', 'b']));
    expect(one).toMatchObject({ asked: 2 });
    expect(one?.questions).toHaveLength(3);
  });

  it('are none where nobody asks', () => {
    expect(clustersOf([])).toEqual([]);
  });

  it.each([
    ['停车费怎么算', '停车费是怎么算的？', true],
    ['停车费怎么算', '停車費怎麼算', true],
    ['停车费为什么涨', '停车费怎么交', false],
    ['临时停车免费吗', '临时停车还免费吗', true],
    ['How long does it take?', 'How long will it take?', true],
    ['How long does it take?', 'Where can I get water?', false],
  ])('%s / %s: %s', (a, b, same) => {
    expect(asksTheSame(a, b)).toBe(same);
  });
});

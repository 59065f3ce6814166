import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainEntry } from './line.ts';
import { mergeChains, type KnownLine } from './merge-chains.ts';

const entry = (said: string): ChainEntry => {
  const [name = '', heads = '1'] = said.split('*');
  return { name, heads: Number(heads), comment: '' };
};
const list = (said: string): ChainEntry[] => (said === '' ? [] : said.split(' ').map(entry));
/** Everybody wrote their own line. */
const line = (said: string, gone = false): KnownLine => {
  const one = entry(said);
  return { ...one, id: one.name, ownedBy: [one.name], gone };
};

describe('pasted lists', () => {
  it.each([
    { told: 'one more', lines: '李 王', earlier: ['李', '李 王'], pasted: '李 王 陈', by: '陈', added: '陈' },
    {
      told: 'two who copied the same list',
      lines: '李 王',
      earlier: ['李', '李 王'],
      pasted: '李 陈',
      by: '陈',
      added: '陈',
      missing: 1,
    },
    {
      told: 'an older list by somebody else',
      lines: '李 王',
      earlier: ['李', '李 王'],
      pasted: '李',
      by: '陈',
      missing: 1,
    },
    {
      told: 'a neighbour deleted by mistake',
      lines: '李 王 陈',
      earlier: ['李 王 陈'],
      pasted: '李 陈 赵',
      by: '赵',
      added: '赵',
      missing: 1,
    },
    { told: 'oneself struck out', lines: '李 王 陈', earlier: ['李 王 陈'], pasted: '李 陈', by: '王', removed: '王' },
    {
      told: 'oneself struck out, being the last',
      lines: '李 王',
      earlier: ['李', '李 王'],
      pasted: '李',
      by: '王',
      removed: '王',
    },
    {
      told: 'one more besides oneself',
      lines: '李 王',
      earlier: ['李 王'],
      pasted: '李 王*2',
      by: '王',
      changed: '王*2',
    },
    { told: 'the line of somebody else changed', lines: '李 王', earlier: ['李 王'], pasted: '李 王*2', by: '李' },
    {
      told: 'an older line of one’s own in an old copy',
      lines: '李 王*3',
      earlier: ['李 王', '李 王*3'],
      pasted: '李 王 陈',
      by: '陈',
      added: '陈',
    },
    {
      told: 'one’s own old line in one’s own old copy',
      lines: '李 王*3',
      earlier: ['李 王', '李 王*3'],
      pasted: '李 王 陈',
      by: '王',
      added: '陈',
    },
    {
      told: 'another name for oneself',
      lines: '李 王',
      earlier: ['李 王'],
      pasted: '李 王芳',
      by: '王',
      changed: '王芳',
    },
    { told: 'nothing but the header', lines: '李 王', earlier: ['', '李 王'], pasted: '', by: '李', missing: 2 },
    { told: 'the same list again', lines: '李 王', earlier: ['李', '李 王'], pasted: '李 王', by: '王' },
    { told: 'a first list', lines: '', earlier: [], pasted: '李 王', by: '李', added: '李 王' },
  ])('$told', ({ lines, earlier, pasted, by, added = '', changed = '', removed = '', missing = 0 }) => {
    const known = { lines: list(lines).map((one) => line(`${one.name}*${one.heads}`)), earlier: earlier.map(list) };
    const merge = mergeChains(known, list(pasted), by);
    const said = (entries: ChainEntry[]): string =>
      entries.map(({ name, heads }) => (heads === 1 ? name : `${name}*${heads}`)).join(' ');
    expect({
      added: said(merge.added),
      changed: said(merge.changed.map((one) => one.entry)),
      removed: merge.removed.join(' '),
      missing: merge.missing,
    }).toEqual({ added, changed, removed, missing });
  });

  it('does not bring back who has cancelled, because somebody pasted an older list', () => {
    const known = { lines: [line('李'), line('王', true)], earlier: [list('李 王')] };
    expect(mergeChains(known, list('李 王 陈'), '陈').added.map(({ name }) => name)).toEqual(['陈']);
  });

  it('lets somebody who has cancelled sign up again', () => {
    const known = { lines: [line('李'), line('王', true)], earlier: [list('李 王'), list('李')] };
    expect(mergeChains(known, list('李 王'), '王').added.map(({ name }) => name)).toEqual(['王']);
  });

  it('takes a line that somebody crossed out themselves for cancelled', () => {
    const known = { lines: [line('李'), line('王')], earlier: [list('李 王')] };
    const crossed = [entry('李'), { ...entry('王'), cancelled: true as const }];
    expect(mergeChains(known, crossed, '王').removed).toEqual(['王']);
    expect(mergeChains(known, crossed, '李').removed).toEqual([]);
  });

  it('keeps everybody, however many copy and paste at the same time', () => {
    // Each step: somebody takes one of the lists seen so far, adds themselves, perhaps loses a line, and pastes.
    const steps = fc.array(fc.record({ from: fc.nat(), loses: fc.option(fc.nat()) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        const earlier: ChainEntry[][] = [];
        let lines: KnownLine[] = [];
        for (const [index, { from, loses }] of all.entries()) {
          const name = `邻居${index}`;
          const copied = earlier.length === 0 ? [] : (earlier[from % earlier.length] ?? []);
          const kept = copied.filter((_, at) => loses === null || copied.length < 2 || at !== loses % copied.length);
          const pasted = [...kept, entry(name)];
          const merge = mergeChains({ lines, earlier }, pasted, name);
          expect(merge.removed).toEqual([]);
          lines = [...lines, ...merge.added.map((one) => ({ ...one, id: one.name, ownedBy: [name], gone: false }))];
          earlier.push(pasted);
        }
        expect(lines.map((one) => one.name)).toEqual(all.map((_, index) => `邻居${index}`));
      }),
    );
  });
});

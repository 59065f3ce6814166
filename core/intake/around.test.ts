import { describe, expect, it } from 'vitest';
import { aroundOf, type Around } from './around.ts';
import { bareMessage } from './bare-message.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { HeardMessage } from './understanding.ts';

const at = new Date('2026-03-02T09:00:00Z');
const setting = { buildings: [], groupBuildings: [], locale: 'zh-CN' };
const now = bareMessage({ id: 'now', at, senderId: 'a', text: '又停了' });
const talk = (count: number, more: (line: number) => Partial<HeardMessage> = () => ({})): HeardMessage[] =>
  Array.from({ length: count }, (_, line) =>
    bareMessage({ id: String(line), at, senderId: `s${line}`, text: '早', ...more(line) }),
  );
const around = (recent: HeardMessage[], tied: readonly string[] = []): Around =>
  aroundOf(now, { setting, recent, matters: [knownMatter({ messages: tied })] });

describe('whether a group replies to the very message that is meant', () => {
  const replying = (count: number, replies: number) =>
    around(talk(count, (line) => ({ replyToId: line < replies ? 'x' : null }))).replies;

  it.each([
    [12, 1, 'usual'],
    [11, 1, null],
    [30, 0, 'rare'],
    [29, 0, null],
    [60, 1, 'rare'],
    [60, 2, null],
  ])('of %i messages %i: %s', (count, replies, is) => expect(replying(count, replies)).toBe(is));

  it('counts a quote as a reply', () => {
    expect(around(talk(12, () => ({ quotedText: '早' }))).replies).toBe('usual');
  });
});

describe('how much of what residents said lately is of matters', () => {
  const share = (count: number, tied: number): number =>
    around(
      talk(count),
      talk(tied).map(({ id }) => id),
    ).ofMatters;

  it('is nothing where too little was said, or as much as is usual', () => {
    expect(share(19, 19)).toBe(0);
    expect(share(20, 3)).toBe(0);
  });

  it('is more in a busy group and less in a quiet one, in which no more than the least is ever assumed', () => {
    expect(share(20, 6)).toBeCloseTo(Math.log(2), 10);
    expect(share(60, 3)).toBeCloseTo(Math.log(1 / 3), 10);
    expect(share(60, 0)).toBeCloseTo(Math.log(0.2), 10);
    expect(share(60, 1)).toBe(share(60, 0));
  });

  it('does not count what the staff say', () => {
    const said = [...talk(20), ...talk(40, (line) => ({ id: `staff ${line}`, fromStaff: true }))];
    expect(around(said, ['0', '1', '2', 'staff 1', 'staff 2']).ofMatters).toBe(0);
  });
});

describe('when the sender spoke before', () => {
  const minutesAgo = (minutes: number): HeardMessage[] => [
    bareMessage({ id: 'own', at: new Date(at.getTime() - minutes * 60_000), senderId: 'a', text: '停了' }),
  ];

  it.each([
    [2, 'within 2 min'],
    [3, 'within 10 min'],
    [11, 'before'],
  ])('%i minutes ago', (minutes, ownLast) => {
    expect(around(minutesAgo(minutes)).ownLast).toBe(ownLast);
    expect(around(minutesAgo(minutes), ['own']).ownLast).toBe(`${ownLast}, of a matter`);
  });

  it('is long ago where nobody remembers it, also of somebody unknown', () => {
    expect(around(talk(3)).ownLast).toBe('long ago');
    expect(around([])).toMatchObject({ ownLast: 'long ago', isFirst: true, lastByStaff: false });
    const unknown = bareMessage({ id: 'now', at, text: '停了' });
    const recent = [bareMessage({ id: 'own', at, text: '停了' })];
    expect(aroundOf(unknown, { setting, recent, matters: [] }).ownLast).toBe('long ago');
  });
});

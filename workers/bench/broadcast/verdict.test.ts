import { describe, expect, it } from 'vitest';
import { verdictOf, type Seen } from './verdict.ts';

const SECOND = 1_000;
const empty = { arrivals: [], accepted: [], limitsBroken: 0, faults: {}, thrownOut: [] };
const told = (...at: number[]) => at.map((one) => ({ chat: -1, text: '停水', at: one }));
const group = (state: string, ...more: string[]) => [{ externalIds: ['-1', ...more], state }];

describe('what is made of a run', () => {
  it.each<{ says: string; seen: Partial<Seen>; counted: { lost: number; doubled: number; inTheAir: number } }>([
    {
      says: 'a group that was told once',
      seen: { report: { ...empty, accepted: told(5_000) }, targets: group('sent') },
      counted: { lost: 0, doubled: 0, inTheAir: 0 },
    },
    {
      says: 'a group that heard nothing, whatever the books say',
      seen: { report: empty, targets: group('sent') },
      counted: { lost: 2, doubled: 0, inTheAir: 0 },
    },
    {
      says: 'a group that threw the bot out',
      seen: { report: { ...empty, thrownOut: [-1] }, targets: group('failed') },
      counted: { lost: 0, doubled: 0, inTheAir: 0 },
    },
    {
      says: 'a group that was told under its new id',
      seen: { report: { ...empty, accepted: told(5_000) }, targets: [{ externalIds: ['-7', '-1'], state: 'sent' }] },
      counted: { lost: 0, doubled: 0, inTheAir: 0 },
    },
    {
      says: 'a group that was told twice for no reason',
      seen: { report: { ...empty, accepted: told(5_000, 9_000) }, targets: group('sent'), kills: [20_000] },
      counted: { lost: 0, doubled: 1, inTheAir: 0 },
    },
    {
      says: 'a group that was told again because the worker died before it could write that down',
      seen: { report: { ...empty, accepted: told(5_000, 9_000) }, targets: group('sent'), kills: [5_030] },
      counted: { lost: 0, doubled: 0, inTheAir: 1 },
    },
    {
      says: 'an answer that never came',
      seen: { answers: [{ text: '答复 1', committedAt: 0 }] },
      counted: { lost: 1, doubled: 0, inTheAir: 0 },
    },
  ])('$says', ({ seen, counted }) => {
    const all = { report: empty, targets: [], answers: [], kills: [], text: '停水', ...seen };
    expect(verdictOf(all)).toMatchObject(counted);
  });

  it('holds the rate against what is allowed, from when all are at it until nearly all is said', () => {
    const at = Array.from({ length: 600 }, (_, index) => index * 50);
    const accepted = at.map((one, index) => ({ chat: -index, text: '停水', at: one }));
    const report = { ...empty, arrivals: at, accepted };
    const { rateUse } = verdictOf({ report, targets: [], answers: [], kills: [], text: '停水' });
    expect(rateUse).toBeCloseTo(20 / 30, 2);
  });

  it('measures answers from their commit', () => {
    const accepted = [{ chat: 5, text: '答复 1', at: SECOND + 80 }];
    const answers = [{ text: '答复 1', committedAt: SECOND }];
    const seen = { report: { ...empty, accepted }, targets: [], answers, kills: [], text: '停水' };
    expect(verdictOf(seen)).toMatchObject({ answerP95Ms: 80, lost: 0 });
  });
});

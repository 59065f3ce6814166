import { describe, expect, it } from 'vitest';
import type { Example } from './fit-layer.ts';
import { judgeLayer, rightness } from './judge-layer.ts';

const thresholds = { act: 0.45, ask: 0.3 };

describe('how rightly a message is understood', () => {
  it.each([
    { told: 'a matter opens a ticket, exactly at the threshold', believed: 0.45, isMatter: true, right: 1 },
    { told: 'a matter is asked about', believed: 0.4499, isMatter: true, right: 0.5 },
    { told: 'a matter is asked about, exactly at the threshold', believed: 0.3, isMatter: true, right: 0.5 },
    { told: 'a matter is not seen', believed: 0.2999, isMatter: true, right: 0 },
    { told: 'chatter opens a ticket', believed: 0.45, isMatter: false, right: 0 },
    { told: 'chatter is asked about', believed: 0.3, isMatter: false, right: 0.5 },
    { told: 'chatter is left alone', believed: 0.2999, isMatter: false, right: 1 },
  ])('$told: $right', ({ believed, isMatter, right }) => expect(rightness(believed, isMatter, thresholds)).toBe(right));

  it('never asks where both thresholds are one', () => {
    expect(rightness(0.45, true, { act: 0.45, ask: 0.45 })).toBe(1);
    expect(rightness(0.44, true, { act: 0.45, ask: 0.45 })).toBe(0);
  });
});

describe('whether a layer is any better', () => {
  const many = (count: number, of: (at: number) => Example): Example[] =>
    Array.from({ length: count }, (_, at) => of(at));

  it('is, where decisions follow a pattern that holds for those it had not seen', () => {
    const decided = many(40, (at) =>
      at % 2 === 0
        ? { believed: 0.4, isMatter: true, features: { lift: 1 } }
        : { believed: 0.5, isMatter: false, features: { neighbours: 1 } },
    );
    const verdict = judgeLayer(decided, [], thresholds);
    expect(verdict).toEqual({ decided: { before: 0.25, after: 1 }, beside: { before: 1, after: 1 }, isBetter: true });
  });

  it('is not, where each decision is its own story', () => {
    // Two of each stand side by side in time, so that both are always judged by a layer that saw neither.
    const decided = many(40, (at) => ({
      believed: 0.4,
      isMatter: Math.floor(at / 4) % 2 === 0,
      features: { [`story ${Math.floor(at / 4)}`]: 1 },
    }));
    const { decided: right, isBetter } = judgeLayer(decided, [], thresholds);
    expect(right).toEqual({ before: 0.5, after: 0.5 });
    expect(isBetter).toBe(false);
  });

  it.each([
    { told: 'two that are mended could be chance', mended: 2, isBetter: false },
    { told: 'three are not', mended: 3, isBetter: true },
  ])('is more than chance: $told', ({ mended, isBetter }) => {
    const right = many(40, (at) => ({ believed: 0.1, isMatter: false, features: { [`chatter ${at % 4}`]: 1 } }));
    const wrong = many(mended, () => ({ believed: 0.44, isMatter: true, features: { lift: 1 } }));
    const seen = many(20, () => ({ believed: 0.46, isMatter: true, features: { lift: 1 } }));
    const verdict = judgeLayer([...right, ...wrong, ...seen], [], { act: 0.45, ask: 0.45 });
    expect((verdict.decided.after - verdict.decided.before) * (60 + mended)).toBeCloseTo(mended);
    expect(verdict.isBetter).toBe(isBetter);
  });

  it('is not, where it would spoil more beside the decisions than it mends among them', () => {
    const decided = many(60, (at) =>
      at % 2 === 0
        ? { believed: 0.6, isMatter: at % 20 === 0, features: { lift: 1 } }
        : { believed: 0.9, isMatter: true, features: { water: 1 } },
    );
    const beside = many(20, () => ({ believed: 0.5, isMatter: true, features: { lift: 1 } }));
    const alone = judgeLayer(decided, [], thresholds);
    expect(alone.isBetter).toBe(true);
    const verdict = judgeLayer(decided, beside, thresholds);
    expect(verdict.decided.after - verdict.decided.before).toBeLessThan(alone.decided.after - alone.decided.before);
    expect(verdict.isBetter).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { corrected, fitLayer, MOST_WEIGHT, type Example } from './fit-layer.ts';

const some = (count: number, isMatter: boolean, believed: number, ...names: string[]): Example[] =>
  Array.from({ length: count }, () => ({
    believed,
    isMatter,
    features: { base: 1, ...Object.fromEntries(names.map((name) => [name, 1])) },
  }));

describe('what a few decisions teach', () => {
  it('makes less of what was dismissed again and again, and leaves alone what was not judged', () => {
    const layer = fitLayer([...some(12, false, 0.5, 'asks neighbours'), ...some(12, true, 0.5, 'says lift')]);
    expect(layer['asks neighbours']).toBeLessThan(-0.5);
    expect(layer['says lift']).toBeGreaterThan(0.5);
    expect(Object.keys(layer)).toEqual(['asks neighbours', 'says lift']);
  });

  it.each([
    { told: 'one decision alone teaches nothing', examples: some(1, false, 0.5, 'says a name') },
    { told: 'nor does what belongs to every message', examples: some(50, false, 0.5, 'own last word long ago') },
    { told: 'nor to nearly every one', examples: [...some(46, false, 0.5, 'common'), ...some(4, false, 0.5)] },
    { told: 'nor decisions that go both ways', examples: [...some(9, true, 0.5, 'x'), ...some(9, false, 0.5, 'x')] },
    { told: 'nor nothing at all', examples: [] },
  ])('$told', ({ examples }) => expect(fitLayer(examples)).toEqual({}));

  it('takes hardly anything from what was believed rightly', () => {
    const layer = fitLayer([...some(9, true, 0.99, 'x'), ...some(9, false, 0.01, 'y')]);
    for (const weight of Object.values(layer)) expect(Math.abs(weight)).toBeLessThan(0.05);
  });

  it('gives many features that always come together no more to say than a few', () => {
    const names = Array.from({ length: 80 }, (_, at) => `fragment ${at}`);
    const [few, many] = [names.slice(0, 8), names].map((shown) => {
      const layer = fitLayer([...some(9, false, 0.5, ...shown), ...some(9, true, 0.5, 'other')]);
      return shown.reduce((sum, name) => sum + (layer[name] ?? 0), 0);
    });
    expect(few).toBeLessThan(-1);
    expect(many).toBeLessThan(-1);
    expect(Math.abs((many ?? 0) - (few ?? 0))).toBeLessThan(0.75);
  });

  it('is cautious with few: three decisions move less than thirty', () => {
    const [few, many] = [3, 30].map(
      (count) => fitLayer([...some(count, true, 0.3, 'x'), ...some(count, false, 0.1)])['x'] ?? 0,
    );
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(2 * (few ?? 0));
  });

  it.each([
    { told: 'a thousand of one mind', count: 1000, believed: 0.5 },
    { told: 'against what was held for certain', count: 1000, believed: 1 },
    { told: 'counted many times in each message', count: 100, believed: 0.9 },
  ])('stays within its bounds: $told', ({ count, believed }) => {
    const times = count === 100 ? 7 : 1;
    const no = some(count, false, believed, 'x').map((one) => ({ ...one, features: { base: 1, x: times } }));
    const yes = some(count, true, 1 - believed, 'y');
    const weights = Object.values(fitLayer([...no, ...yes]));
    expect(weights).toHaveLength(2);
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThanOrEqual(MOST_WEIGHT);
  });

  it('reaches its bounds when everybody always says so', () => {
    const layer = fitLayer([...some(1000, false, 0.5, 'x'), ...some(1000, true, 0.5, 'y')]);
    expect(layer).toEqual({ x: -MOST_WEIGHT, y: MOST_WEIGHT });
  });

  it('stays small, however many features there are: what tells most is kept', () => {
    const noise = (at: number): string[] =>
      Array.from({ length: 40 }, (_, i) => `fragment ${(at * 37 + i * 11) % 900}`);
    const examples = Array.from({ length: 200 }, (_, at) =>
      some(1, at % 2 === 0, 0.5, at % 2 === 0 ? 'says lift' : 'asks neighbours', ...noise(Math.floor(at / 2))),
    ).flat();
    const layer = fitLayer(examples);
    expect(Object.keys(layer).length).toBeLessThanOrEqual(300);
    expect(layer['says lift']).toBeGreaterThan(0.3);
    expect(layer['asks neighbours']).toBeLessThan(-0.3);
  });

  it('is the same for the same decisions', () => {
    const mixed = [...some(7, false, 0.6, 'x', 'y'), ...some(5, true, 0.4, 'y', 'z'), ...some(4, true, 0.5, 'x')];
    expect(fitLayer(mixed)).toEqual(fitLayer(structuredClone(mixed)));
  });
});

describe('a message that is understood with what was learned', () => {
  it.each([
    { told: 'nothing of it was learned', features: { base: 1, other: 1 }, believed: 0.4 },
    { told: 'something speaks for it', features: { base: 1, lift: 1 }, believed: 0.6444 },
    { told: 'twice', features: { lift: 2 }, believed: 0.8313 },
    { told: 'for and against', features: { lift: 1, neighbours: 1 }, believed: 0.4 },
  ])('$told', ({ features, believed }) =>
    expect(corrected({ believed: 0.4, features }, { lift: 1, neighbours: -1 })).toBeCloseTo(believed, 3),
  );
});

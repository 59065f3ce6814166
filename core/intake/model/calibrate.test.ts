import { expect, it } from 'vitest';
import { calibrated, calibrationOf, type Judged, type ScoredAlternative, UNCALIBRATED } from './calibrate.ts';
import { softmax } from './score.ts';

const nothing: ScoredAlternative = { group: 'none', score: 0 };
const matter = (score: number): ScoredAlternative => ({ group: 'matter', score });
const link = (score: number): ScoredAlternative => ({ group: 'link', score });
/** So many of a hundred messages with these alternatives were the first of them that is something. */
const hundred = (alternatives: ScoredAlternative[], right: number, size = 8): Judged[] =>
  Array.from({ length: 100 }, (_, at) => ({
    alternatives,
    size,
    rights: alternatives.map((_alternative, option) => option === (at < right ? 1 : 0)),
  }));
const believed = (alternatives: ScoredAlternative[], judged: readonly Judged[], size = 8): number | undefined =>
  softmax(calibrated({ alternatives, size }, calibrationOf(judged)))[1];

it('what is believed comes true as often as it is believed', () => {
  // Scores of ±3 claim 95 %; four fifths came true.
  const judged = [...hundred([nothing, matter(3)], 80), ...hundred([nothing, matter(-3)], 20)];
  expect(believed([nothing, matter(3)], judged)).toBeCloseTo(0.8, 1);
  expect(believed([nothing, matter(-3)], judged)).toBeCloseTo(0.2, 1);
});

it('leans the way that talk does: what is found too often is believed less', () => {
  const judged = [...hundred([nothing, matter(1)], 40), ...hundred([nothing, matter(-1)], 10)];
  expect(believed([nothing, matter(1)], judged)).toBeCloseTo(0.4, 1);
  expect(believed([nothing, matter(-1)], judged)).toBeCloseTo(0.1, 1);
});

it('believes each sort of alternative by how often that sort was right', () => {
  const judged = [...hundred([nothing, matter(1)], 80), ...hundred([nothing, link(1)], 30)];
  expect(believed([nothing, matter(1)], judged)).toBeCloseTo(0.8, 1);
  expect(believed([nothing, link(1)], judged)).toBeCloseTo(0.3, 1);
});

it('believes otherwise of a few words than of many, and where several known matters are as likely', () => {
  const two = [nothing, link(1), link(1)];
  const judged = [
    ...hundred([nothing, matter(1)], 30, 3),
    ...hundred([nothing, matter(1)], 90, 40),
    ...hundred([nothing, link(2)], 80),
    ...hundred(two, 20),
  ];
  expect(believed([nothing, matter(1)], judged, 3)).toBeLessThan(0.5);
  expect(believed([nothing, matter(1)], judged, 40)).toBeGreaterThan(0.7);
  expect(believed([nothing, link(2)], judged)).toBeGreaterThan(believed(two, judged) ?? 1);
});

it('changes nothing where nothing was judged, or nothing could be told', () => {
  expect(calibrationOf([])).toEqual(UNCALIBRATED);
  expect(
    calibrationOf([
      { alternatives: [nothing], size: 1, rights: [true] },
      { alternatives: [nothing, matter(4)], size: 1, rights: [false, false] },
    ]),
  ).toEqual(UNCALIBRATED);
  const scores = [0, 1.5, -2, 0.3];
  const alternatives: ScoredAlternative[] = [nothing, matter(1.5), link(-2), { group: 'late', score: 0.3 }];
  expect(calibrated({ alternatives, size: 5 }, UNCALIBRATED)).toEqual(scores);
});

it('leaves a sort that was never met as it is', () => {
  const judged = hundred([nothing, matter(3)], 50);
  expect(calibrationOf(judged).link).toEqual(UNCALIBRATED.link);
});

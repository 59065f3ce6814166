import { expect, it } from 'vitest';
import { calibrated, calibrationOf, type Judged, UNCALIBRATED } from './calibrate.ts';
import { softmax } from './score.ts';

/** So many of a hundred messages with this score were matters. */
const hundred = (score: number, matters: number): Judged[] =>
  Array.from({ length: 100 }, (_, at) => ({ scores: [0, score], rights: [at >= matters, at < matters] }));
const believed = (score: number, judged: readonly Judged[]): number | undefined =>
  softmax(calibrated([0, score], calibrationOf(judged)))[1];

it('what is believed comes true as often as it is believed', () => {
  // Scores of ±3 claim 95 %; four fifths came true.
  const judged = [...hundred(3, 80), ...hundred(-3, 20)];
  expect(believed(3, judged)).toBeCloseTo(0.8, 1);
  expect(believed(-3, judged)).toBeCloseTo(0.2, 1);
});

it('leans the way that talk does: what is found too often is believed less', () => {
  const judged = [...hundred(1, 40), ...hundred(-1, 10)];
  expect(believed(1, judged)).toBeCloseTo(0.4, 1);
  expect(believed(-1, judged)).toBeCloseTo(0.1, 1);
});

it('changes nothing where nothing was judged, or nothing could be told', () => {
  expect(calibrationOf([])).toEqual(UNCALIBRATED);
  expect(
    calibrationOf([
      { scores: [0], rights: [true] },
      { scores: [0, 4], rights: [false, false] },
    ]),
  ).toEqual(UNCALIBRATED);
});

it('leaves the likeliest matter the likeliest', () => {
  const shares = softmax(calibrated([0, 1, 4, 2], { slope: 0.7, offset: -1 }));
  expect(shares.indexOf(Math.max(...shares))).toBe(2);
});

import { expect, it } from 'vitest';
import { losesTrust } from './trust.ts';

it.each([
  { unhappy: 0, content: 0, loses: false },
  { unhappy: 2, content: 0, loses: false },
  { unhappy: 3, content: 0, loses: true },
  { unhappy: 3, content: 2, loses: true },
  { unhappy: 3, content: 3, loses: false },
  { unhappy: 10, content: 40, loses: false },
])('an answer that failed $unhappy and helped $content loses the trust of the office: $loses', ({ loses, ...row }) => {
  expect(losesTrust(row)).toBe(loses);
});

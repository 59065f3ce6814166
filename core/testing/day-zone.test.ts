import { expect, it } from 'vitest';
import { dayZone } from './day-zone.ts';

it.each(Array.from({ length: 24 }, (_, hour) => hour))('is about noon at %i o’clock of Greenwich', (hour) => {
  const now = new Date(Date.UTC(2026, 1, 1, hour, 30));
  expect(now.toLocaleTimeString('en-GB', { timeZone: dayZone(now) })).toBe('12:30:00');
});

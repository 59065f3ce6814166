import { describe, expect, it } from 'vitest';
import { Purpose } from '../../prisma/generated/enums.ts';
import { afterExpiry, expiryOf } from './expiry.ts';

const at = new Date('2026-12-31T23:59:59+08:00');

describe('how long a word is worth saying', () => {
  it.each<{ purpose: Purpose; hours: number | null }>([
    { purpose: 'emergency', hours: null },
    { purpose: 'answer', hours: null },
    { purpose: 'question', hours: null },
    { purpose: 'card', hours: null },
    { purpose: 'note', hours: null },
    { purpose: 'escalation', hours: null },
    { purpose: 'receipt', hours: 12 },
    { purpose: 'reminder', hours: 12 },
    { purpose: 'notice', hours: 12 },
    { purpose: 'introduction', hours: 24 },
    { purpose: 'rating', hours: 72 },
  ])('$purpose: $hours hours', ({ purpose, hours }) => {
    expect(expiryOf(purpose, at)).toEqual(hours === null ? null : new Date(at.getTime() + hours * 3_600_000));
  });

  it('is settled what the office hears of it when it came too late', () => {
    const told = Object.values(Purpose).map((purpose) => [purpose, afterExpiry(purpose)]);
    expect(Object.fromEntries(told.filter(([, after]) => after !== 'nothing'))).toEqual({
      emergency: 'tell_staff',
      answer: 'tell_staff',
      question: 'tell_staff',
      receipt: 'note',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { mayConfirm, type Confirmable, type Confirmer } from './confirm.ts';

const notice: Confirmable = { communityId: 'here', state: 'live', asksReceipt: true, isDrill: false };
const resident: Confirmer = { communityId: 'here', staff: false, hasFlat: true };

describe('whether a confirmation counts', () => {
  it.each([
    { told: 'of a resident', of: {}, who: {}, is: 'confirmed' },
    { told: 'of a resident without a flat on record', of: {}, who: { hasFlat: false }, is: 'confirmed' },
    { told: 'of a clerk who lives there', of: {}, who: { staff: true }, is: 'confirmed' },
    { told: 'of a clerk who does not', of: {}, who: { staff: true, hasFlat: false }, is: 'foreign' },
    { told: 'of a clerk in a drill', of: { isDrill: true }, who: { staff: true, hasFlat: false }, is: 'confirmed' },
    { told: 'of somebody of another estate', of: {}, who: { communityId: 'there' }, is: 'foreign' },
    { told: 'of what asks for nothing', of: { asksReceipt: false }, who: {}, is: 'asks_none' },
    { told: 'of what is over', of: { state: 'ended' }, who: {}, is: 'over' },
    { told: 'of what was withdrawn', of: { state: 'withdrawn' }, who: {}, is: 'over' },
    { told: 'of what is not sent yet', of: { state: 'scheduled' }, who: {}, is: 'over' },
  ] as { told: string; of: Partial<Confirmable>; who: Partial<Confirmer>; is: string }[])('$told: $is', (row) => {
    expect(mayConfirm({ ...notice, ...row.of }, { ...resident, ...row.who })).toBe(row.is);
  });
});

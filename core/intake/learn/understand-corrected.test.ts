import { describe, expect, it } from 'vitest';
import { bareMessage } from '../bare-message.ts';
import { understand } from '../understand.ts';
import type { GroupSetting, Understanding } from '../understanding.ts';

/** Everything opens a ticket here, so that how much is believed of it can be seen. */
const setting: GroupSetting = { buildings: ['3'], groupBuildings: [], locale: 'zh-CN', thresholds: { act: 0, ask: 0 } };
const heard = (text: string, correction?: Record<string, number>): Understanding => {
  const message = bareMessage({ id: '1', at: new Date('2026-11-23T10:00:00+08:00'), senderId: 'somebody', text });
  return understand(message, {
    setting: { ...setting, ...(correction ? { correction } : {}) },
    recent: [],
    matters: [],
  });
};
const confidence = ({ acts: [act] }: Understanding): number | null =>
  act?.kind === 'report' ? act.matter.confidence : null;

describe('the understanding as it is shipped, with what a community learned', () => {
  const lift = '3栋电梯的灯有点暗';

  it.each([
    { told: 'believes more of what staff said yes to', weight: 2 },
    { told: 'believes less of what staff said no to', weight: -2 },
  ])('$told, and remembers what it believed without it', ({ weight }) => {
    const [before, after] = [heard(lift), heard(lift, { 'says lift': weight })];
    expect(Math.sign((confidence(after) ?? 0) - (confidence(before) ?? 0))).toBe(Math.sign(weight));
    expect(after.explanation.believed).toBe(before.explanation.believed);
    expect(before.explanation.believed).toBeGreaterThan(0);
  });

  it('understands everything else as before', () => {
    const [before, after] = [heard('谁家孩子的书包落在凉亭了'), heard('谁家孩子的书包落在凉亭了', { 'says lift': -2 })];
    expect(after).toEqual(before);
  });

  it.each(['3栋楼道着火了，快来人', '电梯里困人了，救命'])('never believes less of a danger: %s', (text) => {
    const against = {
      'says lift': -2,
      'a danger': -2,
      'says fault': -2,
      'a place': -2,
      'few words': -2,
      'some words': -2,
    };
    expect(heard(text, against)).toEqual(heard(text));
    expect(heard(text).acts).toMatchObject([{ kind: 'report', matter: { urgency: 'emergency' } }]);
  });
});

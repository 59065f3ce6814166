import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';
import { bareMessage } from '../bare-message.ts';
import type { Place } from '../understanding.ts';

const setting = { buildings: ['1', '2', '3', '4', '5', 'A'], groupBuildings: [], locale: 'zh-CN' };
const flat: Place = { building: '3', unit: '2', room: '501', spot: null };

function placeIn(text: string, home: Place | null): [string | null, string | null, string | null] | null {
  const at = new Date('2026-11-23T02:00:00Z');
  const message = bareMessage({ id: 'm', at, senderId: 'u', senderName: '李阿姨', flat: home, text });
  const [act] = understand(message, { setting, recent: [], matters: [] }).acts;
  if (act?.kind !== 'report' && act?.kind !== 'doubt') return null;
  const { building, unit, room } = act.matter.place;
  return [building, unit, room];
}

describe('where a matter of somebody in 3-2-501 is', () => {
  it.each([
    { told: 'the building named, not their own', text: '5栋1单元电梯坏了', place: ['5', '1', null] },
    { told: 'in their flat', text: '我家厨房水管漏水，满地都是', place: ['3', '2', '501'] },
    { told: 'in their stairwell', text: '楼道的灯坏了好几天了', place: ['3', '2', null] },
    { told: 'at the gate, where nobody lives', text: '小区大门的道闸坏了', place: [null, null, null] },
    { told: 'a lamp outside', text: '小区大门口的路灯不亮了', place: [null, null, null] },
    { told: 'gas in the garage, not in their kitchen', text: '地下车库闻到很浓的煤气味！', place: [null, null, null] },
    { told: 'a question, which is nowhere', text: '物业费什么时候交？', place: [null, null, null] },
  ])('$told', ({ text, place }) => expect(placeIn(text, flat)).toEqual(place));

  it('is not known of somebody whose flat is not known', () => {
    expect(placeIn('楼道的灯坏了好几天了', null)).toEqual([null, null, null]);
  });
});

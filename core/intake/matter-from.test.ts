import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { hear } from './features.ts';
import { matterFrom } from './matter-from.ts';
import { shipped } from './model/model.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { GroupContext, KnownMatter } from './understanding.ts';

const NOON = Date.UTC(2026, 2, 2, 12);
const HOUR = 3_600_000;
const setting = { buildings: ['1', '2', '3'], groupBuildings: [], locale: 'zh-CN' };

const lift = knownMatter({
  place: { building: '3', unit: '2', room: null, spot: '电梯' },
  summary: '3栋2单元电梯停了',
  settledAt: new Date(NOON - HOUR),
});

function opened(text: string, matter: KnownMatter, share = 0.2) {
  const message = bareMessage({ id: '9', at: new Date(NOON), senderId: 'li', senderName: '1-1-101 李', text });
  const context: GroupContext = { setting, recent: [], matters: [matter] };
  return matterFrom(
    { hearing: hear(message, context), office: 0.9, report: 0.7, link: { matter, share } },
    context,
    shipped,
  );
}

describe('a settled matter that comes back without being named', () => {
  it('is where it was, of the same kind and area, and says what it was', () => {
    expect(opened('又停了', lift)).toMatchObject({
      kind: 'repair',
      area: 'facilities',
      place: lift.place,
      summary: '又停了 (3栋2单元电梯停了)',
      sensitive: false,
    });
  });

  it('stays private, and tells nothing of what was told in private', () => {
    const quarrel: KnownMatter = { ...lift, kind: 'complaint', area: 'neighbours', summary: '前夫老来砸门' };
    expect(opened('又来了', quarrel)).toMatchObject({ sensitive: true, summary: '又来了' });
  });

  it.each([
    { told: 'a thing is named', text: '门禁又坏了', matter: lift, share: 0.2 },
    { told: 'a place is named', text: '1栋又停了', matter: lift, share: 0.2 },
    { told: 'it is not over', text: '又停了', matter: { ...lift, settledAt: null }, share: 0.2 },
    { told: 'it is long over', text: '又停了', matter: { ...lift, settledAt: new Date(NOON - 73 * HOUR) }, share: 0.2 },
    { told: 'it is hardly likely to be that one', text: '又停了', matter: lift, share: 0.04 },
  ])('is a matter of its own where $told', ({ text, matter, share }) =>
    expect(opened(text, matter, share).summary).toBe(text),
  );
});

describe('a danger is taken in', () => {
  it.each([
    ['有人在楼道打架 动刀了', 'complaint', 'security'],
    ['大堂有个老人晕倒了 没反应', 'repair', 'other'],
    ['电梯里困人了', 'repair', 'facilities'],
    ['谢谢物业 我家厨房着火了 快来', 'repair', 'facilities'],
  ])('%s: as %s of %s', (text, kind, area) =>
    expect(opened(text, lift)).toMatchObject({ urgency: 'emergency', kind, area }),
  );
});

it('a quarrel with somebody upstairs stays private, also where it has come to blows', () =>
  expect(opened('楼上那家又打孩子 打人了 天天吵', lift).sensitive).toBe(true));

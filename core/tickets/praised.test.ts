import { describe, expect, it } from 'vitest';
import type { StaffMember } from './charge.ts';
import { isOutrightPraise, praisedIn } from './praised.ts';

const member = (
  name: string,
  role: StaffMember['grants'][number]['role'],
  building: string | null = null,
): StaffMember => ({
  personId: name,
  name,
  grants: [{ role, building }],
  openTickets: 0,
  capacity: null,
  absent: false,
});
const staff = [
  member('王姐', 'customer_service'),
  member('李工', 'maintenance', '3'),
  member('赵志强', 'maintenance', '5'),
  member('张桂兰', 'cleaning'),
  member('Tom Baker', 'security'),
  member('陈建国', 'greening'),
  member('陈小明', 'greening'),
];
const nowhere = { building: null, repliedToId: null };

describe('whom a resident praises', () => {
  it.each([
    { said: '表扬李工，修得又快又好', is: '李工' },
    { said: '感谢赵志强师傅', is: '赵志强' },
    { said: '感谢趙志強師傅', is: '赵志强' },
    { said: '赵师傅真不错', is: '赵志强' },
    { said: '保洁阿姨扫得真干净', is: '张桂兰' },
    { said: '感谢保洁', is: '张桂兰' },
    { said: '门口保安很负责', is: 'Tom Baker' },
    { said: 'Tom Baker was very kind', is: 'Tom Baker' },
    { said: 'Thanks to the cleaner', is: '张桂兰' },
    { said: '谢谢李工和王姐', is: '王姐 李工' },
    { said: '陈师傅种的花真好看', is: '' },
    { said: '绿化师傅种的花真好看', is: '' },
    { said: '维修师傅很专业', is: '' },
    { said: '物业真不错', is: '' },
    { said: '今天工作人员都很热情', is: '' },
  ])('$said: $is', ({ said, is }) => {
    expect(
      praisedIn(said, staff, nowhere)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(is);
  });

  it('is the one of the building, where several share a trade', () => {
    expect(praisedIn('维修师傅很专业', staff, { ...nowhere, building: '5' }).map(({ name }) => name)).toEqual([
      '赵志强',
    ]);
  });

  it('is whose message is replied to, unless somebody is named', () => {
    const around = { building: null, repliedToId: '王姐' };
    expect(praisedIn('谢谢，太贴心了', staff, around).map(({ name }) => name)).toEqual(['王姐']);
    expect(praisedIn('谢谢李工', staff, around).map(({ name }) => name)).toEqual(['李工']);
  });
});

describe('praise in so many words', () => {
  it.each([
    '表扬王姐',
    '给王姐点赞',
    '给李师傅点个赞👍',
    '必须給保潔阿姨點個大大的讚',
    '我要表扬一下保安小李，昨天帮我妈把菜拎上楼',
    'Shout out to Alice at the front desk',
  ])('%s', (text) => expect(isOutrightPraise(text)).toBe(true));

  it.each([
    '给物业点赞，停水三天了',
    '表扬什么，灯都坏了',
    '要表扬谁？',
    '给我点赞啊不然呢',
    '谢谢王姐',
    '大家给孩子投票',
    '投诉王姐',
  ])('%s is none', (text) => expect(isOutrightPraise(text)).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';
import { readNoticeAct, readNoticeOrder } from './order.ts';

describe('what is said to the desk about notices, and what is talk among colleagues', () => {
  const inTheOffice = { strict: true, bare: true };
  it.each([
    ['通知 明天8点到12点停水', 'notice', '明天8点到12点停水'],
    ['通知：明天停水', 'notice', '明天停水'],
    ['通知\n明天停水\n范围: 3栋', 'notice', '明天停水\n范围: 3栋'],
    ['通知 明天几点来水？\n范围: 3栋', 'notice', '明天几点来水？\n范围: 3栋'],
    ['紧急通知 3栋燃气泄漏，请马上撤离！', 'notice', '3栋燃气泄漏，请马上撤离！'],
    ['緊急通知 3棟瓦斯外洩', 'notice', '3棟瓦斯外洩'],
    ['重要通知：停车费调整', 'notice', '停车费调整'],
    ['通知，明天停水，请储水', 'notice', '明天停水，请储水'],
    ['公告 明天停电', 'notice', '明天停电'],
    ['通知', 'notice', ''],
    ['通知 列表', 'notice', '列表'],
    ['通知3', 'notice', '3'],
    ['通知 3 撤回', 'notice', '3 撤回'],
    ['通知3结束了', 'notice', '3结束了'],
    ['通知3更正明天不停水', 'notice', '3更正明天不停水'],
    ['通知3更正 改到后天', 'notice', '3更正 改到后天'],
    ['通知 3 状态', 'notice', '3 状态'],
    ['通知 模板 停水 时间=明天', 'notice', '模板 停水 时间=明天'],
    ['notice: no water tomorrow', 'notice', 'no water tomorrow'],
    ['Important notice: new fees', 'notice', 'new fees'],
    ['/notice no water tomorrow', 'notice', 'no water tomorrow'],
    ['notice 3 extend until 18:00', 'notice', '3 extend until 18:00'],
    ['模板', 'template', ''],
    ['模板 新增 停水：明天停水', 'template', '新增 停水：明天停水'],
    ['模板 停水', 'template', '停水'],
    ['标签 3栋群 租户', 'tag', '3栋群 租户'],
    ['標籤 租戶', 'tag', '租戶'],
  ])('%j is an order', (said, verb, rest) => {
    expect(parseCommand(said, inTheOffice)).toMatchObject({ kind: 'command', verb, rest });
  });

  it.each([
    '通知一下老王明天来',
    '通知 一下老王',
    '通知都发了吗',
    '通知，都发下去了',
    '通知 发了吗？',
    '通知 大家都收到了吗',
    '通知3已经发了',
    '通知 3 结束了吗',
    '通知3更正了吗？',
    '通知 3 修改好了',
    '通知3取消了',
    '通知 3 延长一下吧',
    '通知 下午我来发',
    '通知 3 什么时候结束',
    'tag me please',
    '公告栏坏了',
    '公告栏的灯不亮',
    'notice the leak in the hall',
    'notice how he talks',
    'Did you notice it?',
    '紧急通知发了没有',
    '模板发我一下',
    '模板 发我一下吧',
    '标签贴好了',
    '标签 都贴好了吗',
  ])('%j is talk', (said) => {
    expect(parseCommand(said, inTheOffice).kind).not.toBe('command');
  });
});

describe('what is to be done with a notice', () => {
  it.each([
    ['', { kind: 'list' }],
    ['列表', { kind: 'list' }],
    ['help', { kind: 'how' }],
    ['状态', { kind: 'all_status' }],
    ['模板 停水 时间=明天', { kind: 'from_template', rest: '停水 时间=明天' }],
    ['3', { kind: 'numbered', number: 3, act: { kind: 'show' }, rest: '' }],
    ['3 撤回', { kind: 'numbered', number: 3, act: { kind: 'withdraw' }, rest: '撤回' }],
    ['12 skip', { kind: 'numbered', number: 12, act: { kind: 'skip' }, rest: 'skip' }],
    ['3 状态', { kind: 'numbered', number: 3, act: null, rest: '状态' }],
    ['3栋明天停水', { kind: 'draft', text: '3栋明天停水' }],
    ['8点停水', { kind: 'draft', text: '8点停水' }],
    ['8:00停水', { kind: 'draft', text: '8:00停水' }],
    ['明天停水', { kind: 'draft', text: '明天停水' }],
  ])('%j', (said, order) => expect(readNoticeOrder(said)).toEqual(order));

  it.each([
    ['更正 明天不停水', { kind: 'correct', text: '明天不停水' }],
    ['更正：明天不停水\n后天停', { kind: 'correct', text: '明天不停水\n后天停' }],
    ['改成 后天', { kind: 'correct', text: '后天' }],
    ['correct: no water on Friday', { kind: 'correct', text: 'no water on Friday' }],
    ['更正', { kind: 'correct', text: '' }],
    ['修改為：後天', { kind: 'correct', text: '後天' }],
    ['延长 到18点', { kind: 'extend', until: '到18点' }],
    ['延期到明天', { kind: 'extend', until: '到明天' }],
    ['extend until 18:00', { kind: 'extend', until: 'until 18:00' }],
    ['结束', { kind: 'end', words: null }],
    ['结束 提前来水了，谢谢', { kind: 'end', words: '提前来水了，谢谢' }],
    ['来水了', { kind: 'end', words: '来水了' }],
    ['已恢复供电', { kind: 'end', words: '已恢复供电' }],
    ['燃气已恢复', { kind: 'end', words: '燃气已恢复' }],
    ['供水已恢复正常', { kind: 'end', words: '供水已恢复正常' }],
    ['Water is back', { kind: 'end', words: 'Water is back' }],
    ['作废', { kind: 'withdraw' }],
    ['withdraw', { kind: 'withdraw' }],
  ])('%j', (said, act) => expect(readNoticeAct(said)).toEqual(act));

  it.each([
    '好的',
    '来了',
    '什么时候来水？',
    '还没来水',
    '结束时间是几点',
    'over there',
    '撤回来的垃圾桶放哪',
    '更正了吗',
    '修改好了',
    '延长了？',
    '',
  ])('%j is nothing of that kind', (said) => expect(readNoticeAct(said)).toBeNull());
});

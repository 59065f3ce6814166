import { describe, expect, it } from 'vitest';
import { parseCommand, readAfterCode } from './command.ts';
import { mustFollow, readPlatform, verbWords } from './verb-words.ts';
import { deskVerbs, ticketVerbs, type StaffVerb } from './verb.ts';

const command = (verb: StaffVerb, code: string | null = null, rest = '') => ({ kind: 'command', verb, code, rest });
const none = { kind: 'none' };

describe('a command, in the staff group or as a reply to a card', () => {
  it.each([
    ['接单 A7K2', command('take', 'A7K2')],
    ['接单A7K2', command('take', 'A7K2')],
    ['延后 A7K2 2小时 等配件', command('postpone', 'A7K2', '2小时 等配件')],
    ['延後提醒 A7K2 半小時 等零件', command('postpone', 'A7K2', '半小時 等零件')],
    ['A7K2 延后 明天 等配件', command('postpone', 'A7K2', '明天 等配件')],
    ['postpone A7K2 2h waiting for parts', command('postpone', 'A7K2', '2h waiting for parts')],
    ['接单 #A7K2', command('take', 'A7K2')],
    ['接單 A7K2', command('take', 'A7K2')],
    ['A7K2 接单', command('take', 'A7K2')],
    ['A7K2接单', command('take', 'A7K2')],
    ['a7k2接单。', command('take', 'A7K2')],
    ['接单 A7K2B3', command('take', 'A7K2B3')],
    ['/take a7k2', command('take', 'A7K2')],
    ['/takeA7K2', command('take', 'A7K2')],
    ['/take@OurBot A7K2', command('take', 'A7K2')],
    ['/接单 A7K2', command('take', 'A7K2')],
    ['/接单A7K2', command('take', 'A7K2')],
    ['@linli_bot 接单 A7K2', command('take', 'A7K2')],
    ['take', command('take')],
    ['接单', command('take')],
    ['接单！', command('take')],
    ['ＴＡＫＥ　Ａ７Ｋ２', command('take', 'A7K2')],
    ['回复：A7K2，已经安排', command('answer', 'A7K2', '已经安排')],
    ['回复A7K2已经安排', command('answer', 'A7K2', '已经安排')],
    ['回覆 A7K2 已經安排', command('answer', 'A7K2', '已經安排')],
    ['回复：已经安排', command('answer', null, '已经安排')],
    ['A7K2 回复：请问还漏吗？', command('answer', 'A7K2', '请问还漏吗？')],
    ['Reply A7K2 ＯＫ，明天 15：00', command('answer', 'A7K2', 'ＯＫ，明天 15：00')],
    ['answer A7K2 Line one\n  line two', command('answer', 'A7K2', 'Line one\n  line two')],
    ['/answer the pump is here', command('answer', null, 'the pump is here')],
    ['done A7K2 changed the pump', command('done', 'A7K2', 'changed the pump')],
    ['Done.', command('done')],
    ['A7K2 done by Wang', command('done', 'A7K2', 'by Wang')],
    ['A7K2 完成了，已换灯泡', command('done', 'A7K2', '已换灯泡')],
    ['完成了', command('done')],
    ['已修好。', command('done')],
    ['办结 A7K2', command('done', 'A7K2')],
    ['約：明天15:00', command('promise', null, '明天15:00')],
    ['约 A7K2 明天15:00', command('promise', 'A7K2', '明天15:00')],
    ['转交 A7K2 王师傅', command('pass', 'A7K2', '王师傅')],
    ['A7K2 转给王师傅', command('pass', 'A7K2', '王师傅')],
    ['退回 A7K2 不归我管', command('decline', 'A7K2', '不归我管')],
    ['A7K2 退回，不归我管', command('decline', 'A7K2', '不归我管')],
    ['decline A7K2 not mine', command('decline', 'A7K2', 'not mine')],
    ['退回', command('decline')],
    ['回访 A7K2 满意 老人很高兴', command('follow_up', 'A7K2', '满意 老人很高兴')],
    ['A7K2 回访：没联系上', command('follow_up', 'A7K2', '没联系上')],
    ['回訪 A7K2 滿意', command('follow_up', 'A7K2', '滿意')],
    ['follow up A7K2 satisfied', command('follow_up', 'A7K2', 'satisfied')],
    ['/follow_up A7K2 not reached', command('follow_up', 'A7K2', 'not reached')],
    ['评价', command('ratings')],
    ['ratings', command('ratings')],
    ['查找 电梯 3栋 2026-10', command('find', null, '电梯 3栋 2026-10')],
    ['搜索：漏水', command('find', null, '漏水')],
    ['搜尋 電梯', command('find', null, '電梯')],
    ['查找 A7K2', command('find', 'A7K2')],
    ['/find lift', command('find', null, 'lift')],
    ['search lift leak', command('find', null, 'lift leak')],
    ['查找', command('find')],
    ['查找原因', none],
    ['查找 一下原因', none],
    ['搜索一下', none],
    ['搜索 哪里漏水吗', none],
    ['find out why', none],
    ['find me a plumber', none],
    ['search for the keys', none],
    ['find lift, please', none],
    ['合并 A7K2 B3M4', command('merge', 'A7K2', 'B3M4')],
    ['A7K2 合并到 B3M4', command('merge', 'A7K2', '到 B3M4')],
    ['not a ticket A7K2', command('dismiss', 'A7K2')],
    ['/not_a_ticket A7K2', command('dismiss', 'A7K2')],
    ['不是工单', command('dismiss')],
    ['问 A7K2 几楼在漏？', command('ask', 'A7K2', '几楼在漏？')],
    ['进展 A7K2 配件明天到', command('progress', 'A7K2', '配件明天到')],
    ['重开 A7K2', command('reopen', 'A7K2')],
    ['A7K2 详情', command('show', 'A7K2')],
    ['登记 电话：3栋501漏水', command('log', null, '电话：3栋501漏水')],
    ['/log phone building 3, no water', command('log', null, 'phone building 3, no water')],
    ['log phone building 3, no water', command('log', null, 'phone building 3, no water')],
    ['待办', command('list')],
    ['我的工单', command('status')],
    ['进度', command('status')],
    ['进度？', command('status')],
    ['進度 A7K2', command('status', 'A7K2')],
    ['查进度', command('status')],
    ['/status', command('status')],
    ['/start', command('help')],
    ['help', command('help')],
    ['帮助 通知', command('help', null, '通知')],
    ['help votes', command('help', null, 'votes')],
    ['/setup 4F7K-2M9Q', command('setup', null, '4F7K-2M9Q')],
    ['/link residents 3,4', command('link', null, 'residents 3,4')],
    ['/role 维修 3,4', command('role', null, '维修 3,4')],
    ['角色 维修 3,4', command('role', null, '维修 3,4')],
  ])('%s', (text, expected) => {
    expect(parseCommand(text, { strict: true })).toEqual(expected);
    expect(parseCommand(text, { strict: false })).toEqual(expected);
  });

  it('keeps a code that nobody has, so that the nearest can be named', () => {
    expect(parseCommand('接单 AOK2', { strict: true })).toEqual(command('take', 'AOK2'));
    expect(parseCommand('take A1K2', { strict: true })).toEqual(command('take', 'A1K2'));
  });

  it.each(['B201', 'A312', '3-501', '15:00'])('does not take %s for a code', (words) => {
    expect(parseCommand(`/answer ${words}`, { strict: false })).toEqual(command('answer', null, words));
  });
});

describe('a reply to a card: the beginning of a sentence is an answer, not a command', () => {
  it.each([
    ['延后 2小时 等配件', command('postpone', null, '2小时 等配件')],
    ['延后两天再上门', none],
    ['postpone the meeting', none],
    ['回访过了，老人说挺好', none],
    ['follow up with the contractor tomorrow', none],
    ['约 明天15:00', command('promise', null, '明天15:00')],
    ['约　明天15:00', command('promise', null, '明天15:00')],
    ['约了师傅明天来', none],
    ['约师傅明天来', none],
    ['转 王师傅', command('pass', null, '王师傅')],
    ['转告大家别急', none],
    ['转给王师傅了，他下午来', none],
    ['退回 不归我管', command('decline', null, '不归我管')],
    ['退回的押金下周到账', none],
    ['评价一下我们的服务吧', none],
    ['评价 请打分', none],
    ['问 有没有照片', command('ask', null, '有没有照片')],
    ['问题不大，下午修', none],
    ['问了厂家，配件明天到', none],
    ['完成，已换灯泡', command('done', null, '已换灯泡')],
    ['完成了，已换灯泡', command('done', null, '已换灯泡')],
    ['完成了一半', none],
    ['完成不了，要等配件', none],
    ['完成后告诉您', none],
    ['修好之前请走楼梯', none],
    ['回复 马上到', command('answer', null, '马上到')],
    ['进度比较慢', none],
    ['进展顺利', none],
    ['承诺的事一定办到', none],
    ['查看过了，没有问题', none],
    ['工单已经派出', none],
    ['帮助您关了水阀', none],
    ['帮助 大家看看通知', none],
    ['标签 掉了，要重贴', none],
    ['help me with the lift', none],
    ['done changed the pump', command('done', null, 'changed the pump')],
    ['done by tomorrow', none],
    ['promise tomorrow 3pm', command('promise', null, 'tomorrow 3pm')],
    ['promise you we will come', none],
    ['take care of yourself', none],
    ['Take the other lift please', none],
    ['ask: which floor?', command('ask', null, 'which floor?')],
    ['ask him to wait', none],
    ['asked the supplier', none],
    ['show', command('show')],
    ['show me a photo', none],
    ['passing by at 3', none],
    ['help is coming', none],
    ['The technician is on the way', none],
    ['好的，马上', none],
    ['师傅已接单', none],
    ['完成？', none],
    ['done?', none],
    ['👍', none],
    ['', none],
    ['5', none],
  ])('%s', (text, expected) => {
    expect(parseCommand(text, { strict: false })).toEqual(expected);
  });
});

describe('the office’s own talk, and the residents’', () => {
  it.each([
    '完成今天的巡查就下班',
    '完成 今天的巡查',
    '回复一下3楼的业主',
    '回复 一下吧',
    '约 明天15:00',
    'take the keys from the desk',
    'help me with the lift',
    'list of the missing keys',
    'log in please',
    'done with lunch',
    'status is fine',
    '工单怎么还没人接',
    '延后 两天再开会',
    '检修延后到下周',
    '回访 一下3楼的老人',
    '回访了几户',
    'follow up with them later',
    'postpone the meeting',
    '进度怎么样了',
    '进度条',
    'A7K2 怎么样了',
    'A7K2 完成了吗',
    'A7K2 完成了吗？',
    'A7K2 完成不了',
    'A7K2 进展如何',
    'A7K2 问题还在',
    'A7K2 done?',
    'A7K2',
    '刚才 接单 A7K2 的是谁',
    '/home/x',
    '/weather',
    'gone',
    '回家',
    '说完了',
    '接人',
    '3栋2单元停电了',
    'room B2P3 is open',
  ])('%s is no command', (text) => {
    expect(parseCommand(text, { strict: true })).toEqual(none);
  });
});

describe('letters behind a character', () => {
  it.each(['问ta 什么时候来', '转pdf 给我', '约ktv 周五', '转wx 群里', '接d 一下', '看a A7K2'])('%s is talk', (text) =>
    expect(parseCommand(text, { strict: true, bare: true })).toEqual({ kind: 'none' }),
  );

  it.each(['约ta 明天上午去看', '问ta 什么时候来'])('%s under a card is an answer', (text) =>
    expect(parseCommand(text, { strict: false })).toEqual({ kind: 'none' }),
  );

  it('alone under a card are a command that was not set yet', () =>
    expect(parseCommand('接d', { strict: false })).toMatchObject({ kind: 'near', verb: 'take' }));

  it('alone in the office’s talk are one, too, and among residents are talk', () => {
    expect(parseCommand('接d', { strict: true, bare: true })).toMatchObject({ kind: 'near', verb: 'take' });
    expect(parseCommand('接d', { strict: true })).toEqual({ kind: 'none' });
  });
});

describe('mistyped, but plainly a command: the nearest is named', () => {
  it.each([
    ['接丹 A7K2', '接丹', 'take', 'A7K2', ''],
    ['接丹A7K2', '接丹', 'take', 'A7K2', ''],
    ['街单 Ａ７Ｋ２', '街单', 'take', 'A7K2', ''],
    ['jiedan A7K2', 'jiedan', 'take', 'A7K2', ''],
    ['A7K2 banjie', 'banjie', 'done', 'A7K2', ''],
    ['huifu A7K2 师傅马上到', 'huifu', 'answer', 'A7K2', '师傅马上到'],
    ['街單a7k2', '街單', 'take', 'A7K2', ''],
    ['接丹', '接丹', 'take', null, ''],
    ['接d A7K2', '接d', 'take', 'A7K2', ''],
    ['接A7K2', '接', 'take', 'A7K2', ''],
    ['接 A7K2', '接', 'take', 'A7K2', ''],
    ['接d，A7K2', '接d', 'take', 'A7K2', ''],
    ['A7K2 接d', '接d', 'take', 'A7K2', ''],
    ['办j A7K2 换了水泵', '办j', 'done', 'A7K2', '换了水泵'],
    ['A7K2 接丹', '接丹', 'take', 'A7K2', ''],
    ['A7K2街丹', '街丹', 'take', 'A7K2', ''],
    ['单接', '单接', 'take', null, ''],
    ['办节', '办节', 'done', null, ''],
    ['办节A7K2', '办节', 'done', 'A7K2', ''],
    ['办节 A7K2 换了水泵', '办节', 'done', 'A7K2', '换了水泵'],
    ['辦结 A7K2', '辦结', 'done', 'A7K2', ''],
    ['會复 A7K2：师傅马上到', '會复', 'answer', 'A7K2', '师傅马上到'],
    ['会复：师傅马上到', '会复', 'answer', null, '师傅马上到'],
    ['答付 A7K2 好的', '答付', 'answer', 'A7K2', '好的'],
    ['务报A7K2', '务报', 'dismiss', 'A7K2', ''],
    ['不是公单 A7K2', '不是公单', 'dismiss', 'A7K2', ''],
    ['砖交 A7K2 李工', '砖交', 'pass', 'A7K2', '李工'],
    ['移教给 A7K2 李工', '移教给', 'pass', 'A7K2', '李工'],
    ['成诺 A7K2 明天15:00', '成诺', 'promise', 'A7K2', '明天15:00'],
    ['和并 A7K2 B3M4', '和并', 'merge', 'A7K2', 'B3M4'],
    ['从开 A7K2', '从开', 'reopen', 'A7K2', ''],
    ['从新打开 A7K2', '从新打开', 'reopen', 'A7K2', ''],
    ['以修好 A7K2', '以修好', 'done', 'A7K2', ''],
    ['追文 A7K2 几楼', '追文', 'ask', 'A7K2', '几楼'],
    ['祥情 A7K2', '祥情', 'show', 'A7K2', ''],
    ['/接电 A7K2', '/接电', 'take', 'A7K2', ''],
    ['/接丹A7K2', '/接丹', 'take', 'A7K2', ''],
    ['/tkae A7K2', '/tkae', 'take', 'A7K2', ''],
    ['/Anwser A7K2 ok', '/Anwser', 'answer', 'A7K2', 'ok'],
    ['/stauts', '/stauts', 'status', null, ''],
    ['/progres', '/progres', 'progress', null, ''],
    ['tkae', 'tkae', 'take', null, ''],
    ['reopne A7K2', 'reopne', 'reopen', 'A7K2', ''],
    ['A7K2 dnoe', 'dnoe', 'done', 'A7K2', ''],
    ['A7K2 promis', 'promis', 'promise', 'A7K2', ''],
    ['mergge', 'mergge', 'merge', null, ''],
    ['进渡', '进渡', 'status', null, ''],
    ['待伴', '待伴', 'list', null, ''],
    ['我的公单', '我的公单', 'status', null, ''],
  ])('%s', (text, said, verb, code, rest) => {
    expect(parseCommand(text, { strict: true })).toEqual({ kind: 'near', said, verb, code, rest });
    expect(parseCommand(text, { strict: false })).toEqual({ kind: 'near', said, verb, code, rest });
  });

  it('a slip under a card, or in the office’s group, is no answer and no talk', () => {
    const near = { kind: 'near', said: '办节', verb: 'done', code: null, rest: '换了水泵' };
    expect(parseCommand('办节 换了水泵', { strict: false })).toEqual(near);
    expect(parseCommand('办节 换了水泵', { strict: true, bare: true })).toEqual(near);
    expect(parseCommand('办节 换了水泵', { strict: true })).toEqual(none);
  });

  it.each(['代班', '带班 小王', '等级', '查勘 A7K2', '一脚'])('%s is a word of its own', (text) => {
    expect(parseCommand(text, { strict: true, bare: true })).toEqual(none);
  });
});

describe('the bare word in the office’s group, where the last card can be meant', () => {
  it.each([
    ['接单', command('take')],
    ['接單', command('take')],
    ['办结 换了水泵', command('done', null, '换了水泵')],
    ['办结　换了水泵', command('done', null, '换了水泵')],
    ['误报', command('dismiss')],
    ['延后提醒 2小时 等配件', command('postpone', null, '2小时 等配件')],
    ['延后 两天再开会', none],
    ['转 李工', command('pass', null, '李工')],
    ['转交 @李工', command('pass', null, '@李工')],
    ['承诺 明天15:00', command('promise', null, '明天15:00')],
    ['约 明天15:00', command('promise', null, '明天15:00')],
    ['回复 师傅马上到', command('answer', null, '师傅马上到')],
    ['承诺 的事办好了', none],
    ['办结 了吗', none],
    ['接单的是谁', none],
    ['转告大家', none],
    ['误报太多', none],
    ['done changed the pump', none],
    ['take the keys', none],
    ['师傅马上到', none],
    ['好的', none],
    ['3', none],
  ])('%s', (text, expected) => {
    expect(parseCommand(text, { strict: true, bare: true })).toEqual(expected);
  });
});

describe('commands about people and accounts', () => {
  it.each([
    ['房号 7-2-502', command('flat', null, '7-2-502')],
    ['房号：7栋2单元502室', command('flat', null, '7栋2单元502室')],
    ['房号7-2-502', command('flat', null, '7-2-502')],
    ['房号 对', command('flat', null, '对')],
    ['flat ok', command('flat', null, 'ok')],
    ['flat 7-2-502', command('flat', null, '7-2-502')],
    ['房号？', command('flat')],
    ['房号是多少', none],
    ['flat tyre again', none],
    ['绑定 ABCD2345', command('join', null, 'ABCD2345')],
    ['绑定abcd2345', command('join', null, 'abcd2345')],
    ['join ABCD 2345', command('join', null, 'ABCD 2345')],
    ['绑定手机号要去哪里', none],
    ['join us tonight', none],
    ['停发 微信', command('stop', null, '微信')],
    ['stop wechat', command('stop', null, 'wechat')],
    ['停发全部', command('stop', null, '全部')],
    ['stop it please', none],
    ['恢复微信', command('resume', null, '微信')],
    ['恢复供水了', none],
    ['额度', command('quota')],
    ['账号', command('accounts')],
    ['帐号', command('accounts')],
    ['登录码', command('login')],
    ['login code', command('login')],
  ])('%s', (text, expected) => expect(parseCommand(text, { strict: true })).toEqual(expected));

  it('takes 恢复 beside a code for a slip of 回复, and does nothing', () => {
    expect(parseCommand('恢复 A7K2 师傅已出发', { strict: true })).toMatchObject({ kind: 'near', verb: 'answer' });
  });

  it.each([
    ['微信', 'wechat'],
    [' WeChat ', 'wechat'],
    ['tg', 'telegram'],
    ['网页聊天室', 'web'],
    ['全部', 'all'],
    ['微信群', null],
    ['', null],
  ])('the platform %j is %s', (said, channel) => expect(readPlatform(said)).toBe(channel));
});

describe('every word of every verb', () => {
  const all = [...ticketVerbs, ...deskVerbs].flatMap((verb) => verbWords[verb].map((word) => [word, verb] as const));

  it('stands for one verb only', () => {
    expect(new Set(all.map(([word]) => word)).size).toBe(all.length);
  });

  const besideCode = all.filter(([, verb]) => !mustFollow[verb]);
  const apart = all.filter(([, verb]) => mustFollow[verb]);

  it.each(apart)('%s works alone and with a slash, and is not said of a ticket', (word, verb) => {
    for (const strict of [true, false]) {
      expect(parseCommand(word, { strict })).toEqual(command(verb));
      expect(parseCommand(`/${word.replaceAll(' ', '_')}`, { strict })).toEqual(command(verb));
      for (const text of [`${word} A7K2 x`, `A7K2 ${word}：x`, `${word}了吗`]) {
        expect(parseCommand(text, { strict })).not.toMatchObject({ kind: 'command', verb });
      }
    }
  });

  it.each(besideCode)('%s works alone, with a slash, and on both sides of a code', (word, verb) => {
    for (const strict of [true, false]) {
      expect(parseCommand(word, { strict })).toEqual(command(verb));
      expect(parseCommand(`/${word.replaceAll(' ', '_')} A7K2`, { strict })).toEqual(command(verb, 'A7K2'));
      expect(parseCommand(`${word} A7K2 x`, { strict })).toEqual(command(verb, 'A7K2', 'x'));
      expect(parseCommand(`A7K2 ${word}：x`, { strict })).toEqual(command(verb, 'A7K2', 'x'));
    }
  });
});

describe('a code, and what stands behind it', () => {
  it.each([
    ['A7K2 已经去看了', { code: 'A7K2', words: '已经去看了' }],
    ['＃ａ７ｋ２，已经去看了', { code: 'A7K2', words: '已经去看了' }],
    ['@linli_bot A7K2: is it done?', { code: 'A7K2', words: 'is it done?' }],
    ['A7K2', { code: 'A7K2', words: '' }],
    ['A7K2？', { code: 'A7K2', words: '' }],
    ['A7K2 👍', { code: 'A7K2', words: '👍' }],
    ['刚才 A7K2 已经去看了', null],
    ['A7K2B 已经去看了', null],
    ['', null],
  ])('%s', (text, read) => {
    expect(readAfterCode(text)).toEqual(read);
  });
});

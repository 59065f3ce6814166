import { describe, expect, it } from 'vitest';
import { parseCommand } from './command.ts';
import { verbWords } from './verb-words.ts';
import { deskVerbs, ticketVerbs, type StaffVerb } from './verb.ts';

const command = (verb: StaffVerb, code: string | null = null, rest = '') => ({ kind: 'command', verb, code, rest });
const none = { kind: 'none' };

describe('a command, in the staff group or as a reply to a card', () => {
  it.each([
    ['接单 A7K2', command('take', 'A7K2')],
    ['接单A7K2', command('take', 'A7K2')],
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
    ['约 明天15:00', command('promise', null, '明天15:00')],
    ['约　明天15:00', command('promise', null, '明天15:00')],
    ['约了师傅明天来', none],
    ['约师傅明天来', none],
    ['转 王师傅', command('pass', null, '王师傅')],
    ['转告大家别急', none],
    ['转给王师傅了，他下午来', none],
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

describe('mistyped, but plainly a command: the nearest is named', () => {
  it.each([
    ['接丹 A7K2', '接丹', 'take'],
    ['接丹', '接丹', 'take'],
    ['A7K2 接丹', '接丹', 'take'],
    ['单接', '单接', 'take'],
    ['办节', '办节', 'done'],
    ['办节A7K2', '办节', 'done'],
    ['祥情 A7K2', '祥情', 'show'],
    ['/接电 A7K2', '/接电', 'take'],
    ['/tkae A7K2', '/tkae', 'take'],
    ['/Anwser A7K2 ok', '/Anwser', 'answer'],
    ['/stauts', '/stauts', 'status'],
    ['/progres', '/progres', 'progress'],
    ['tkae', 'tkae', 'take'],
    ['reopne A7K2', 'reopne', 'reopen'],
    ['A7K2 dnoe', 'dnoe', 'done'],
    ['A7K2 promis', 'promis', 'promise'],
    ['mergge', 'mergge', 'merge'],
    ['进渡', '进渡', 'status'],
  ])('%s', (text, said, verb) => {
    expect(parseCommand(text, { strict: true })).toEqual({ kind: 'near', said, verb });
    expect(parseCommand(text, { strict: false })).toEqual({ kind: 'near', said, verb });
  });
});

describe('every word of every verb', () => {
  const all = [...ticketVerbs, ...deskVerbs].flatMap((verb) => verbWords[verb].map((word) => [word, verb] as const));

  it('stands for one verb only', () => {
    expect(new Set(all.map(([word]) => word)).size).toBe(all.length);
  });

  it.each(all)('%s works alone, with a slash, and on both sides of a code', (word, verb) => {
    for (const strict of [true, false]) {
      expect(parseCommand(word, { strict })).toEqual(command(verb));
      expect(parseCommand(`/${word.replaceAll(' ', '_')} A7K2`, { strict })).toEqual(command(verb, 'A7K2'));
      expect(parseCommand(`${word} A7K2 x`, { strict })).toEqual(command(verb, 'A7K2', 'x'));
      expect(parseCommand(`A7K2 ${word}：x`, { strict })).toEqual(command(verb, 'A7K2', 'x'));
    }
  });
});

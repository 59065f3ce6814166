import { describe, expect, it } from 'vitest';
import { AUTOMATIC_FROM, bestMatch } from './best-match.ts';

const entries = [
  { number: 1, questions: ['物业费怎么交', '物业费在哪里缴纳'] },
  { number: 2, questions: ['物业费多少钱一平米', '物业费收费标准'] },
  { number: 3, questions: ['游泳池几点开门', '泳池开放时间'] },
  { number: 4, questions: ['游泳池门票多少钱'] },
  { number: 5, questions: ['门禁卡丢了怎么补办', '补办门禁卡要什么手续'] },
  { number: 6, questions: ['物业电话是多少', '物业客服电话'] },
  { number: 7, questions: ['快递柜在哪里'] },
  { number: 8, questions: ['装修要办什么手续', '装修怎么申请'] },
  { number: 9, questions: ['停车位怎么租', '租车位怎么办理'] },
  { number: 10, questions: ['大件垃圾放在哪里'] },
  { number: 11, questions: ['How do I pay the management fee?', 'Where can I pay the management fee?'] },
  { number: 12, questions: ['What are the opening hours of the swimming pool?', 'When does the pool open?'] },
  { number: 13, questions: ['Is there a visitor parking lot?'] },
  { number: 14, questions: ['宽带怎么安装'] },
];
const answer = (text: string): number | null => bestMatch(text, entries)?.entry.number ?? null;

describe('a question that the knowledge base answers', () => {
  it.each([
    ['物业费怎么交', 1],
    ['请问物业费怎么交？', 1],
    ['您好，物业费在哪里交呢', 1],
    ['物業費怎麼繳？', 1],
    ['物业费在哪缴', 1],
    ['物业费多少钱一平', 2],
    ['物业费怎么收费的', 2],
    ['游泳池几点开门啊', 3],
    ['请问泳池什么时候开放', 3],
    ['游泳池的门票多少钱', 4],
    ['门禁卡丢了怎么补办？', 5],
    ['補辦門禁卡要什麼手續', 5],
    ['门卡丢了怎么补办', 5],
    ['物业电话多少', 6],
    ['请问物业的电话号码是多少？', 6],
    ['快递柜在哪', 7],
    ['請問快遞櫃在哪裡', 7],
    ['装修需要什么手续', 8],
    ['请问装修怎么申请', 8],
    ['车位怎么租', 9],
    ['大件垃圾放哪里', 10],
    ['How can I pay the management fee?', 11],
    ['where do we pay management fees', 11],
    ['When does the swimming pool open?', 12],
    ['Is there visitor parking?', 13],
    ['宽带怎么安装', 14],
  ])('%s → %d', (text, number) => {
    expect(answer(text)).toBe(number);
  });
});

describe('lines like those of real groups, which it does not answer', () => {
  it.each([
    '物业费为什么涨价了',
    '物业费交了为什么还催',
    '物业费可以开发票吗',
    '泳池水太脏了',
    '游泳池什么时候换水',
    '游泳池有救生员吗',
    '门禁卡刷不开怎么办',
    '门禁坏了什么时候修',
    '门禁卡多少钱一张',
    '快递柜什么时候能修好',
    '快递柜在漏电',
    '快递丢了找谁',
    '装修太吵了几点可以施工',
    '楼上装修到几点',
    '停车位被占了怎么办',
    '停车怎么收费',
    '垃圾为什么没人收',
    '大件垃圾什么时候清走',
    '电梯怎么又坏了',
    '停水到几点？',
    '物业上班吗',
    '维修师傅电话多少',
    '物业电话打不通怎么回事',
    '宽带怎么这么慢',
    '怎么办？',
    '请问一下',
    '在哪里',
    '多少钱',
    '3栋501',
    '有人吗',
    'How do I report a leak?',
    'When is the water back?',
    'Why is the management fee higher this year?',
    'Where is the parcel locker?',
    'Can I park my car at the gate?',
    '物业费怎么交？顺便问下游泳池几点开门？',
    `物业费怎么交${'，我说了很多别的事情'.repeat(10)}`,
  ])('%s', (text) => {
    expect(answer(text)).toBeNull();
  });
});

describe('what the bot may answer by itself', () => {
  it('is nearly the question itself', () => {
    expect(bestMatch('请问物业费怎么交？', entries)?.likeness).toBeGreaterThanOrEqual(AUTOMATIC_FROM);
    expect(bestMatch('泳池几点开门', entries)?.likeness ?? 0).toBeLessThan(1);
  });

  it('is nothing where two entries fit as well', () => {
    const twice = [
      { number: 1, questions: ['物业费怎么交'] },
      { number: 2, questions: ['物业费怎么交'] },
    ];
    expect(bestMatch('物业费怎么交', twice)).toBeNull();
  });
});

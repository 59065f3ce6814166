import { describe, expect, it } from 'vitest';
import { createMask } from './mask.ts';

const names = new Map([
  ['3-2-501 李姐', '[A]'],
  ['李姐', '[A]'],
  ['阳光', '[B]'],
  ['Chan Tai Man', '[C]'],
  ['快乐每一天', '[D]'],
  ['王姐', '[office]'],
  ['物业客服小周', '[office]'],
  ['陈大文', '[name]'],
]);
const mask = createMask({ names, estate: '桂园小区' });

describe('what leaves the house is without', () => {
  it.each([
    ['a telephone number', '打我电话13776240518', '打我电话[phone]'],
    ['one in full width', '手机１３８００００３３１６', '手机[phone]'],
    ['one in Chinese numerals', '我电话一三八零零零零三三一六', '我电话[phone]'],
    ['the number of the office, too', '物业电话 0755-88886666 没人接', '物业电话 [number] 没人接'],
    ['an identity card', '身份证110101199003071234', '身份证[number]'],
    ['a bank card', '卡 6222 0212 3456 7890 128', '卡 [number]'],
    ['a plate', '京A12345 堵门口', '[number] 堵门口'],
    ['an e-mail address', '发我 li.na@example.com', '发我 [address]'],
    ['a WeChat name', '微信号：lina_88', '微信号：[address]'],
    ['a link', '看这个 https://x.example/u/13776240518?n=李姐', '看这个 [link]'],
    ['a flat with its building', '3栋2单元501漏水', '3栋2单元[room]漏水'],
    ['a flat in three parts', '3-2-501漏水', '3-2-[room]漏水'],
    ['a flat in Chinese numerals', '三栋二单元五零一', '三栋二单元[room]'],
    ['a flat alone', '501又漏了', '[room]又漏了'],
    ['a flat before the word for above', '601楼上太吵', '[room]楼上太吵'],
    ['a flat with the word for number', '1203号没交', '[room]号没交'],
    ['a flat alone in Chinese numerals', '五零一又漏了', '[room]又漏了'],
    ['a flat with a letter', '5C 漏水', '[room] 漏水'],
    ['a flat in Hong Kong', '12樓B室', '12樓[room]室'],
    ['a flat in English', 'Flat 5C is leaking', 'Flat [room] is leaking'],
    ['the meter', '水表读数 00458123', '水表读数 [phone]'],
    ['an account number', '户号 8812349905128834721', '户号 [number]'],
    ['an order number', '快递 SF1234567890123', '快递 SF[number]'],
    ['a name that is shown with a flat', '@3-2-501 李姐 你家漏吗', '@[A] 你家漏吗'],
    ['the same as people call her', '问问李姐', '问问[A]'],
    ['an English name', 'ask chan tai man', 'ask [C]'],
    ['a nickname', '快乐每一天说的对', '[D]说的对'],
    ['a nickname that is a word, where somebody is called by it', '@阳光 在吗', '@[B] 在吗'],
    ['a name of the office', '王姐在不在', '[office]在不在'],
    ['the longer name of the office', '@物业客服小周 看看', '@[office] 看看'],
    ['somebody who is on record', '陈大文家', '[name]家'],
    ['somebody who is not', '楼上李先生太吵', '楼上[name]太吵'],
    ['a lady by her husband’s name', '李太屋企漏水', '[name]屋企漏水'],
    ['a craftsman', '陈师傅还没来', '[name]还没来'],
    ['a neighbour by a short title', '楼上王姐家没水', '楼上[office]家没水'],
    ['one that nobody has on record', '楼上赵姐家没水', '楼上[name]家没水'],
    ['one who is complained of', '对陈师傅的态度很不满', '对[name]的态度很不满'],
    ['another who is', '对赵姐有意见', '对[name]有意见'],
    ['a colleague by his surname', '老赵说明天修', '[name]说明天修'],
    ['a flat with an O for a nought', '1O房漏水', '[room]房漏水'],
    ['whoever is called', '@somebody 在吗', '@[name] 在吗'],
    ['whoever is called with a flat', '@3-2-601 赵六 在吗', '@[name] 在吗'],
    ['the name of the estate', '桂园小区是不是停水', '[estate]是不是停水'],
    ['its short name', '我们桂园停水', '我们[estate]停水'],
  ])('%s', (_, said, left) => expect(mask(said)).toBe(left));
});

describe('what is needed to judge it stays', () => {
  it.each([
    '3栋2单元电梯又停在5楼',
    '小区大门的小孔堵了',
    '老毛病又犯了，小黄车堵门，小于5度',
    '关于太阳能的小任务，老顾客都不满',
    '物业的工程部电话没人接，施工太吵',
    '余下的工作总是没人管，江太高了',
    '三号楼楼道灯不亮',
    '102号楼楼道灯不亮',
    '电梯停在12楼',
    'B2车库漏水',
    'G4栋门禁坏了',
    '今天阳光很好',
    '晚上 9:30-11:00 停水',
    '2026-11-21 停电',
    '2026年物业费',
    '物业费1200元太贵',
    '停了300多户',
    '打119了',
    '拨打 120',
    '水压 3 公斤都不到',
    '5G 没信号',
    'lift 2 is stuck on the 12th floor',
    '七八天没人来',
    '一千二百块',
    '',
  ])('%s', (said) => expect(mask(said)).toBe(said));
});

it('finds nothing more in what it left', () => {
  const left = mask('@3-2-501 李姐 王姐说501漏水，电话13776240518，桂园小区3栋');
  expect(mask(left)).toBe(left);
});

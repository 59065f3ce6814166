import { describe, expect, it } from 'vitest';
import { nameBeginnings } from './redact-names.ts';
import { forGroup, personalDataIn, redact } from './redact.ts';

describe('what the office reads is without numbers by which somebody is reached or known', () => {
  it.each([
    ['a mobile number', '电话13776240518 耳朵背', '电话*** 耳朵背'],
    ['a mobile number with spaces', '联系 138 0000 3316', '联系 ***'],
    ['a mobile number with dashes', '联系 138-0000-3316', '联系 ***'],
    ['a mobile number grouped as 4-3-4', '1380 000 3316', '***'],
    ['a mobile number with a space between all figures', '1 3 8 0 0 0 0 3 3 1 6', '***'],
    ['a mobile number in full width', '手机１３８００００３３１６', '手机***'],
    ['a mobile number in Chinese numerals', '我电话一三八零零零零三三一六，谢谢', '我电话***，谢谢'],
    ['one with 幺 and 〇, dictated', '幺三八〇〇〇〇三三幺六', '***'],
    ['one half in figures', '138零零零零3316', '***'],
    ['a mobile number with the country', '+86 13800003316', '***'],
    ['the same with 0086', '0086-138-0000-3316', '***'],
    ['the same without a sign', '8613800003316', '***'],
    ['a fixed line', '请打 010-62345678', '请打 ***'],
    ['a fixed line in brackets', '(0755) 8888 6666', '***'],
    ['a fixed line with long dashes', '0755—88886666', '***'],
    ['a number in Hong Kong', '致電 2345 6789 陳生', '致電 *** 陳生'],
    ['one with the country', '+852 9123 4567', '***'],
    ['one with 852 alone', '852 91234567', '***'],
    ['a number in Macao', '00853 6612 3456', '***'],
    ['a mobile number in Taiwan', '打 0912-345-678', '打 ***'],
    ['one with the country', '+886 912 345 678', '***'],
    ['a fixed line in Taipei', '02-2345-6789', '***'],
    ['an American number', 'call 415-555-0134 please', 'call *** please'],
    ['a local number after a word that tells so', '电话 8234567', '电话 ***'],
    ['an identity card', '身份证110101199003071234', '身份证***'],
    ['an identity card that ends in X', '11010119900307123X', '***'],
    ['an identity card in groups', '110101 19900307 1234', '***'],
    ['an old identity card', '110101900307123', '***'],
    ['an identity card of Hong Kong', 'HKID A123456(7)', 'HKID ***'],
    ['one of two letters, without brackets', 'AB1234567', '***'],
    ['an identity card of Taiwan', '身分證 A123456789', '身分證 ***'],
    ['an identity card of Macao', '1234567(8)', '***'],
    ['a passport', '护照 E12345678', '护照 ***'],
    ['a bank card', '卡 6222 0212 3456 7890 128', '卡 ***'],
    ['a bank card that keeps the rule of Luhn', '4111111111111111', '***'],
    ['a bank card with a slip, but called so', '卡号 6222021234567890', '卡号 ***'],
    ['a plate', '白色朗逸 京A12345 又堵着', '白色朗逸 *** 又堵着'],
    ['a plate with a space', '粤B 12345', '***'],
    ['a green plate', '粤B·D12345', '***'],
    ['a green plate without a dot', '沪AD12345', '***'],
    ['a plate in small letters', '粤b12345', '***'],
    ['a plate of both places', '粤Z1234港', '***'],
    ['a plate of Hong Kong', '車牌 AB 1234', '車牌 ***'],
    ['a plate of Taiwan', '車號 ABC-1234', '車號 ***'],
    ['an e-mail address', 'write to li.na@example.com', 'write to ***'],
    ['a WeChat name', '微信号：lina_88', '微信号：***'],
    ['a WeChat name, called so in English', 'WeChat ID lina1988', 'WeChat ID ***'],
    ['a number on QQ', 'QQ 12345678', 'QQ ***'],
  ])('%s', (_, said, kept) => expect(redact(said)).toBe(kept));
});

describe('what the office needs to read stays', () => {
  it.each(['3栋2单元1203', '李小明家漏水', '11月30日18:00', 'B1-217是我家买的位', '押金2000元', '2026-11-21 开会', ''])(
    '%s',
    (said) => expect(redact(said)).toBe(said),
  );
});

describe('what is repeated into a group is also without rooms', () => {
  it.each([
    ['师傅到 3-2-501 了', '师傅到 3-2-*** 了'],
    ['3栋2单元501漏水', '3栋2单元***漏水'],
    ['三栋二单元五零一', '三栋二单元***'],
    ['B座1203的住户', 'B座***的住户'],
    ['7号楼502', '7号楼***'],
    ['5#1202', '5#***'],
    ['12-1203 装修', '12-*** 装修'],
    ['501室', '***室'],
    ['请1203房的住户', '请***房的住户'],
    ['12樓B室', '12樓***室'],
    ['Flat 5C', 'Flat ***'],
    ['flat 5c please', 'flat *** please'],
    ['Room 1203', 'Room ***'],
    ['Flat B, 12/F', 'Flat ***, 12/F'],
    ['B-1203', 'B-***'],
    ['3栋119', '3栋***'],
    ['apt. 12', 'apt. ***'],
    ['unit 5C', 'unit ***'],
    ['３－２－５０１', '３－２－***'],
    ['3—2—501', '3—2—***'],
  ])('%s', (said, safe) => expect(forGroup(said).text).toBe(safe));
});

describe('and without third persons', () => {
  it.each([
    ['李先生已同意', '***已同意'],
    ['是张阿姨家的狗', '是***家的狗'],
    ['欧阳女士来过', '***来过'],
    ['李某某', '***'],
    ['户主姓名：王小明', '户主姓名：***'],
    ['業主陳太太', '業主***'],
    ['Mr Chan has the key', '*** has the key'],
    ['Mrs. Wong Siu Ming agreed', '*** agreed'],
    ['the tenant Chan Tai Man moved', 'the tenant *** moved'],
  ])('%s', (said, safe) => expect(forGroup(said).text).toBe(safe));

  it.each([
    { told: 'a name on record', names: ['李小明'], said: '楼上李小明家漏水', safe: '楼上***家漏水' },
    { told: 'a nickname that is a name', names: ['老王'], said: '问问老王', safe: '问问***' },
    { told: 'an English name', names: ['Chan Tai Man'], said: 'Chan Tai Man said so', safe: '*** said so' },
    { told: 'the longer of two names', names: ['王伟', '王伟明'], said: '王伟明在', safe: '***在' },
  ])('$told', ({ names, said, safe }) => expect(forGroup(said, { names }).text).toBe(safe));

  it('leaves alone a nickname that is a word', () => {
    expect(forGroup('注意安全，阳光很好，水停了', { names: ['安全', '阳光', '水'] }).text).toBe(
      '注意安全，阳光很好，水停了',
    );
  });

  it('leaves alone who works for the office, and what the office has published', () => {
    const keep = ['王小姐', '0755 8888 6666'];
    expect(forGroup('王小姐马上到，电话 0755-88886666', { keep }).text).toBe('王小姐马上到，电话 0755-88886666');
  });
});

describe('what may be said in a group stays', () => {
  it.each([
    '服务时间 9:30-11:00',
    '今天 08:30-18:00 停水',
    '0830-1800 有人值班',
    '2200-0800 安静时段',
    '押金 2000 元，每月 1200元',
    '费用 5000-8000元',
    '预算 30000000 元',
    'A7K2 已办结',
    'A7K2B3：李工已接单',
    '请拨打 119、120 或 110',
    '市民热线 12345，供电 95598',
    '客服热线 400-830-1234',
    '物业电话：0755-88886666',
    '管理处電話 2345 6789',
    '前台 13800003316',
    'the office is on 2345 6789',
    '2026-11-21 开会',
    '20261121',
    '2024-2026 年度',
    '11-21-2026',
    '比分 5-2',
    '3栋停水',
    '3栋、5栋',
    '3栋2单元电梯',
    'B2车库',
    'B2-301 车位',
    'P2-118 充电桩',
    '保安已上楼 119已报',
    'party room 26 Oct',
    '5号楼100多户',
    '3号楼2026年外墙',
    '12 楼开会',
    'unit 2 lift',
    'room for improvement',
    'a flat 5 percent',
    '房价500万',
    '关于先生产后付款',
    '卫生间',
    '各位先生、女士',
    '李工已接单',
    '王师傅在路上',
    '满意请回 5',
  ])('%s', (said) => expect(forGroup(said).text).toBe(said));
});

it.each([
  ['问问老王伟家', ['老王', '王伟']],
  ['Chan Tai Man has it', ['Chan', 'Tai', 'Man']],
  ['师傅下午到', []],
  ['', []],
])('names in %j may begin so', (text, begin) => expect(nameBeginnings(text)).toEqual(begin));

it('tells what it found, where, and of what kind, in the order of the text', () => {
  const text = '张阿姨，电话13800003316，住3-2-501';
  expect(personalDataIn(text)).toEqual([
    { kind: 'name', text: '张阿姨', from: 0, to: 3 },
    { kind: 'phone', text: '13800003316', from: 6, to: 17 },
    { kind: 'room', text: '501', from: 23, to: 26 },
  ]);
  expect(forGroup(text).hidden.map(({ kind }) => kind)).toEqual(['name', 'phone', 'room']);
});

it('finds the same again in what it left', () => {
  const safe = forGroup('张阿姨，电话13800003316，住3-2-501').text;
  expect(personalDataIn(safe)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { readDueDay } from './due-day.ts';
import { readMoney, shownMoney } from './money.ts';
import { readFeeList } from './read-list.ts';

describe('an amount of money, in cents', () => {
  it.each([
    ['1234.50', 123_450],
    ['1234', 123_400],
    ['1234.5', 123_450],
    ['￥1,234.50', 123_450],
    ['¥ 1,234,567.89', null],
    ['１２３４．５０元', 123_450],
    ['1,234元整', 123_400],
    ['人民币300圆', 30_000],
    ['NT$1,200', 120_000],
    ['0.01', 1],
    ['1000000', 100_000_000],
    ['1000000.01', null],
    ['0', null],
    ['0.00', null],
    ['-5', null],
    ['1234.567', null],
    ['12,34', null],
    ['1.234,50', null],
    ['三百', null],
    ['', null],
  ])('%s: %s', (text, cents) => expect(readMoney(text)).toBe(cents));

  it.each([
    [123_450, '1,234.50'],
    [1, '0.01'],
    [100_000_000, '1,000,000.00'],
    [99_999, '999.99'],
  ])('%d is shown as %s', (cents, shown) => expect(shownMoney(cents)).toBe(shown));
});

describe('the last day to pay', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026年12月31日', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['２０２６．１２．３１', '2026-12-31'],
    ['12月31日', '2026-12-31'],
    ['11月23日', '2026-11-23'],
    ['1月5日', '2027-01-05'],
    ['2月29日', null],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['下个月', null],
  ])('%s: %s', (text, day) => expect(readDueDay(text, '2026-11-23')).toBe(day));
});

describe('a list of what households owe', () => {
  const read = (text: string) => readFeeList(text, ['3', '5'], '2026-11-23');
  const flat = (building: string, unit: string, room: string) => ({ building, unit, room });
  const two = [
    { line: 2, flat: flat('3', '2', '501'), amount: 123_450, dueOn: '2026-12-31' },
    { line: 3, flat: flat('5', '1', '1202'), amount: 80_000, dueOn: null },
  ];

  it.each([
    ['with a header', '房号,金额,到期日\n3-2-501,1234.50,2026-12-31\n5-1-1202,800,'],
    ['in Traditional', '房號,金額,期限\n3-2-501,1234.50,2026/12/31\n5-1-1202,800,'],
    ['in English, quoted', 'flat,amount,due\n"3-2-501","1,234.50",2026-12-31\n5-1-1202,800'],
    [
      'with the byte order mark of a spreadsheet',
      '\uFEFFflat,amount,due\r\n3-2-501,1234.50,2026-12-31\r\n5-1-1202,800\r\n',
    ],
    ['by tabs, full width', '房号\t金额\t到期日\n３－２－５０１\t￥1,234.50\t2026-12-31\n5栋1单元1202\t800元\t'],
    [
      'with full-width commas and a currency sign',
      '房号，金额，到期日\n3-2-501，￥1,234.50，2026-12-31\n5-1-1202，800元，',
    ],
    [
      'in another order, with other columns',
      '姓名,应缴金额（元）,房号,截止日期\n李,1234.50,3-2-501,2026-12-31\n陈,800,5-1-1202,',
    ],
    ['with empty lines between', '房号,金额,到期日\n3-2-501,1234.50,2026-12-31\n5-1-1202,800'],
  ])('%s', (_told, text) => expect(read(text)).toEqual({ lines: two, mistakes: [] }));

  it('without a header it is flat, amount, day', () => {
    expect(read('\n3-2-501 1234.50 2026-12-31\n5-1-1202  800')).toEqual({ lines: two, mistakes: [] });
  });

  it.each([
    ['3-2-501,1,234.50,2026-12-31', 'columns'],
    ['3-2-501', 'columns'],
    ['李阿姨,100', 'flat'],
    ['9-2-501,100', 'no_such_building'],
    ['3-2-501,一百', 'amount'],
    ['3-2-501,-100', 'amount'],
    ['3-2-501,0', 'amount'],
    ['3-2-501,100,2026-02-30', 'day'],
  ])('%s: %s, by its line', (row, kind) => {
    const { lines, mistakes } = read(`房号,金额,到期日\n5-1-1202,800\n${row}`);
    expect(mistakes).toEqual([{ line: 3, kind }]);
    expect(lines).toHaveLength(1);
  });

  it('the same flat twice, written differently', () => {
    expect(read('3-2-501,100\n3栋2单元501,100').mistakes).toEqual([{ line: 2, kind: 'twice' }]);
  });

  it('nothing at all', () => expect(read('\n\n')).toEqual({ lines: [], mistakes: [] }));
});

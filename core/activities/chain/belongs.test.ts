import { describe, expect, it } from 'vitest';
import { activityOf, isTheirOwn } from './belongs.ts';
import { parseChain } from './parse-chain.ts';

const dumplings = { title: '重阳节包饺子' };
const badminton = { title: '周末羽毛球赛' };
const chain = (title: string) => ({ title, entries: [{ name: '李阿姨', heads: 1, comment: '' }] });

describe('a pasted list', () => {
  it.each([
    { title: '重阳节包饺子', open: [dumplings], is: dumplings },
    { title: '包饺子报名', open: [dumplings, badminton], is: dumplings },
    { title: '重陽節包餃子', open: [dumplings], is: dumplings },
    { title: '羽毛球', open: [dumplings, badminton], is: badminton },
    { title: '', open: [dumplings], is: dumplings },
    { title: '', open: [dumplings, badminton], is: null },
    { title: '', open: [], is: null },
    { title: '草莓团购 30元一盒', open: [dumplings], is: null },
    { title: '饺子团购 30元一斤', open: [dumplings], is: null },
    { title: '周末活动', open: [badminton, dumplings], is: null },
    { title: '流感疫苗接种', open: [dumplings], is: null },
  ])('called "$title" is for $is', ({ title, open, is }) => {
    expect(activityOf(chain(title), open)).toBe(is);
  });

  it.each([
    { text: '#接龙\n草莓团购 30元一盒\n1. 李阿姨 2盒\n2. 老王 1盒', own: true },
    { text: '#接龙\n流感疫苗\n1. 李阿姨\n2. 老王', own: true },
    { text: '#接龙\n要求物业修电梯\n1. 李阿姨\n2. 老王', own: false },
    { text: '#接龙\n联名投诉噪音\n1. 李阿姨\n2. 老王', own: false },
    { text: '#接龙\n希望地库装充电桩\n1. 李阿姨\n2. 老王', own: false },
    { text: '#接龍\n反對停車漲價\n1. 李阿姨\n2. 老王', own: false },
    { text: '#接龙\n统计停水\n1. 李阿姨 3栋停水\n2. 老王 也停水', own: false },
  ])('$text: the residents’ own, $own', ({ text, own }) => {
    const parsed = parseChain(text);
    expect(parsed && isTheirOwn(parsed)).toBe(own);
  });
});

import { describe, expect, it } from 'vitest';
import { parseChain } from './parse-chain.ts';

/** Who is on a list, in short: "老王2" is two. */
const short = (text: string, expected = false): string | null => {
  const chain = parseChain(text, { expected });
  return chain && chain.entries.map(({ name, heads }) => `${name}${heads === 1 ? '' : heads}`).join(' ');
};

describe('a list that grows by being copied', () => {
  it.each([
    {
      shape: 'as WeChat makes it',
      text: '#接龙\n重阳节活动\n\n1. 李阿姨 3-2-501 +1\n2. 老王（两个人）\n3、小陈',
      who: '李阿姨2 老王2 小陈',
    },
    { shape: 'with full-width numbers', text: '#接龙\n包饺子\n１．李阿姨\n２．老王', who: '李阿姨 老王' },
    { shape: 'with Chinese commas', text: '接龙\n包饺子\n1、李阿姨\n2、老王', who: '李阿姨 老王' },
    { shape: 'with brackets behind the number', text: '接龙 包饺子\n1)李阿姨\n2）老王', who: '李阿姨 老王' },
    { shape: 'with brackets around the number', text: '接龙 包饺子\n(1) 李阿姨\n（2）老王', who: '李阿姨 老王' },
    { shape: 'with circled numbers', text: '接龙 包饺子\n①李阿姨\n②老王\n③小陈', who: '李阿姨 老王 小陈' },
    { shape: 'with numbers as emoji', text: '接龙 包饺子\n1️⃣ 李阿姨\n2️⃣ 老王\n🔟 小陈', who: '李阿姨 老王 小陈' },
    { shape: 'with Chinese numbers', text: '接龙 包饺子\n一、李阿姨\n二、老王', who: '李阿姨 老王' },
    { shape: 'with a dot and no space', text: '接龙 包饺子\n1.李阿姨\n2.老王', who: '李阿姨 老王' },
    { shape: 'with a colon', text: '接龙 包饺子\n1：李阿姨\n2：老王', who: '李阿姨 老王' },
    { shape: 'with a number and nothing else', text: '接龙 包饺子\n1李阿姨\n2老王', who: '李阿姨 老王' },
    { shape: 'with a number and a space', text: '接龙 包饺子\n1 李阿姨\n2 老王', who: '李阿姨 老王' },
    { shape: 'without any numbers', text: '#接龙\n重阳节包饺子\n\n李阿姨\n老王 +1\n小陈', who: '李阿姨 老王2 小陈' },
    {
      shape: 'without numbers and without an empty line',
      text: '#接龙\n重阳节包饺子\n李阿姨\n老王',
      who: '李阿姨 老王',
    },
    { shape: 'with dots for numbers', text: '#接龙\n包饺子\n· 李阿姨\n· 老王', who: '李阿姨 老王' },
    { shape: 'with hyphens for numbers', text: '#接龙\n包饺子\n- 李阿姨\n- 老王', who: '李阿姨 老王' },
    { shape: 'with one number forgotten', text: '#接龙\n包饺子\n1. 李阿姨\n老王\n3. 小陈', who: '李阿姨 老王 小陈' },
    { shape: 'with a number twice', text: '#接龙\n包饺子\n1. 李阿姨\n2. 老王\n2. 小陈', who: '李阿姨 老王 小陈' },
    { shape: 'with a number left out', text: '#接龙\n包饺子\n1. 李阿姨\n4. 老王', who: '李阿姨 老王' },
    { shape: 'with an empty number at its end', text: '#接龙\n包饺子\n1. 李阿姨\n2. 老王\n3.', who: '李阿姨 老王' },
    { shape: 'with several empty numbers', text: '#接龙\n包饺子\n1. 李阿姨\n2. \n3.\n4. 老王\n5.', who: '李阿姨 老王' },
    { shape: 'with empty lines between', text: '#接龙\n\n包饺子\n\n\n1. 李阿姨\n\n2. 老王\n\n', who: '李阿姨 老王' },
    { shape: 'with tabs', text: '#接龙\n包饺子\n1.\t李阿姨\t+1\n2.\t老王', who: '李阿姨2 老王' },
    { shape: 'with the wide space', text: '#接龙\n包饺子\n1.　李阿姨　2人\n2.　老王', who: '李阿姨2 老王' },
    { shape: 'with the line ends of a computer', text: '#接龙\r\n包饺子\r\n1. 李阿姨\r\n2. 老王', who: '李阿姨 老王' },
    {
      shape: 'with an example before it',
      text: '#接龙\n包饺子\n例 1. 张三 2人\n1. 李阿姨\n2. 老王',
      who: '李阿姨 老王',
    },
    { shape: 'with 例 and a colon', text: '#接龙\n包饺子\n例：3-2-501 张三 2人\n\n1. 李阿姨', who: '李阿姨' },
    {
      shape: 'with an example on a line of its own',
      text: '#接龙\n包饺子\n示例：\n张三 2人\n1. 李阿姨',
      who: '李阿姨',
    },
    { shape: 'with the form to be kept', text: '#接龙\n包饺子\n格式：姓名+人数\n1. 李阿姨 2人', who: '李阿姨2' },
    {
      shape: 'with an English example',
      text: '#Sign-up list\nDumplings\nE.g. Tom 2 people\n1. Mary\n2. John',
      who: 'Mary John',
    },
    {
      shape: 'with a header of rules',
      text: '#接龙\n包饺子\n时间：周六10点\n地点：活动室\n请自备围裙。\n1. 李阿姨\n2. 老王',
      who: '李阿姨 老王',
    },
    {
      shape: 'with numbered rules before it',
      text: '#接龙\n包饺子\n1. 每户限两人\n2. 请准时到\n\n1. 李阿姨\n2. 老王',
      who: '李阿姨 老王',
    },
    { shape: 'with the word behind the title', text: '重阳节包饺子接龙\n1. 李阿姨\n2. 老王', who: '李阿姨 老王' },
    { shape: 'with sign-up beside the word', text: '#接龙报名\n包饺子\n1. 李阿姨', who: '李阿姨' },
    { shape: 'in Traditional script', text: '#接龍\n重陽節包餃子\n1. 陳太太 兩位\n2. 黃先生', who: '陳太太2 黃先生' },
    { shape: 'in one line', text: '接龙包饺子 1.李阿姨 2.老王 3.小陈', who: '李阿姨 老王 小陈' },
    { shape: 'with several in one line', text: '#接龙\n包饺子\n1. 张三、李四\n2. 王五', who: '张三 李四 王五' },
    {
      shape: 'with several in one line, counted',
      text: '#接龙\n包饺子\n1. 张三、李四 2人\n2. 王五',
      who: '张三 李四 王五',
    },
    {
      shape: 'with a remark behind a comma',
      text: '#接龙\n包饺子\n1. 刘姐 +1，我带馅\n2. 老王 2人、晚点到',
      who: '刘姐2 老王2',
    },
    {
      shape: 'with two of one name in two flats',
      text: '#接龙\n包饺子\n1. 王芳 3-2-501\n2. 王芳 5-1-1202',
      who: '王芳 王芳',
    },
    {
      shape: 'with somebody on it twice',
      text: '#接龙\n包饺子\n1. 李阿姨\n2. 老王\n3. 李阿姨 +1',
      who: '李阿姨2 老王',
    },
    { shape: 'with a space in a name', text: '#接龙\n包饺子\n1. 李 阿姨\n2. 王 芳', who: '李阿姨 王芳' },
    { shape: 'with English names', text: '#接龙\n包饺子\n1. Mary Ann Smith +1\n2. Tom', who: 'Mary Ann Smith2 Tom' },
    { shape: 'with emoji around names', text: '#接龙\n包饺子\n1. 🌸李阿姨🌸\n2. 老王👍', who: '李阿姨 老王' },
    { shape: 'with a name that is an emoji', text: '#接龙\n包饺子\n1. 🌻\n2. 老王', who: '🌻 老王' },
    {
      shape: 'with the flat before the name',
      text: '#接龙\n包饺子\n1. 3-2-501 李阿姨\n2. 5栋1202老王 2人',
      who: '李阿姨 老王2',
    },
    { shape: 'with the flat beside the number', text: '#接龙\n包饺子\n1.3-2-501李阿姨\n2.5栋老王', who: '李阿姨 老王' },
    { shape: 'with nothing but flats', text: '#接龙\n包饺子\n1. 3-2-501\n2. 5-1-1202 2人', who: '3-2-501 5-1-12022' },
    { shape: 'with a room in brackets', text: '#接龙\n包饺子\n1. 李阿姨（501室）\n2. 老王【601】', who: '李阿姨 老王' },
    { shape: 'with a full-width plus', text: '#接龙\n包饺子\n1. 李阿姨＋2\n2. 老王＋1', who: '李阿姨3 老王2' },
    {
      shape: 'with a child that comes along',
      text: '#接龙\n包饺子\n1. 李阿姨带孩子\n2. 老王 带两个孩子',
      who: '李阿姨2 老王3',
    },
    { shape: 'with a family of three', text: '#接龙\n包饺子\n1. 小陈一家三口\n2. 老王 一家4口', who: '小陈3 老王4' },
    {
      shape: 'with grown-ups and children',
      text: '#接龙\n包饺子\n1. 小陈 2大1小\n2. 老王 两大两小',
      who: '小陈3 老王4',
    },
    { shape: 'with couples', text: '#接龙\n包饺子\n1. 小陈夫妻\n2. 老王 两口子', who: '小陈2 老王2' },
    { shape: 'with a times sign', text: '#接龙\n包饺子\n1. 小陈 x2\n2. 老王*3', who: '小陈2 老王3' },
    { shape: 'with persons in English', text: '#接龙\n包饺子\n1. Tom, 3 people\n2. Ann plus one', who: 'Tom3 Ann2' },
    {
      shape: 'with a phone number as a remark',
      text: '#接龙\n包饺子\n1. 李阿姨 13812345678\n2. 老王',
      who: '李阿姨 老王',
    },
    { shape: 'with the last bracket lost', text: '#接龙\n包饺子\n1. 李阿姨（两个人\n2. 老王', who: '李阿姨2 老王' },
    { shape: 'with a line of dots', text: '#接龙\n包饺子\n1. 李阿姨\n2. 老王\n……', who: '李阿姨 老王' },
    { shape: 'with ticks', text: '#接龙\n包饺子\n✅ 李阿姨\n✅ 老王', who: '李阿姨 老王' },
    { shape: 'copied with its first line lost', text: '1. 李阿姨 2人\n2. 老王\n3. 小陈', who: '李阿姨2 老王 小陈' },
    { shape: 'pasted behind some words', text: '我也报名\n#接龙\n包饺子\n1. 李阿姨\n2. 老王', who: '李阿姨 老王' },
    { shape: 'with nobody yet', text: '#接龙\n重阳节包饺子\n1.', who: '' },
  ])('$shape', ({ text, who }) => {
    expect(short(text)).toBe(who);
  });

  it.each([
    { title: '重阳节活动', text: '#接龙\n重阳节活动\n\n1. 李阿姨' },
    { title: '重阳节包饺子', text: '重阳节包饺子接龙\n1. 李阿姨' },
    { title: '重阳节包饺子', text: '#接龙 【重阳节包饺子】\n时间：周六\n1. 李阿姨' },
    { title: '重阳节包饺子', text: '#接龙\n\n重阳节包饺子\n李阿姨\n老王' },
    { title: '', text: '#接龙\n1. 李阿姨' },
  ])('is called $title', ({ text, title }) => {
    expect(parseChain(text)?.title).toBe(title);
  });

  it('keeps flats and remarks', () => {
    const chain = parseChain('#接龙\n包饺子\n1. 李阿姨 3-2-501 +1（要素馅）\n2. 老王 晚到一会儿');
    expect(chain?.entries).toEqual([
      { name: '李阿姨', heads: 2, comment: '要素馅', flat: '3-2-501' },
      { name: '老王', heads: 1, comment: '晚到一会儿' },
    ]);
  });

  it('knows who crossed themselves out', () => {
    expect(parseChain('#接龙\n包饺子\n1. 李阿姨\n2. 老王（取消）')?.entries[1]).toMatchObject({
      name: '老王',
      cancelled: true,
    });
  });

  it.each([
    { what: 'a complaint in points', text: '1. 电梯坏了\n2. 灯不亮\n3. 水管漏水' },
    { what: 'a complaint in points, with surnames by chance', text: '1. 高层没水\n2. 万一着火怎么办？\n3. 路灯不亮' },
    { what: 'a sentence', text: '今晚有人打牌吗' },
    { what: 'questions in points', text: '1. 物业费怎么交？\n2. 停车费多少？' },
    { what: 'a bare plus', text: '+1' },
    { what: 'times in points', text: '1. 10点集合\n2. 12点吃饭' },
    { what: 'a verse', text: '床前明月光\n疑是地上霜' },
  ])('is not $what', ({ text }) => {
    expect(parseChain(text)).toBeNull();
  });

  it('need not say what it is as a reply to our word', () => {
    expect(short('1. 隔壁的小可爱', true)).toBe('隔壁的小可爱');
    expect(short('什么时候开始？', true)).toBeNull();
  });
});

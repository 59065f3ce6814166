import { describe, expect, it } from 'vitest';
import { parseCommand } from '../command.ts';

const read = (text: string) => {
  const parsed = parseCommand(text, { strict: true, bare: true });
  return parsed.kind === 'command' && parsed.verb === 'faq' ? parsed.rest : null;
};

describe('知识库 as an order', () => {
  it.each([
    ['知识库', ''],
    ['知識庫', ''],
    ['/faq', ''],
    ['faq', ''],
    ['知识库 3', '3'],
    ['知识库3', '3'],
    ['知识库 列表', '列表'],
    ['知识库 新增 问：几点开门 答：8点', '新增 问：几点开门 答：8点'],
    ['知识库 新增\n问：几点开门\n答：8点', '新增\n问：几点开门\n答：8点'],
    ['faq add Q: When? A: At 8.', 'add Q: When? A: At 8.'],
    ['知识库 收录 A7K2', '收录 A7K2'],
    ['知识库 停用 3', '停用 3'],
    ['知识库 自动 3 开', '自动 3 开'],
    ['faq auto 3 off', 'auto 3 off'],
    ['知识库 修改 3 答：9点', '修改 3 答：9点'],
    ['知识库 新增', '新增'],
  ])('%j', (text, rest) => {
    expect(read(text)).toBe(rest);
  });

  it.each([
    '知识库里没有这一条',
    '知识库 里写了吗',
    '知识库谁在维护',
    '知识库 新增了好多内容',
    '知识库 3栋的电话也加上',
    'faq page is down',
    'faq is out of date',
    'FAQs are useful',
    '知识库 更新一下',
    '知识库 自动答复靠谱吗',
  ])('%s is talk', (text) => {
    expect(read(text)).toBeNull();
  });
});

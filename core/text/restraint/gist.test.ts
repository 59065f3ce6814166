import { expect, it } from 'vitest';
import { gist } from './gist.ts';

it.each([
  {
    told: 'the title, and the first sentence',
    text: '停水通知\n明天 8:00 停水。请提前储水。',
    line: '停水通知：明天 8:00 停水。',
  },
  { told: 'a title alone', text: '明天停水', line: '明天停水' },
  { told: 'a title with a colon already', text: '各位邻居：\n明天停水！谢谢', line: '各位邻居：明天停水！' },
  {
    told: 'an English one',
    text: 'Water\nNo water at 9.30 a.m. tomorrow. Sorry.',
    line: 'Water: No water at 9.30 a.m.',
  },
  { told: 'blank lines between', text: '\n\n停电\n\n今晚检修；十点恢复', line: '停电：今晚检修；' },
  { told: 'nothing at all', text: '', line: '' },
])('$told', ({ text, line }) => expect(gist(text)).toBe(line));

it('is cut where it is long', () => {
  expect(Array.from(gist(`${'长'.repeat(100)}\n然后`))).toHaveLength(48);
});

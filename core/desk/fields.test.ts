import { describe, expect, it } from 'vitest';
import { readFields } from './fields.ts';

const names = { audience: ['范围', 'audience'], at: ['时间', 'at'], repeat: ['重复', 'repeat'], en: ['英文', 'en'] };
const read = (text: string) => readFields(text, names, ['en']);

describe('a draft with fields', () => {
  it.each([
    { told: 'words alone', text: '明天停水\n请储水', body: '明天停水\n请储水', fields: {} },
    {
      told: 'fields after the words',
      text: '停水\n范围: 3栋 5栋\n时间: 明天8:00',
      body: '停水',
      fields: { audience: '3栋 5栋', at: '明天8:00' },
    },
    {
      told: 'full-width colons and Traditional names',
      text: '停水\n範圍：3栋\n時間：明天',
      body: '停水',
      fields: { audience: '3栋', at: '明天' },
    },
    { told: 'fields alone', text: '范围：3栋', body: '', fields: { audience: '3栋' } },
    {
      told: 'several in one line',
      text: '范围：3栋 时间：明天8:30，重复：每天',
      body: '',
      fields: { audience: '3栋', at: '明天8:30', repeat: '每天' },
    },
    {
      told: 'English, in capitals',
      text: 'No water\nAUDIENCE: 3\nAt: 8:00',
      body: 'No water',
      fields: { audience: '3', at: '8:00' },
    },
    {
      told: 'a text of many lines in another language',
      text: '停水\n英文: No water.\nPlease store some.\n范围: 3栋',
      body: '停水',
      fields: { en: 'No water.\nPlease store some.', audience: '3栋' },
    },
    { told: 'a name that is written twice', text: '范围: 3栋\n范围: 5栋', body: '', fields: { audience: '5栋' } },
    { told: 'an emptied field', text: '时间：', body: '', fields: { at: '' } },
    {
      told: 'other colons',
      text: '明天8:00停水\n电话：见公示栏\nhttps://example.org',
      body: '明天8:00停水\n电话：见公示栏\nhttps://example.org',
      fields: {},
    },
  ])('$told', ({ text, body, fields }) => {
    expect(read(text)).toEqual({ body, fields, unknown: [] });
  });

  it('may have lost the colon of a field that can be nothing else', () => {
    const text = '停水\n范围 3栋 5栋\n重复 每周一18:00\n时间 明天8点\n范围 很大，请大家注意。';
    expect(readFields(text, names, [], ['audience', 'repeat'])).toEqual({
      body: '停水\n时间 明天8点\n范围 很大，请大家注意。',
      fields: { audience: '3栋 5栋', repeat: '每周一18:00' },
      unknown: [],
    });
  });

  it('names what is one slip away from a field, and takes it for neither words nor field', () => {
    expect(read('停水\naudiense: 3')).toEqual({
      body: '停水',
      fields: {},
      unknown: [{ said: 'audiense', nearest: 'audience' }],
    });
    expect(read('停水\nrepaet: daily').unknown).toEqual([{ said: 'repaet', nearest: 'repeat' }]);
  });
});

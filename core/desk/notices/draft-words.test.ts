import { describe, expect, it } from 'vitest';
import { levelSaid, readDraftWords, unfitting } from './draft-words.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const here = { now, timeZone: 'Asia/Shanghai', locale: 'zh-CN' };
const at = (wall: string): Date => new Date(`${wall}:00+08:00`);
const read = (text: string) => readDraftWords(text, here);

describe('what a manager wrote of a notice', () => {
  it.each([
    ['明天停水', { body: '明天停水', change: {} }],
    ['明天停水\n时间: 今天18:00', { body: '明天停水', change: { sendAt: at('2026-11-23T18:00') } }],
    ['明天停水\n发送：明天8点半', { body: '明天停水', change: { sendAt: at('2026-11-24T08:30') } }],
    ['停水通知\n时间：明天8点到12点\n地点：3栋', { body: '停水通知\n时间：明天8点到12点\n地点：3栋', change: {} }],
    [
      '停水\n时间：8:00-12:00\n发送: 今天18点',
      { body: '停水\n时间：8:00-12:00', change: { sendAt: at('2026-11-23T18:00') } },
    ],
    ['时间: 现在', { body: '', change: { sendAt: null } }],
    ['重复: 每天 9:00', { body: '', change: { repeat: { every: 'day', only: 'all', at: '09:00' } } }],
    ['重复: 无', { body: '', change: { repeat: null } }],
    ['生效: 12月1日', { body: '', change: { effectiveAt: at('2026-12-01T00:00') } }],
    ['生效: 12月1日 8:00', { body: '', change: { effectiveAt: at('2026-12-01T08:00') } }],
    ['生效: 2027年1月1日', { body: '', change: { effectiveAt: at('2027-01-01T00:00') } }],
    ['至: 今天18点', { body: '', change: { endsAt: at('2026-11-23T18:00') } }],
    ['收到: 是', { body: '', change: { asksReceipt: true } }],
    ['收到：否', { body: '', change: { asksReceipt: false } }],
    ['级别: 紧急', { body: '', change: { level: 'emergency' } }],
    ['范圍: 3棟', { body: '', change: { audience: { buildings: ['3'] } } }],
    ['正文: 明天停水', { body: '', change: { text: '明天停水' } }],
    ['停水\n英文: No water.\nSorry!', { body: '停水', change: { texts: { en: 'No water.\nSorry!' } } }],
    ['停水\n繁体: 停水', { body: '停水', change: { texts: { 'zh-TW': '停水' } } }],
    ['简体: 停水', { body: '', change: { text: '停水', texts: {} } }],
    [
      'No water\nat: tomorrow 8:30\nuntil: tomorrow noon',
      { body: 'No water', change: { sendAt: at('2026-11-24T08:30'), endsAt: at('2026-11-24T12:00') } },
    ],
  ])('%j', (said, { body, change }) => {
    expect(read(said)).toEqual({ body, change, withPhotos: false, mistakes: [] });
  });

  it('drops a translation that is emptied, and keeps the others', () => {
    const texts = { en: 'No water', 'zh-TW': '停水' };
    expect(readDraftWords('英文:', { ...here, texts }).change).toEqual({ texts: { 'zh-TW': '停水' } });
  });

  it('names all that is wrong at once', () => {
    const { mistakes } = read('停水\n范围: 远处\n时间: 某时\n至: 今天9点\n重复: 偶尔\n收到: 也许\n级别: 高\nrepaet: x');
    expect(mistakes.map(({ kind }) => kind).sort()).toEqual(
      ['audience', 'field', 'level', 'receipt', 'repeat', 'time', 'time_passed'].sort(),
    );
  });

  it.each([
    ['通知 明天停水', 'routine'],
    ['公告：明天停水', 'routine'],
    ['重要通知 停车费', 'important'],
    ['緊急通知 瓦斯外洩', 'emergency'],
    ['/emergency_notice gas', 'emergency'],
    ['Important notice: fees', 'important'],
  ])('%j is %s', (said, level) => expect(levelSaid(said)).toBe(level));
});

describe('what does not fit together', () => {
  const draft = { level: 'routine', text: '停水', audience: {} } as const;
  it.each([
    { told: 'no words', more: { text: ' ' }, wrong: ['no_text'] },
    { told: 'over when it goes out', more: { endsAt: now }, wrong: ['until_early'] },
    { told: 'over a minute later', more: { endsAt: at('2026-11-23T10:01') }, wrong: [] },
    {
      told: 'repeated, and holding from one day on',
      more: { repeat: { every: 'day', only: 'all', at: '09:00' } as const, effectiveAt: now },
      wrong: ['repeat_late'],
    },
  ])('$told', ({ more, wrong }) => {
    expect(unfitting({ ...draft, ...more }, now, String).map(({ kind }) => kind)).toEqual(wrong);
  });
});

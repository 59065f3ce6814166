import { describe, expect, it } from 'vitest';
import { defaultPolicy, defaultPolicyDocument } from '../policy/default-policy.ts';
import { parseCommand } from './command.ts';
import { readPolicyWords, writtenDuration } from './policy-words.ts';

const now = new Date('2026-11-22T10:00:00+08:00');
const read = (text: string) =>
  readPolicyWords(text, { policy: defaultPolicy, document: defaultPolicyDocument, now, timeZone: 'Asia/Shanghai' });

describe('what stands behind 服务标准', () => {
  it.each([
    { said: '', kind: 'show' },
    { said: '版本', kind: 'versions' },
    { said: 'versions', kind: 'versions' },
    { said: '撤回 3', kind: 'withdraw', version: 3 },
    { said: 'withdraw 12', kind: 'withdraw', version: 12 },
    { said: '批准第3版', kind: 'approve', version: 3 },
    { said: '核准 3 連同進行中的', kind: 'approve', version: 3, running: true },
    { said: 'approve 3 also open ones', kind: 'approve', version: 3, running: true },
  ])('“$said” is $kind', ({ said, ...meant }) => {
    expect(read(said)).toEqual(meant);
  });

  const answer = (kind: string): string[] => ['limits', `${kind}-answer`, 'within'];
  it.each([
    { said: '咨询 12小时', path: answer('inquiry'), value: '12h' },
    { said: '咨询12小时', path: answer('inquiry'), value: '12h' },
    { said: '改 咨询 为 半小时', path: answer('inquiry'), value: '30min' },
    { said: '咨询 12分', path: answer('inquiry'), value: '12min' },
    { said: '咨询 12', path: answer('inquiry'), value: '12' },
    { said: '投訴 改為 兩天', path: answer('complaint'), value: '2d' },
    { said: '紧急 3分钟', path: answer('emergency'), value: '3min' },
    { said: '加急报修 20分钟', path: answer('urgent-repair'), value: '20min' },
    { said: '报修 1小时30分钟', path: answer('repair'), value: '1h 30min' },
    { said: '报修办结 5天', path: ['limits', 'repair-done', 'within'], value: '5d' },
    { said: '进展 不限', path: ['limits', 'progress', 'within'], value: null },
    { said: '安静时间 23:00-07:00', path: ['calendar', 'quietHours'], value: '23:00-07:00' },
    { said: 'inquiry 12h', path: answer('inquiry'), value: '12h' },
    { said: 'set urgent repair to 20 minutes', path: answer('urgent-repair'), value: '20min' },
    { said: '改 inquiry-answer 12h', path: answer('inquiry'), value: '12h' },
    { said: 'set limits.inquiry-answer.within 12h', path: answer('inquiry'), value: '12h' },
    {
      said: 'set limits.inquiry-answer.counts service',
      path: ['limits', 'inquiry-answer', 'counts'],
      value: 'service',
    },
    { said: 'set inquiry-answer.ladder quiet', path: ['limits', 'inquiry-answer', 'ladder'], value: 'quiet' },
    { said: 'set calendar.quiethours 23:00-07:00', path: ['calendar', 'quietHours'], value: '23:00-07:00' },
    { said: 'set followUps.attemptsAtMost 2', path: ['followUps', 'attemptsAtMost'], value: 2 },
    {
      said: 'set calendar.days.2026-12-31 {open: ["08:30-12:00"], because: stocktaking}',
      path: ['calendar', 'days', '2026-12-31'],
      value: { open: ['08:30-12:00'], because: 'stocktaking' },
    },
  ])('“$said” changes $path', ({ said, path, value }) => {
    expect(read(said)).toEqual({ kind: 'edit', path, value, from: null, because: '', running: false });
  });

  it.each([
    { said: '咨询 12小时 12月1日起 因为人手增加', from: '2026-12-01', because: '人手增加' },
    { said: '咨询 12小时 从12月1日起，因为 居民 提了意见', from: '2026-12-01', because: '居民 提了意见' },
    { said: 'inquiry 12h from 2026-12-01 because we are more', from: '2026-12-01', because: 'we are more' },
    { said: 'inquiry 12h 2026-12-01', from: '2026-12-01', because: '' },
    { said: '咨询 12小时 明天起', from: '2026-11-23', because: '' },
    { said: 'inquiry 12h from tomorrow', from: '2026-11-23', because: '' },
    { said: '咨询 12小时 下周一起', from: '2026-11-23', because: '' },
    { said: '咨询 12小时 今天起', from: null, because: '' },
    { said: 'inquiry 12h from now', from: null, because: '' },
    { said: '咨询 12小时 2026-11-21起', from: '2026-11-21', because: '' },
  ])('“$said” holds from $from', ({ said, from, because }) => {
    const at = from === null ? null : new Date(`${from}T00:00:00+08:00`);
    expect(read(said)).toMatchObject({ kind: 'edit', value: '12h', from: at, because });
  });

  it('may be meant for open tickets, too', () => {
    expect(read('咨询 12小时 12月1日起 连同进行中的 因为人手增加')).toMatchObject({
      kind: 'edit',
      value: '12h',
      running: true,
      because: '人手增加',
    });
  });

  it.each([
    { said: 'set inquiry-answr 12h', nearest: 'inquiry-answer' },
    { said: 'set limits.inquiry-answr.within 12h', nearest: 'inquiry-answer.within' },
    { said: 'set quiethors 23:00-07:00', nearest: 'quiet' },
    { said: '改 咨旬 12小时', nearest: '咨询' },
  ])('does not know “$said”, and names what is near', ({ said, nearest }) => {
    expect(read(said)).toMatchObject({ kind: 'no_such_line', nearest: expect.stringContaining(nearest) });
  });

  it('asks again for a day that is none', () => {
    expect(read('咨询 12小时 2月30日起')).toEqual({ kind: 'no_such_day', said: '2月30日' });
  });
});

describe('a duration as people say it', () => {
  it.each([
    ['12h', '12h'],
    ['12 hours', '12h'],
    ['一周', '1w'],
    ['半天', '12h'],
    ['1天12小时', '1d 12h'],
    ['12', null],
    ['12小时以内', null],
    ['', null],
  ])('%s is %s', (said, written) => {
    expect(writtenDuration(said)).toBe(written);
  });
});

describe('talk about service standards', () => {
  it.each([
    '服务标准',
    '服务标准 版本',
    '服务标准 撤回 3',
    '服务标准 批准 3 连同进行中的',
    '服务标准 咨询 12小时',
    '服务标准 咨询12小时 12月1日起 因为人手增加',
    '服務標準 投訴 改為 兩天',
    '服务标准 改 inquiry-answer 12h',
    '服务标准 改 咨旬 12小时',
    '服务标准 安静时间 23:00-07:00',
    'policy set limits.inquiry-answer.within 12h from 2026-12-01 because we are more',
    'policy inquiry 12h',
    'policy versions',
    '/policy inquiry 12h',
  ])('“%s” is a command', (text) => {
    expect(parseCommand(text, { strict: true, bare: true })).toMatchObject({ kind: 'command', verb: 'policy' });
  });

  it.each([
    '服务标准太严了',
    '服务标准 大家都看一下',
    '服务标准改一改吧',
    '服务标准 要改 3 处',
    '服务标准：咨询24小时内答复',
    '服务标准 咨询 24小时内必须答复',
    '服务标准 版本太旧了',
    'policy is policy',
    'policy change is needed',
    'policy takes 3 days to print',
    'policy versions are on the table',
  ])('“%s” is no command', (text) => {
    expect(parseCommand(text, { strict: true, bare: true }).kind).toBe('none');
  });
});

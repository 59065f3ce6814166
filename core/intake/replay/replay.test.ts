import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Understand } from '../understanding.ts';
import { guessStaff } from './guess-staff.ts';
import { NotJsonError, parseUntidyJson } from './repair-json.ts';
import { replay, type ReplayOptions } from './replay.ts';
import { chatsIn } from './telegram-export.ts';

const chat = {
  name: '翠园业主群',
  type: 'private_supergroup',
  id: 77,
  messages: [
    { id: 1, type: 'service', date: '2026-03-02T09:00:00', action: 'pin_message' },
    {
      id: 2,
      type: 'message',
      date: '2026-03-02T09:01:00',
      date_unixtime: '1772413260',
      from: '老王',
      from_id: 'user1',
      text: '3栋2单元电梯又停了',
    },
    {
      id: 3,
      type: 'message',
      date: '2026-03-02T09:02:00',
      from: null,
      from_id: 'user2',
      text: ['早 ', { type: 'bold', text: '各位' }],
    },
    { id: 4, type: 'unsupported' },
    {
      id: 5,
      type: 'message',
      date: '2026-03-02T09:09:00',
      date_unixtime: '1772413740',
      from: '物业客服',
      from_id: 'user9',
      text: '收到',
      reply_to_message_id: 2,
    },
    {
      id: 6,
      type: 'message',
      date: '2026-03-02T09:10:00',
      date_unixtime: '1772413800',
      from: '翠园业主群',
      from_id: 'channel77',
      text: '',
    },
    { id: 7, type: 'message', text: '没有时间' },
    'nonsense',
  ],
};

/** A lift or a power cut is a ticket, a reply of the staff answers it, everything else is nothing. */
const understands: Understand = ({ text, fromStaff }, { matters }) => {
  const explanation = { by: 'test', reasons: [{ what: 'says fault', weight: 1.2 }] };
  const [known] = matters;
  if (fromStaff && known) return { acts: [{ kind: 'answer', matterId: known.id, settles: false }], explanation };
  if (fromStaff || !/电梯|停电/.test(text)) return { acts: [], explanation };
  const [, building = null, unit = null] = /(\d)栋(?:(\d)单元)?/.exec(text) ?? [];
  const matter = {
    kind: 'repair' as const,
    area: 'facilities' as const,
    urgency: 'normal' as const,
    place: { building, unit, room: null, spot: '电梯' },
    summary: text,
    sensitive: false,
    confidence: 0.8,
  };
  return { acts: [{ kind: 'report', matter }], explanation };
};

describe('an untidy export', () => {
  const [read] = chatsIn(chat) ?? [];
  it('reads text in pieces, senders without a name, old dates', () => {
    expect(read?.messages.map(({ id, text, senderName }) => [id, text, senderName])).toEqual([
      ['2', '3栋2单元电梯又停了', '老王'],
      ['3', '早 各位', ''],
      ['5', '收到', '物业客服'],
      ['6', '', '翠园业主群'],
    ]);
    expect(read?.messages[1]?.at.toISOString()).toBe('2026-03-02T09:02:00.000Z');
  });
  it('counts what it leaves out', () => {
    expect(Object.fromEntries(read?.skipped ?? [])).toEqual({
      service: 1,
      unsupported: 1,
      no_date: 1,
      not_a_message: 1,
    });
  });
  it('takes the office and anonymous administrators for staff', () =>
    expect(read && guessStaff(read)).toEqual(['user9', 'channel77']));
  it('reads a whole account', () =>
    expect(chatsIn({ chats: { list: [chat, chat, { name: 'no messages' }] } })).toHaveLength(2));
  it.each([[null], [[]], [{ a: 1 }], ['text']])('knows that %j is no export', (value) =>
    expect(chatsIn(value)).toBeNull(),
  );
});

describe('JSON with control characters', () => {
  it('repairs them', () =>
    expect(parseUntidyJson('{"text":"a\x0Bb\nc"}')).toEqual({ value: { text: 'a b c' }, repaired: 2 }));
  it('leaves what is valid', () =>
    expect(parseUntidyJson('\ufeff{"a":"\\u000b\\""}')).toEqual({ value: { a: '\v"' }, repaired: 0 }));
  it('refuses what is no JSON', () => expect(() => parseUntidyJson('<html>')).toThrow(NotJsonError));
});

describe('the replay command', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli replay '));
    await writeFile(join(folder, 'garden.json'), JSON.stringify(chat).replace('各位', '各\x0B位'));
    await writeFile(
      join(folder, 'garden.labels.json'),
      JSON.stringify({ community: { name: '翠园', buildings: ['3'], staff: ['user9'], locale: 'zh-CN' } }),
    );
    await writeFile(join(folder, 'page.json'), '<html></html>');
    await writeFile(join(folder, 'other.json'), '{"a":1}');
    await writeFile(join(folder, 'packed.json'), Buffer.from('PK\x03\x04 and so on'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (
    names: string[],
    options: ReplayOptions,
  ): Promise<{ code: number; out: string[]; err: string[] }> => {
    const said: { out: string[]; err: string[] } = { out: [], err: [] };
    const io = { out: (line: string) => void said.out.push(line), err: (line: string) => void said.err.push(line) };
    return {
      code: await replay(
        names.map((name) => join(folder, name)),
        options,
        io,
        understands,
      ),
      ...said,
    };
  };

  it('prints one JSON object per ticket, and nothing else, on stdout', async () => {
    const { code, out, err } = await run(['garden.json'], { json: true, labels: true });
    expect(code).toBe(0);
    expect(out.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        chat: 'garden',
        messages: [2],
        kind: 'repair',
        area: 'facilities',
        reporters: ['user1'],
        doubtful: false,
      }),
    ]);
    expect(err.join('\n')).toContain('control characters');
  });

  it('prints a digest with place, people, answer and reasons, and says whom it took for staff', async () => {
    const { code, out } = await run(['garden.json'], { json: false, locale: 'zh-CN' });
    expect(code).toBe(0);
    const digest = out.join('\n');
    for (const part of [
      '视为员工：物业客服',
      '略过：',
      '3-2 电梯',
      '老王',
      '物业客服 +8 min',
      '2026-03-02 09:01',
      '依据: 说东西坏了或用不了 +1.2',
    ])
      expect(digest).toContain(part);
  });

  it('takes the staff that it is told', async () => {
    const { out } = await run(['garden.json'], { json: true, staff: ['user1'] });
    expect(out).toEqual([]);
  });

  it.each([['page.json'], ['other.json'], ['packed.json'], ['missing.json']])(
    '%s gets one sentence and exit code 2',
    async (name) => {
      const { code, out, err } = await run([name], { json: true });
      expect([code, out.length, err.length]).toEqual([2, 0, 1]);
    },
  );

  it('replays the other files when one is wrong', async () => {
    const { code, out } = await run(['page.json', 'garden.json'], { json: true });
    expect([code, out.length]).toEqual([2, 1]);
  });

  it('says when labels were asked for and are not there', async () => {
    const { code, err } = await run(['other.json'], { json: true, labels: true });
    expect([code, err.length]).toEqual([2, 1]);
  });

  it('reads a WeChat history in the encoding of Windows, and says what it left out', async () => {
    await writeFile(
      join(folder, 'wechat.txt'),
      Buffer.concat([
        Buffer.from('2026-03-02 09:01:00 '),
        Buffer.from([0xc0, 0xcf, 0xcd, 0xf5]),
        Buffer.from('\n'),
        // 3栋停电了
        Buffer.from([0x33, 0xb6, 0xb0, 0xcd, 0xa3, 0xb5, 0xe7, 0xc1, 0xcb]),
        Buffer.from('\n\n2026-03-02 09:02:00 '),
        Buffer.from([
          0xc0, 0xcf, 0xcd, 0xf5, 0xb3, 0xb7, 0xbb, 0xd8, 0xc1, 0xcb, 0xd2, 0xbb, 0xcc, 0xf5, 0xcf, 0xfb, 0xcf, 0xa2,
        ]),
        Buffer.from('\n\n'),
      ]),
    );
    const { code, out } = await run(['wechat.txt'], { json: false, locale: 'zh-CN' });
    expect(code).toBe(0);
    for (const part of ['GB18030', '1 撤回的消息', '3栋停电了', '老王']) expect(out.join('\n')).toContain(part);
  });

  it('keeps ids that are too long for a number as they are', async () => {
    await writeFile(
      join(folder, 'long.json'),
      JSON.stringify([
        { id: '8412345678901234567', time: '2026-03-02 09:01:00', sender: 'w1', content: '3栋2单元电梯坏了' },
      ]),
    );
    const { out } = await run(['long.json'], { json: true });
    expect(out[0]).toContain('"messages":["8412345678901234567"]');
  });

  describe('with --review', () => {
    it('writes a page beside each file, for its owner alone, whoever could read what stood there', async () => {
      await writeFile(join(folder, 'garden.review.html'), 'old', { mode: 0o644 });
      const { code, out } = await run(['garden.json'], { json: false, review: true, labels: true, locale: 'zh-CN' });
      expect(code).toBe(0);
      expect(out.join('\n')).toContain('garden.review.html');
      const page = join(folder, 'garden.review.html');
      expect((await stat(page)).mode & 0o077).toBe(0);
      expect(await readFile(page, 'utf8')).toContain("default-src 'none'");
    });

    it('writes one for each chat of an account, under names that a file may have', async () => {
      const account = { chats: { list: [chat, { ...chat, name: '../../etc/x' }, { ...chat, name: '' }] } };
      await writeFile(join(folder, 'account.json'), JSON.stringify(account));
      const { code } = await run(['account.json'], { json: false, review: true });
      expect(code).toBe(0);
      expect((await readdir(folder)).filter((name) => name.startsWith('account.') && name.endsWith('.html'))).toEqual([
        'account.77.review.html',
        'account.etc-x.review.html',
        'account.翠园业主群.review.html',
      ]);
    });

    it.each<[string, string[], Partial<ReplayOptions>]>([
      ['--out without --review', ['garden.json'], { out: '/tmp/x' }],
      ['--out for two files', ['garden.json', 'garden.json'], { out: '/tmp/x', review: true }],
      ['--out that is the chat', ['garden.json'], { out: 'THE CHAT', review: true }],
      ['a folder that is not there', ['garden.json'], { out: '/nowhere/at/all.html', review: true }],
    ])('%s gets one sentence and exit code 2', async (_, names, options) => {
      const out = options.out === 'THE CHAT' ? { out: join(folder, 'garden.json') } : {};
      const { code, err } = await run(names, { json: false, ...options, ...out });
      expect([code, err.length]).toEqual([2, 1]);
      expect(await readFile(join(folder, 'garden.json'), 'utf8')).toContain('messages');
    });
  });
});

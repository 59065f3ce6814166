import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../../core/channel/channel.ts';
import { Mailbox } from './mailbox.ts';
import type { Letter } from './mailbox.ts';

const inbox: Inbox = { receive: () => Promise.resolve() };

/** Letters that note when they are asked for and stored; some are held back, some fail at first. */
function desk() {
  const asked: string[] = [];
  const stored: string[] = [];
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of watchers) watcher();
  };
  const letter = (
    conversation: string,
    text: string,
    options: { faults?: number; held?: Promise<void> } = {},
  ): Letter => {
    let faults = options.faults ?? 0;
    return {
      conversation,
      deliver: async () => {
        asked.push(text);
        look();
        await options.held;
        if (faults-- > 0) throw new Error('not now');
        stored.push(text);
        look();
      },
    };
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watcher = (): void => {
        if (!holds()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  return { asked, stored, letter, until };
}

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds));

const mailbox = (failed: (error: unknown, faults: number) => void = () => {}) =>
  new Mailbox({ pauses: { firstMs: 1, maxMs: 4 }, failed, graceMs: 20 });

describe('what was heard and is not stored yet', () => {
  it('waits until somebody takes it, and is counted as long as it waits', async () => {
    const { stored, letter, until } = desk();
    const box = mailbox();
    for (const text of ['一', '二', '三']) box.put(letter('g', text), at(0));
    expect(box.size).toBe(3);
    await box.open(inbox);
    await until(() => stored.length === 3);
    expect(stored).toEqual(['一', '二', '三']);
    await box.close();
    expect(box.size).toBe(0);
  });

  it('is tried again, and holds back what comes after it in its conversation only', async () => {
    const { asked, stored, letter, until } = desk();
    const faults: number[] = [];
    const box = mailbox((_error, count) => faults.push(count));
    await box.open(inbox);
    box.put(letter('g', '一', { faults: 3 }), at(0));
    box.put(letter('g', '二'), at(0));
    box.put(letter('h', '别处'), at(0));
    await until(() => stored.length === 3);
    expect(stored).toEqual(['别处', '一', '二']);
    expect(asked.filter((text) => text === '一')).toHaveLength(4);
    expect(faults).toEqual([1, 2, 3]);
    await box.close();
  });

  it('is not lost when storing never ends and the bot is stopped: the next one gets it first', async () => {
    const { asked, stored, letter, until } = desk();
    const box = mailbox();
    await box.open(inbox);
    box.put(letter('g', '一', { held: new Promise(() => {}) }), at(0));
    box.put(letter('g', '二'), at(0));
    await until(() => asked.length === 1);
    await box.close();
    expect(box.size).toBe(2);
    await box.open(inbox);
    await until(() => asked.length === 2);
    expect(asked).toEqual(['一', '一']);
    expect(stored).toEqual([]);
    await box.close();
  });

  it('is known by when the oldest of it was heard, save for what is refused although others are stored', async () => {
    const { asked, stored, letter, until } = desk();
    const box = mailbox();
    expect(box.waitingSince()).toBeNull();
    box.put(letter('g', '一', { faults: Infinity }), at(1));
    box.put(letter('g', '二'), at(2));
    await box.open(inbox);
    await until(() => asked.filter((text) => text === '一').length === 9);
    // Nothing was stored since its first fault: the fault may be everybody's.
    expect(box.waitingSince()).toEqual(at(1));
    box.put(letter('h', '三'), at(3));
    await until(() => stored.length === 1);
    await until(() => box.waitingSince() === null);
    expect(box.size).toBe(2);
    await box.close();
  });

  it('is given to one at a time', async () => {
    const box = mailbox();
    await box.open(inbox);
    await expect(box.open(inbox)).rejects.toThrow('listens already');
    await box.close();
  });
});

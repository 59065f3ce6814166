import type { OutboxMessage } from '../../prisma/generated/client.ts';
import type { Channel, Quota } from '../channel/channel.ts';
import type { Tx } from '../database.ts';
import { lanesOf, messagesOf } from './account-lanes.ts';
import type { LaneAhead } from './account-lanes.ts';
import { nextSendAt } from './pace.ts';
import { accountOpensAt, allowedIn, quotaStanding, windowOpensAt } from './quota.ts';
import type { Wish } from './quota.ts';
import { saidBy, saidIn, saidInEach } from './spoken.ts';

/**
 * Whether a lane may say its next word now. `busy`: another lane of the account is being judged or is sending at this
 * moment. `ring`: the lane that goes first and could.
 */
export type Turn = { kind: 'go' } | { kind: 'busy' } | { kind: 'wait'; until: Date; ring: string | null };

/** Any number serves, as long as nothing else in this database takes advisory locks with it. */
const ACCOUNT_LOCKS = 7_502;
/** So many better lanes are looked at. */
const MOST_AHEAD = 50;
/** How soon a lane looks again after it let one by whose word matters more. */
const YIELD_MS = 1_000;
/** A lane that does not go although it is let by has a fault of its own, and is waited for no longer. */
const MOST_YIELDING_MS = 30_000;

/** Remembers which lane lets which other by, and since when. */
export class Yields {
  readonly #since = new Map<string, { to: string; at: number }>();

  /** Whether the lane should let the other by once more. */
  to(lane: string, other: string | null, now: Date): boolean {
    const known = this.#since.get(lane);
    if (other === null) {
      this.#since.delete(lane);
      return false;
    }
    if (known?.to === other) return now.getTime() - known.at < MOST_YIELDING_MS;
    this.#since.set(lane, { to: other, at: now.getTime() });
    return true;
  }
}

/**
 * Keeps the platform's pace, and our own quota where there is one. Words of an account with a quota go out in the order of
 * what they are worth, across all its conversations: a lane lets those by whose next word has a lower priority number, and
 * when places of the account are scarce it waits until there are enough for the lanes before it, and for itself. Such an
 * account is held until the transaction ends, so that two lanes do not take one place.
 */
export async function turnOf(
  tx: Tx,
  row: Pick<OutboxMessage, 'priority' | 'seq' | 'content'>,
  on: { conversation: { id: string; kind: 'group' | 'direct' }; channel: Channel; yields: Yields; now: Date },
): Promise<Turn> {
  const { conversation, channel, yields, now } = on;
  const { pace, quota } = channel;
  if (!quota) {
    const until = await pacedUntil(tx, conversation, channel, now);
    return until > now ? { kind: 'wait', until, ring: null } : { kind: 'go' };
  }
  if (!(await tryAccount(tx, channel))) return { kind: 'busy' };

  const wish = { priority: row.priority, messages: messagesOf(row.content) };
  const saidHere = await saidIn(tx, conversation.id, channel, now);
  const here = opensAt(channel, conversation.kind, saidHere, wish, now);
  if (here > now) return { kind: 'wait', until: here, ring: null };

  const said = await saidBy(tx, channel, [pace.perAccount, ...quota.perAccount], now);
  const withRoomFor = (others: number): Date => {
    const messages = wish.messages + others;
    const paced = windowOpensAt(pace.perAccount, said, messages, now);
    return later(paced, accountOpensAt(quota, said, { ...wish, messages }, now));
  };
  const ahead = await couldGo(tx, channel, row, now);
  const [first] = ahead;
  const until = withRoomFor(ahead.reduce((sum, lane) => sum + lane.messages, 0));
  if (until > now) return { kind: 'wait', until, ring: withRoomFor(0) <= now ? (first?.conversationId ?? null) : null };
  // A word of many messages needs a window nearly to itself: those after it must not take a place as soon as one is free.
  const needsAll = first !== undefined && first.messages > 1 && !fitsBeside(quota, first.messages, wish);
  const better = first && (first.priority < row.priority || needsAll) ? first.conversationId : null;
  if (!yields.to(conversation.id, better, now)) return { kind: 'go' };
  return { kind: 'wait', until: new Date(now.getTime() + YIELD_MS), ring: better };
}

/** When the platform's pace allows the next message to a conversation. */
export async function pacedUntil(
  tx: Tx,
  conversation: { id: string; kind: 'group' | 'direct' },
  channel: Channel,
  now: Date,
): Promise<Date> {
  return nextSendAt(await saidIn(tx, conversation.id, channel, now), channel.pace, conversation.kind, now);
}

/** Whether an account's windows have room for so many messages and the wish at all. */
function fitsBeside({ perAccount }: Quota, messages: number, wish: Wish): boolean {
  return perAccount.every((window) => messages + wish.messages <= allowedIn(window, wish.priority));
}

/** When pace and quota of a conversation allow the wish. */
function opensAt(
  { pace, quota }: Channel,
  kind: 'group' | 'direct',
  said: readonly Date[],
  wish: Wish,
  now: Date,
): Date {
  const own = { perConversation: quota?.perConversation ?? [], perAccount: [] };
  const { at } = quotaStanding(own, { conversation: said, account: [] }, wish, now);
  return later(at, nextSendAt(said, pace, kind, now));
}

/** The lanes before this one that their own conversation does not hold back, best first. */
async function couldGo(
  tx: Tx,
  channel: Channel,
  before: { priority: number; seq: bigint },
  now: Date,
): Promise<LaneAhead[]> {
  const lanes = await lanesOf(tx, channel, now, { before, atMost: MOST_AHEAD });
  const said = await saidInEach(
    tx,
    lanes.map((lane) => lane.conversationId),
    channel,
    now,
  );
  return lanes.filter(({ conversationId, kind, ...wish }) => {
    return opensAt(channel, kind, said.get(conversationId) ?? [], wish, now) <= now;
  });
}

async function tryAccount(tx: Tx, { name, account }: Channel): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${name}:${account}`}, ${ACCOUNT_LOCKS})) AS taken`;
  return row?.taken ?? false;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

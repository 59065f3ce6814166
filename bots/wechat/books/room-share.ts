import type { Logger } from 'pino';
import { handOverConversation } from '../../../core/people/hand-over-conversation.ts';
import type { StepTools } from '../../../core/run-step.ts';
import { BellRope } from '../../../core/outbox/bells.ts';
import type { Tx } from '../../../core/database.ts';
import type { Books, KnownMessage } from '../books.ts';
import type { Happening } from '../happening.ts';
import type { Backlog } from './backlog.ts';
import { createDoubles } from './doubles.ts';
import { holderGone, lastSignOf } from './holder-gone.ts';
import type { HolderStanding } from './holder-gone.ts';

/** A group that this account has taken over. */
export interface TakenRoom {
  externalId: string;
  /** The desk's conversation; null when the desk has never heard of the group. */
  conversation: { id: string; communityId: string | null } | null;
  /** Who held it before, and when that account was last known to hear. */
  from: string;
  lastHeardAt: Date | null;
  /** What this account heard there since a minute before that, to be told to the desk now, before anything else. */
  heard: Happening[];
}

/** Which of our accounts listens and speaks in a group in which several are. */
export interface RoomShare {
  mine(externalId: string): Promise<boolean>;
  /**
   * Takes over the groups whose holder is gone and in which this account sits. To be called every ten seconds while this account
   * is logged in.
   *
   * @param takeUp is called for each group at the moment it is taken, so that what was heard before is told before what comes
   */
  look(now: Date, takeUp?: (taken: TakenRoom) => void): Promise<TakenRoom[]>;
  /**
   * Whether the account that held the group before has put this message down already. To be asked of every message, ours as well,
   * before it is told to the desk or remembered; a message asked about twice is counted once.
   */
  isDouble(externalId: string, message: Pick<KnownMessage, 'externalId' | 'senderName' | 'text' | 'at'>): boolean;
}

export interface RoomShareParts extends StepTools {
  account: string;
  books: Pick<Books, 'puppetRoomOf'>;
  backlog: Backlog;
  log: Logger;
}

const CHANNEL = 'wechat';
const PATIENCE = { timeout: 20_000, maxWait: 10_000 };
/** What the old holder heard last may not have been put down any more. */
const OVERLAP_MS = 60_000;
/** The backlog reaches back no farther, and what is heard later was not heard by the old holder. */
const DOUBLES_MS = 10 * 60_000;

/** An account that comes back does not take its groups back: it stands by for the other now. */
export function createRoomShare(parts: RoomShareParts): RoomShare {
  const { db, clock, bells, account, books, backlog, log } = parts;
  const doubles = new Map<string, ReturnType<typeof createDoubles> & { until: number }>();

  return {
    async mine(externalId) {
      const room = await db.wechatRoom.findUnique({ where: { externalId }, select: { holder: true } });
      return room?.holder === account;
    },

    async look(now, takeUp) {
      for (const [id, { until }] of doubles) if (until < now.getTime()) doubles.delete(id);
      const rooms = await db.wechatRoom.findMany({
        where: { holder: { not: account }, seats: { some: { account, leftAt: null } } },
        orderBy: { createdAt: 'asc' },
        select: { externalId: true, holder: true },
      });
      const taken: TakenRoom[] = [];
      for (const { externalId, holder } of rooms) {
        if (!(await isFree(db, externalId, holder, now))) continue;
        if ((await books.puppetRoomOf(externalId)) === null) continue;
        const rope = new BellRope();
        const won = await db.$transaction((tx) => take(tx, rope, externalId, holder), PATIENCE);
        if (!won) continue;
        const { since, known, ...room } = won;
        doubles.set(externalId, { ...createDoubles(known), until: now.getTime() + DOUBLES_MS });
        const one = { ...room, heard: backlog.take(externalId, since) };
        takeUp?.(one);
        taken.push(one);
        const conversationId = room.conversation?.id ?? null;
        log.warn({ channel: CHANNEL, from: holder, to: account, conversationId }, 'group taken over');
        await rope.pull(bells, clock.now());
      }
      return taken;
    },

    isDouble: (externalId, message) => doubles.get(externalId)?.isDouble(message) ?? false,
  };

  /** The holder is gone, or was put out of the group. */
  async function isFree(tx: Tx, externalId: string, holder: string, now: Date): Promise<boolean> {
    if (holderGone(await standingOf(tx, holder), now)) return true;
    return (await tx.wechatSeat.count({ where: { roomId: externalId, account: holder, leftAt: null } })) === 0;
  }

  function standingOf(tx: Tx, holder: string): Promise<HolderStanding | null> {
    return tx.channelAccount.findUnique({
      where: { channel_account: { channel: CHANNEL, account: holder } },
      select: { state: true, stateAt: true, aliveAt: true, createdAt: true },
    });
  }

  /** Of several who try at once one gets it: the others find another holder when the row is theirs to read. */
  async function take(tx: Tx, rope: BellRope, externalId: string, from: string) {
    const now = clock.now();
    const [room] = await tx.$queryRaw<{ holder: string }[]>`
      SELECT "holder" FROM "WechatRoom" WHERE "externalId" = ${externalId} FOR UPDATE`;
    if (room?.holder !== from || !(await isFree(tx, externalId, from, now))) return null;
    await tx.wechatRoom.update({ where: { externalId }, data: { holder: account }, select: { externalId: true } });
    const group = { channel: CHANNEL, externalId, from, to: account };
    const conversation = await handOverConversation({ tx, rope }, group);

    const standing = await standingOf(tx, from);
    const lastHeardAt = standing && lastSignOf(standing);
    const since = new Date((lastHeardAt ?? now).getTime() - (lastHeardAt ? OVERLAP_MS : DOUBLES_MS));
    const known = await tx.wechatMessage.findMany({
      where: { conversationId: externalId, at: { gte: new Date(since.getTime() - OVERLAP_MS) } },
      orderBy: { at: 'asc' },
      select: { externalId: true, senderName: true, text: true, at: true },
    });
    return { externalId, conversation, from, lastHeardAt, since, known };
  }
}

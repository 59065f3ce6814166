import type { Tx } from '../../../core/database.ts';
import type { Login, SeenRoom, Standing } from '../books.ts';
import { lastsForever, surelyApart } from './ids.ts';
import type { BookParts } from './part.ts';
import { REMEMBERED, SEEN_AGAIN_MS, atFirstSight, freeId } from './part.ts';
import { sameRoom } from './same-room.ts';

/** The groups of one account: `room`, `standing` and what belongs to them in {@link import('../books.ts').Books}. */
export function createRoomBook({ db, account }: BookParts) {
  /** What was seen since the login, by the session's id, and as what it was written. */
  const known = new Map<string, { externalId: string; written: string; at: number }>();
  /** Before any login everything known counts as of this session. */
  let began = new Date(0);

  const roomCalled = (tx: Tx, externalId: string) =>
    tx.wechatRoom.findUnique({ where: { externalId }, select: { externalId: true } });

  return {
    async begin(login: Login, now: Date): Promise<void> {
      known.clear();
      began = now;
      const listed = { account, puppetRoomId: { in: [...login.puppetRoomIds] } };
      await db.wechatSeat.updateMany({ where: listed, data: { seenAt: now } });
    },

    async room(seen: SeenRoom, at: Date): Promise<{ externalId: string; held: boolean }> {
      const externalId = await externalIdOf(seen, at);
      return { externalId, held: await holds(externalId) };
    },

    knowsRoom: async (puppetRoomId: string) => (await seatedBefore(db, puppetRoomId)) !== null,

    holds,

    async standing(externalId: string): Promise<Standing> {
      const seats = await db.wechatSeat.findMany({
        where: { account, roomId: externalId },
        orderBy: { seenAt: 'desc' },
        select: { puppetRoomId: true, seenAt: true, leftAt: true },
      });
      const [last] = seats;
      if (!last) return { kind: 'never' };
      if (last.leftAt) return { kind: 'left' };
      if (last.seenAt < began && !lastsForever(last.puppetRoomId)) return { kind: 'not_seen' };
      return { kind: 'in', puppetRoomId: last.puppetRoomId };
    },

    async leftRoom(externalId: string, now: Date): Promise<void> {
      await db.wechatSeat.updateMany({
        where: { account, roomId: externalId, leftAt: null },
        data: { leftAt: now },
      });
      for (const [id, room] of known) if (room.externalId === externalId) known.delete(id);
    },
  };

  async function holds(externalId: string): Promise<boolean> {
    const room = await db.wechatRoom.findUnique({ where: { externalId }, select: { holder: true } });
    return room?.holder === account;
  }

  async function externalIdOf(seen: SeenRoom, now: Date): Promise<string> {
    const written = JSON.stringify([seen.topic, seen.memberNames]);
    const room = known.get(seen.puppetRoomId);
    const isFresh = room && now.getTime() - room.at < SEEN_AGAIN_MS;
    const tellsMore = room?.written !== written && (seen.memberNames.length > 0 || seen.topic !== '');
    if (isFresh && !tellsMore) return room.externalId;

    const externalId = (await seatedBefore(db, seen.puppetRoomId)) ?? (await atFirstSight(db, (tx) => place(tx, seen)));
    const { puppetRoomId } = seen;
    const looked = seen.memberNames.length > 0 ? { memberNames: [...seen.memberNames] } : {};
    await db.wechatSeat.updateMany({ where: { account, puppetRoomId }, data: { ...looked, leftAt: null } });
    await db.wechatSeat.updateMany({
      where: { account, puppetRoomId, seenAt: { lt: now } },
      data: { seenAt: now },
    });
    if (seen.topic !== '') {
      const renamed = { externalId, topic: { not: seen.topic } };
      await db.wechatRoom.updateMany({ where: renamed, data: { topic: seen.topic } });
    }
    if (known.size >= REMEMBERED) known.clear();
    known.set(puppetRoomId, { externalId, written, at: now.getTime() });
    return externalId;

    /** The same group under another id, or a new one; with a seat in it, so that the next sees it there. */
    async function place(tx: Tx, seen: SeenRoom): Promise<string> {
      const { puppetRoomId, topic } = seen;
      const again = await seatedBefore(tx, puppetRoomId);
      if (again) return again;
      const same = (await sameId(tx, puppetRoomId)) ?? (await alike(tx, seen));
      const externalId = same ?? (await freeId(puppetRoomId, async (id) => (await roomCalled(tx, id)) !== null));
      if (!same) await tx.wechatRoom.create({ data: { externalId, topic, holder: account, createdAt: now } });
      await tx.wechatSeat.create({
        data: {
          account,
          puppetRoomId,
          roomId: externalId,
          memberNames: [...seen.memberNames],
          sinceAt: now,
          seenAt: now,
        },
      });
      return externalId;
    }
  }

  async function seatedBefore(tx: Tx, puppetRoomId: string): Promise<string | null> {
    const where = { account_puppetRoomId: { account, puppetRoomId } };
    return (await tx.wechatSeat.findUnique({ where, select: { roomId: true } }))?.roomId ?? null;
  }

  /** Ids that last for ever are the same for all accounts. */
  async function sameId(tx: Tx, puppetRoomId: string): Promise<string | null> {
    if (!lastsForever(puppetRoomId)) return null;
    const seat = await tx.wechatSeat.findFirst({ where: { puppetRoomId }, select: { roomId: true } });
    return seat?.roomId ?? null;
  }

  /** By topic and members, among those that this account has not seen since the login and that the ids do not tell apart. */
  async function alike(tx: Tx, seen: SeenRoom): Promise<string | null> {
    const rooms = await tx.wechatRoom.findMany({
      where: { topic: seen.topic, seats: { none: { account, seenAt: { gte: began } } } },
      select: {
        externalId: true,
        topic: true,
        seats: { orderBy: { seenAt: 'desc' }, select: { puppetRoomId: true, memberNames: true } },
      },
    });
    const candidates = rooms
      .filter(({ seats }) => !seats.some((seat) => surelyApart(seat.puppetRoomId, seen.puppetRoomId)))
      .map(({ externalId, topic, seats }) => {
        const memberNames = seats.find((seat) => seat.memberNames.length > 0)?.memberNames ?? [];
        return { externalId, topic, memberNames };
      });
    return sameRoom(seen, candidates)?.externalId ?? null;
  }
}

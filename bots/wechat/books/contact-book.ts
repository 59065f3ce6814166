import type { Database, Tx } from '../../../core/database.ts';
import type { KnownContact, Login, SeenContact } from '../books.ts';
import { lastsForever } from './ids.ts';
import { plainName } from './names.ts';
import { recogniseContact } from './old-faces.ts';
import type { BookParts } from './part.ts';
import { REMEMBERED, SEEN_AGAIN_MS, atFirstSight, freeId } from './part.ts';

/** So long a doubt is told again: the first event that told it may not have been stored. */
const DOUBT_MS = 86_400_000;

interface Entry {
  externalId: string;
  mayBe: string[];
  ourAccount: string | null;
  createdAt: Date;
  name: string;
}
const entry = { externalId: true, name: true, mayBe: true, ourAccount: true, createdAt: true } as const;

/** The users that one account sees: `contact` and what belongs to it in {@link import('../books.ts').Books}. */
export function createContactBook({ db, account }: BookParts) {
  /** Seen since the login, by the session's id, and as what they were written. */
  const known = new Map<string, { entry: Entry; written: Set<string>; at: number }>();
  let began = new Date(0);

  return {
    async begin({ self, puppetContactIds }: Login, now: Date): Promise<void> {
      known.clear();
      began = now;
      const listed = { account, puppetId: { in: [...puppetContactIds] } };
      await db.wechatFace.updateMany({ where: listed, data: { seenAt: now } });
      await atFirstSight(db, (tx) => recordSelf(tx, self, now));
    },

    async contact(seen: SeenContact, now: Date): Promise<KnownContact> {
      const { externalId, mayBe, ourAccount, createdAt, name } = await entryOf(seen, now);
      const isOpen = now.getTime() - createdAt.getTime() < DOUBT_MS;
      return {
        externalId,
        name: seen.room?.name || seen.alias || seen.name || name,
        mayBe: isOpen ? mayBe : [],
        ours: ourAccount !== null,
      };
    },

    async puppetContactOf(externalId: string): Promise<string | null> {
      const face = await db.wechatFace.findFirst({
        where: { account, contactId: externalId },
        orderBy: { seenAt: 'desc' },
        select: { puppetId: true, seenAt: true },
      });
      return face && (face.seenAt >= began || lastsForever(face.puppetId)) ? face.puppetId : null;
    },
  };

  async function entryOf(seen: SeenContact, now: Date): Promise<Entry> {
    const written = JSON.stringify([seen.name, seen.alias, seen.room]);
    const before = known.get(seen.puppetId);
    if (before?.written.has(written) && now.getTime() - before.at < SEEN_AGAIN_MS) return before.entry;

    const again = await facedBefore(db, seen.puppetId);
    if (again) await putDown(db, seen, again.externalId, now);
    const found = again ?? (await atFirstSight(db, (tx) => place(tx, seen, now)));
    if (known.size >= REMEMBERED) known.clear();
    const isFresh = before && now.getTime() - before.at < SEEN_AGAIN_MS;
    const all = isFresh ? before.written.add(written) : new Set([written]);
    known.set(seen.puppetId, { entry: found, written: all, at: isFresh ? before.at : now.getTime() });
    return found;
  }

  async function facedBefore(tx: Tx, puppetId: string): Promise<Entry | null> {
    const where = { account_puppetId: { account, puppetId } };
    const face = await tx.wechatFace.findUnique({ where, select: { contact: { select: entry } } });
    return face?.contact ?? null;
  }

  /** The same user under another id, or a new one; with the face, so that the next who asks sees it there. */
  async function place(tx: Tx, seen: SeenContact, now: Date): Promise<Entry> {
    const seenMeanwhile = await facedBefore(tx, seen.puppetId);
    if (seenMeanwhile) return seenMeanwhile;
    const same = await sameId(tx, seen.puppetId);
    const recognised = same ? null : await recogniseContact(tx, { account, began }, seen);
    const contact =
      same ??
      (recognised?.kind === 'certain'
        ? await tx.wechatContact.findUniqueOrThrow({ where: { externalId: recognised.externalId }, select: entry })
        : await create(tx, seen, recognised?.kind === 'doubtful' ? recognised.mayBe : [], now));
    await putDown(tx, seen, contact.externalId, now);
    return contact;
  }

  async function create(
    tx: Tx,
    { puppetId, name, alias }: Pick<SeenContact, 'puppetId' | 'name' | 'alias'>,
    mayBe: string[],
    now: Date,
  ): Promise<Entry> {
    const externalId = await freeId(puppetId, async (id) => {
      const taken = await tx.wechatContact.findUnique({ where: { externalId: id }, select: { externalId: true } });
      return taken !== null;
    });
    return tx.wechatContact.create({ data: { externalId, name, alias, mayBe, createdAt: now }, select: entry });
  }

  /** Ids that last for ever are the same for all accounts. */
  async function sameId(tx: Tx, puppetId: string): Promise<Entry | null> {
    if (!lastsForever(puppetId)) return null;
    const face = await tx.wechatFace.findFirst({ where: { puppetId }, select: { contact: { select: entry } } });
    return face?.contact ?? null;
  }

  /** Groups that they were seen in under an earlier id are theirs under the new one, too. */
  async function putDown(tx: Tx | Database, seen: SeenContact, contactId: string, now: Date): Promise<void> {
    const rooms = JSON.stringify(seen.room?.name ? { [seen.room.externalId]: seen.room.name } : {});
    await tx.$executeRaw`
      INSERT INTO "WechatFace" ("account", "puppetId", "contactExternalId", "rooms", "seenAt")
      SELECT ${account}, ${seen.puppetId}, ${contactId}, coalesce((
          SELECT old."rooms" FROM "WechatFace" old WHERE old."contactExternalId" = ${contactId}
          ORDER BY old."seenAt" DESC LIMIT 1), '{}'::jsonb) || ${rooms}::jsonb, ${now}
      ON CONFLICT ("account", "puppetId") DO UPDATE
        SET "rooms" = "WechatFace"."rooms" || ${rooms}::jsonb, "seenAt" = greatest("WechatFace"."seenAt", ${now})`;
    // The remark of one account is not lost because another has given none.
    const { name, alias } = seen;
    const changed = {
      externalId: contactId,
      OR: [...(name ? [{ name: { not: name } }] : []), ...(alias ? [{ alias: { not: alias } }] : [])],
    };
    if (!name && !alias) return;
    await tx.wechatContact.updateMany({
      where: changed,
      data: { ...(name ? { name } : {}), ...(alias ? { alias } : {}) },
    });
  }

  /** Ourselves. Who was this account before under another name, and is not now, is nobody of ours any more. */
  async function recordSelf(tx: Tx, self: Login['self'], now: Date): Promise<void> {
    const seen: SeenContact = { puppetId: self.id, name: self.name, alias: '', room: null };
    const ours = await tx.wechatContact.findMany({
      where: { ourAccount: account },
      orderBy: { createdAt: 'desc' },
      select: entry,
    });
    const sameName = lastsForever(self.id) ? [] : ours.filter((one) => plainName(one.name) === plainName(self.name));
    const contact =
      (await facedBefore(tx, self.id)) ??
      (await sameId(tx, self.id)) ??
      sameName[0] ??
      (await create(tx, seen, [], now));
    await putDown(tx, seen, contact.externalId, now);
    const { externalId } = contact;
    await tx.wechatContact.updateMany({
      where: { ourAccount: account, externalId: { not: externalId } },
      data: { ourAccount: null },
    });
    await tx.wechatContact.update({
      where: { externalId },
      data: { ourAccount: account },
      select: { externalId: true },
    });
  }
}

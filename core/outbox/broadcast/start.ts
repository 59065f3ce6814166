import { z } from 'zod';
import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Purpose } from '../../../prisma/generated/enums.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { newId } from '../../new-id.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import type { About } from '../say.ts';
import { audienceSchema, type AudienceInput } from './audience.ts';
import { contentsSchema, type Contents } from './contents.ts';
import { planChange } from './change.ts';
import { chatsOfPersons, groupsMeant, personsMeant } from './whom.ts';

/** One content for many conversations. */
export interface BroadcastPlan {
  about: About;
  /** What of the subject is told; the same occasion is told once, however often it is asked for. */
  occasion: string;
  purpose: Purpose;
  /** At least the community's language. */
  contents: Contents;
  /** Who; left out for a change, which goes where the broadcast that it changes went. */
  audience?: AudienceInput;
  /** An earlier broadcast of this subject (its occasion) whose words are changed in place, or taken back (`recall`). */
  changes?: string;
  /** It passes quiet hours and budget (P9a). */
  urgent?: boolean;
  /** Not before; by default now. */
  startAt?: Date;
  expiresAt?: Date | null;
  createdById: string | null;
}

/** A plan that says nothing to anybody, or changes what never was. */
export class BroadcastPlanError extends Error {
  override readonly name = 'BroadcastPlanError';
}

/**
 * Puts a broadcast on record, with everybody whom it is for, and has it begin at its time (P8a). Returns its id and how many it is for;
 * of an occasion that is on record already, what is on record.
 *
 * A change goes where the words that it changes were said, or still may be: where none is out yet, the new words are said instead of them.
 *
 * @throws {BroadcastPlanError} when nothing is said in the community's language, when it is for nobody in particular, or when there is no
 * broadcast that it could change
 */
export async function startBroadcast(
  step: Step,
  community: CommunityInForce,
  plan: BroadcastPlan,
): Promise<{ id: string; targets: number; isNew: boolean }> {
  const { tx, now } = step;
  const { about, occasion } = plan;
  const contents = contentsSchema.parse(plan.contents);
  if (!contents[community.locale]) throw new BroadcastPlanError(`it says nothing in ${community.locale}`);
  const known = await tx.broadcast.findUnique({
    where: { subjectId_occasion: { subjectId: about.id, occasion } },
    select: { id: true, _count: { select: { targets: true } } },
  });
  if (known) return { id: known.id, targets: known._count.targets, isNew: false };
  const changed = plan.changes === undefined ? null : await changedBy(step, about, plan.changes);
  if (!changed && !plan.audience) throw new BroadcastPlanError('it is for nobody');

  const startAt = plan.startAt && plan.startAt > now ? plan.startAt : now;
  const { id } = await tx.broadcast.create({
    data: {
      id: newId(),
      communityId: community.id,
      subject: about.subject,
      subjectId: about.id,
      occasion,
      purpose: plan.purpose,
      contents: contents satisfies Prisma.InputJsonValue,
      urgent: plan.urgent ?? false,
      changesId: changed,
      startAt,
      expiresAt: plan.expiresAt ?? null,
      createdAt: now,
      createdById: plan.createdById,
    },
    select: { id: true },
  });
  const targets = changed
    ? await planChange(step, id)
    : await planAudience(step, id, community.id, plan.audience ?? {});
  await setDeadline(step, {
    kind: 'broadcast',
    communityId: community.id,
    subjectId: id,
    rung: 'feed',
    dueAt: startAt,
  });
  return { id, targets, isNew: true };
}

async function changedBy({ tx }: Step, about: About, occasion: string): Promise<string> {
  const found = await tx.broadcast.findUnique({
    where: { subjectId_occasion: { subjectId: about.id, occasion } },
    select: { id: true },
  });
  if (!found) throw new BroadcastPlanError(`there is no broadcast of the occasion ${occasion} to change`);
  return found.id;
}

async function planAudience({ tx }: Step, id: string, communityId: string, input: AudienceInput): Promise<number> {
  const audience = audienceSchema.parse(input);
  return tx.$executeRaw`
    INSERT INTO "BroadcastTarget" ("broadcastId", "conversationId", "personId")
    SELECT ${id}::uuid, g."id", NULL::uuid FROM (${groupsMeant(communityId, audience)}) AS g
    UNION ALL
    SELECT ${id}::uuid, d."conversationId", d."personId" FROM (${chatsOfPersons(personsMeant(communityId, audience))}) AS d`;
}

const stoppedRows = z.array(z.object({ id: z.string() }));
const toldCounts = z.tuple([z.object({ told: z.int() })]);

/**
 * Nothing more of it is put into the outbox, and what waits there is dropped. Returns how many had been told already; a word that is in
 * the air at this moment arrives, and is on record as sent then. 0 when there is no such broadcast.
 */
export async function stopBroadcast({ tx, now }: Step, about: About, occasion: string): Promise<number> {
  const [stopped] = stoppedRows.parse(
    await tx.$queryRaw`
      UPDATE "Broadcast" SET "stoppedAt" = coalesce("stoppedAt", ${now}), "doneAt" = coalesce("doneAt", ${now})
      WHERE "subjectId" = ${about.id}::uuid AND occasion = ${occasion} RETURNING id`,
  );
  if (!stopped) return 0;
  await tx.$executeRaw`
    UPDATE "BroadcastTarget" SET state = 'dropped', reason = 'stopped', "settledAt" = ${now}, "notBefore" = NULL
    WHERE "broadcastId" = ${stopped.id}::uuid AND state = 'planned'`;
  await tx.$executeRaw`
    UPDATE "OutboxMessage" SET state = 'dropped', failure = 'stopped', "settledAt" = ${now}, content = content - 'qr'
    WHERE "broadcastId" = ${stopped.id}::uuid AND state = 'pending'`;
  const counted = await tx.$queryRaw`
    SELECT count(*)::int AS told FROM "BroadcastTarget"
    WHERE "broadcastId" = ${stopped.id}::uuid AND state IN ('sent', 'merged')`;
  return toldCounts.parse(counted)[0].told;
}

import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { subjectOf } from './candidates.ts';

interface Switched {
  conversationId: string;
  /** The manager who said so; null when the group was left or given to others. */
  byId: string | null;
}

/** `already`: nothing was changed. */
export type ListensOnly = { kind: 'on' | 'already'; since: Date; reportAt: Date };

/** From the next message on, a group is only listened to; the managers are told what came of it after `understanding.shadowFor`. */
export async function listenOnly(step: Step, community: CommunityInForce, on: Switched): Promise<ListensOnly> {
  const { tx, now } = step;
  const { conversationId } = on;
  const { hearing, shadowSince } = await holdGroup(step, conversationId);
  const reportAt = new Date(now.getTime() + community.policy.understanding.shadowFor);
  if (hearing === 'shadow') {
    const known = await reportDue(step, conversationId);
    return { kind: 'already', since: shadowSince ?? now, reportAt: known ?? reportAt };
  }
  const data = { hearing: 'shadow', shadowSince: now } as const;
  await tx.conversation.update({ where: { id: conversationId }, data, select: { id: true } });
  await setDeadline(step, { kind: 'shadow', dueAt: reportAt, conversationId, rung: 'report' });
  await note(step, community.id, on, 'listen_only');
  return { kind: 'on', since: now, reportAt };
}

/** From the next message on, the desk acts in a group again. Returns false, and changes nothing, where it does already. */
export async function actAgain(step: Step, communityId: string, off: Switched): Promise<boolean> {
  const { tx, now } = step;
  const { conversationId } = off;
  const { hearing } = await holdGroup(step, conversationId);
  if (hearing === 'live') return false;
  const data = { hearing: 'live', shadowSince: null } as const;
  await tx.conversation.update({ where: { id: conversationId }, data, select: { id: true } });
  // One that is being looked at right now waits for the group, and sees that nothing is to be told.
  await tx.$executeRaw`
    UPDATE "Deadline" SET "settledAt" = ${now}, outcome = 'acts again' WHERE id IN (
      SELECT id FROM "Deadline" WHERE kind = 'shadow' AND "conversationId" = ${conversationId}::uuid AND "settledAt" IS NULL
      FOR NO KEY UPDATE SKIP LOCKED)`;
  await note(step, communityId, off, 'act_again');
  return true;
}

/** When the managers are told next; null where nothing is planned. */
export async function reportDue({ tx }: Step, conversationId: string): Promise<Date | null> {
  const due = await tx.deadline.findFirst({
    where: { kind: 'shadow', conversationId, settledAt: null },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return due?.dueAt ?? null;
}

/** How the group stands, held until the commit. @throws when there is no such conversation. */
export async function holdGroup({ tx }: Step, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.conversation.findUniqueOrThrow({
    where: { id },
    select: { communityId: true, audience: true, state: true, hearing: true, shadowSince: true },
  });
}

const note = (step: Step, communityId: string, { conversationId, byId }: Switched, action: string): Promise<void> =>
  audit(step.tx, { communityId, actorId: byId, action, subject: subjectOf(conversationId), at: step.now });

import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { dropSubjectDeadlines, setDeadline } from '../../tickets/deadlines.ts';
import { noteAnswer } from './answer.ts';
import { nextAsk, type CareSchedule } from './schedule.ts';

/** Whoever is asked, and who put it on record for them; null: they said so themselves. */
interface Wanted extends CareSchedule {
  personId: string;
  byId: string | null;
}

/**
 * Somebody wants to be asked from now on whether they are well (P8g); what they wanted before is replaced. Their consent is put on
 * record. Returns the contact and the first time of asking.
 */
export async function startCare(
  step: Step,
  community: CommunityInForce,
  { personId, byId, weekdays, askAt }: Wanted,
): Promise<{ contactId: string; firstAt: Date }> {
  const { tx, now } = step;
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  await endContacts(step, community, personId, 'replaced');
  const contact = await tx.careContact.create({
    data: { communityId: community.id, personId, weekdays: [...weekdays], askAt, createdAt: now, createdById: byId },
    select: { id: true },
  });
  const consent = await tx.consent.findFirst({ where: { personId, kind: 'care', revokedAt: null } });
  if (!consent) await tx.consent.create({ data: { personId, kind: 'care', givenAt: now, byId }, select: { id: true } });
  const firstAt = nextAsk({ weekdays, askAt }, now, community.timeZone);
  await setAsk(step, community, contact.id, firstAt);
  const entry = { communityId: community.id, actorId: byId ?? personId, action: 'start_care' };
  await audit(tx, { ...entry, subject: `person:${personId}` });
  return { contactId: contact.id, firstAt };
}

/** Nobody asks them any more. Returns false when nobody did. */
export async function stopCare(
  step: Step,
  community: CommunityInForce,
  { personId, byId }: { personId: string; byId: string },
): Promise<boolean> {
  const ended = await endContacts(step, community, personId, 'stopped');
  const revoked = await step.tx.consent.updateMany({
    where: { personId, kind: 'care', revokedAt: null },
    data: { revokedAt: step.now },
  });
  if (ended === 0 && revoked.count === 0) return false;
  const entry = { communityId: community.id, actorId: byId, action: 'stop_care' };
  await audit(step.tx, { ...entry, subject: `person:${personId}` });
  return true;
}

/** They are not asked before an instant. Returns when they are asked next, or null when nobody asks them at all. */
export async function pauseCare(
  step: Step,
  community: CommunityInForce,
  { personId, until }: { personId: string; until: Date },
): Promise<Date | null> {
  const contact = await contactOf(step, personId);
  if (!contact) return null;
  const at = nextAsk(contact, new Date(until.getTime() - 1), community.timeZone);
  // Who writes this need not be looked in on for not answering today.
  const open = { contactId: contact.id, answeredAt: null, ticketId: null };
  for (const { id } of await step.tx.careCheck.findMany({ where: open, select: { id: true } }))
    await noteAnswer(step, id, null);
  await dropSubjectDeadlines(step, { kind: 'care', subjectId: contact.id, rung: 'ask' }, 'paused');
  await setAsk(step, community, contact.id, at);
  return at;
}

/** What somebody wants, and when they are asked next; null when they are not asked. */
export async function contactOf(
  { tx }: Pick<Step, 'tx'>,
  personId: string,
): Promise<(CareSchedule & { id: string; nextAt: Date | null }) | null> {
  const contact = await tx.careContact.findFirst({
    where: { personId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, weekdays: true, askAt: true },
  });
  if (!contact) return null;
  const next = await tx.deadline.findFirst({
    where: { kind: 'care', subjectId: contact.id, rung: 'ask', settledAt: null },
    select: { dueAt: true },
  });
  return { ...contact, nextAt: next?.dueAt ?? null };
}

export function setAsk(step: Step, { id }: { id: string }, contactId: string, dueAt: Date): Promise<void> {
  return setDeadline(step, { kind: 'care', communityId: id, subjectId: contactId, rung: 'ask', dueAt });
}

/** With what was asked and not answered: nobody looks after somebody who has just said that they do not want it. */
async function endContacts(step: Step, community: CommunityInForce, personId: string, why: string): Promise<number> {
  const { tx, now } = step;
  const contacts = await tx.careContact.findMany({
    where: { communityId: community.id, personId, revokedAt: null },
    select: { id: true, checks: { where: { answeredAt: null, ticketId: null }, select: { id: true } } },
  });
  for (const { id, checks } of contacts) {
    await tx.careContact.update({ where: { id }, data: { revokedAt: now }, select: { id: true } });
    for (const subjectId of [id, ...checks.map((check) => check.id)])
      await dropSubjectDeadlines(step, { kind: 'care', subjectId }, why);
  }
  return contacts.length;
}

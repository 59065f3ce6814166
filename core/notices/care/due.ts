import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { careQuestion, holdCheck, textsOfCheck } from './check.ts';
import { setAsk } from './contact.ts';
import { handOnCare } from './hand-on.ts';
import { nextAsk } from './schedule.ts';

/** So late, because nothing ran, a "good morning" is not said any more; the next one is. */
const TOO_LATE_MS = 3 * 3_600_000;

/**
 * Care check-ins (P8g): asks whether somebody is well, asks once more when they do not answer, and hands them on to a person when
 * they still do not. Never asks in the quiet hours; that nobody answers is handed on at any hour.
 */
export const lookAtCare: Look = async (step, { subjectId, rung, dueAt }) => {
  if (subjectId === null) return 'nobody';
  if (rung === 'ask') return ask(step, subjectId, dueAt);
  if (rung === 'again') return askAgain(step, subjectId);
  return rung === 'hand_on' ? handOn(step, subjectId) : 'nothing to do';
};

async function ask(step: Step, contactId: string, dueAt: Date): Promise<string | { lookAgainAt: Date }> {
  const { tx, now } = step;
  await tx.$queryRaw`SELECT 1 FROM "CareContact" WHERE id = ${contactId}::uuid FOR NO KEY UPDATE`;
  const contact = await tx.careContact.findUnique({
    where: { id: contactId },
    include: { person: { select: { locale: true } } },
  });
  if (!contact || contact.revokedAt !== null) return 'not wanted';
  const community = await communityInForce(tx, contact.communityId, now);
  const morning = community.calendar.civil(now);
  if (morning > now) return { lookAgainAt: morning };
  await setAsk(step, community, contactId, nextAsk(contact, now, community.timeZone));
  if (now.getTime() - dueAt.getTime() > TOO_LATE_MS) return 'too late';
  const { id } = await tx.careCheck.create({ data: { contactId, askedAt: now }, select: { id: true } });
  const { askAgainAfter, handOnAfter } = community.policy.care;
  const texts = textsFor(contact.person.locale ?? community.locale);
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  const asked = await sayToPerson(step, {
    personId: contact.personId,
    purpose: 'question',
    about: { subject: 'care', id },
    content: careQuestion(texts, id, now, community.timeZone, false),
    occasion: `care:${id}`,
    expiresAt: after(handOnAfter),
  });
  if (asked) {
    await setDeadline(step, {
      kind: 'care',
      communityId: community.id,
      subjectId: id,
      rung: 'again',
      dueAt: after(askAgainAfter),
    });
    await setDeadline(step, {
      kind: 'care',
      communityId: community.id,
      subjectId: id,
      rung: 'hand_on',
      dueAt: after(handOnAfter),
    });
    return 'asked';
  }
  const check = await holdCheck(step, id);
  if (check) await handOnCare(step, check, 'unreached');
  return 'cannot be asked';
}

async function askAgain(step: Step, checkId: string): Promise<string> {
  const check = await holdCheck(step, checkId);
  if (!check || check.over || check.answeredAt !== null) return 'answered';
  const { community, personId } = check;
  if (community.calendar.civil(step.now) > step.now) return 'night';
  await sayToPerson(step, {
    personId,
    purpose: 'question',
    about: { subject: 'care', id: checkId },
    content: careQuestion(textsOfCheck(check), checkId, step.now, community.timeZone, true),
    occasion: `care-again:${checkId}`,
    expiresAt: new Date(check.askedAt.getTime() + community.policy.care.handOnAfter),
  });
  await step.tx.careCheck.update({ where: { id: checkId }, data: { remindedAt: step.now }, select: { id: true } });
  return 'asked again';
}

async function handOn(step: Step, checkId: string): Promise<string> {
  const check = await holdCheck(step, checkId);
  if (!check || check.over || check.answeredAt !== null) return 'answered';
  const { code } = await handOnCare(step, check, 'silent');
  await sayToPerson(step, {
    personId: check.personId,
    purpose: 'answer',
    about: { subject: 'care', id: checkId },
    content: { text: textsOfCheck(check).careSomebodyComes(code) },
    occasion: `care-comes:${checkId}`,
  });
  return 'handed on';
}

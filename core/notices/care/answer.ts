import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dropSubjectDeadlines } from '../../tickets/deadlines.ts';
import { showCard } from '../../tickets/cards.ts';
import { tellStaff } from '../../tickets/tell.ts';
import { holdTicket, workStatuses, writeEvent } from '../../tickets/ticket.ts';
import { holdCheck } from './check.ts';
import { handOnCare } from './hand-on.ts';
import type { Wellbeing } from './read-wellbeing.ts';

/** `foreign`: somebody else spoke, and nothing was changed. `known`: they had said so before. */
export type CareAnswered = { kind: 'well' } | { kind: 'help'; code: string } | { kind: 'foreign' | 'known' };

/**
 * They say that they are well, or want help. Nobody has to look after them any more, or somebody does at once; who was sent already
 * hears that they are well. Help can still be asked for after "well", and the other way round.
 */
export async function answerCare(
  step: Step,
  answer: { checkId: string; personId: string; wellbeing: Wellbeing; said: { messageId: string; text: string } | null },
): Promise<CareAnswered> {
  const check = await holdCheck(step, answer.checkId);
  if (!check || check.personId !== answer.personId) return { kind: 'foreign' };
  const isWell = answer.wellbeing === 'well';
  if (check.answeredAt !== null && check.isWell === isWell) return { kind: 'known' };
  await noteAnswer(step, check.id, isWell);
  if (!isWell) return { kind: 'help', code: (await handOnCare(step, check, 'help', answer.said)).code };
  if (check.ticketId === null) return { kind: 'well' };
  const ticket = await holdTicket(step, check.ticketId);
  if (!workStatuses.includes(ticket.status)) return { kind: 'well' };
  await writeEvent(step, ticket.id, 'settled_by_resident', {}, { actorId: check.personId });
  await tellStaff(step, check.community, {
    ticketId: ticket.id,
    purpose: 'note',
    occasion: `care-well:${check.id}`,
    text: (texts) => texts.careWellAfterAll(ticket.code),
  });
  await showCard(step, check.community, ticket.id, { occasion: `care-well:${check.id}` });
  return { kind: 'well' };
}

/** Nobody asks again, or looks after them for want of an answer. */
export async function noteAnswer(step: Step, checkId: string, isWell: boolean | null): Promise<void> {
  const data = { answeredAt: step.now, isWell };
  await step.tx.careCheck.update({ where: { id: checkId }, data, select: { id: true } });
  await dropSubjectDeadlines(step, { kind: 'care', subjectId: checkId }, 'answered');
}

/** What is said to them. */
export function careAnswerText(locale: string, answered: CareAnswered): string | null {
  const texts = textsFor(locale);
  if (answered.kind === 'well') return texts.careGlad();
  return answered.kind === 'help' ? texts.careHelpComes(answered.code) : null;
}

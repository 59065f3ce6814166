import { communityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { addMessage } from '../../tickets/add-message.ts';
import { dropSubjectDeadlines } from '../../tickets/deadlines.ts';
import { holdTicket, workStatuses } from '../../tickets/ticket.ts';
import { analyse } from '../analysis.ts';
import { askStaff } from '../doubt.ts';
import { keepSettled, mayBeDanger, openDoubt, type KeptDoubt } from '../kept-doubt.ts';
import { openDoubted } from '../open-doubted.ts';
import { isSensitive } from '../sensitive.ts';
import { isMoreUrgent } from '../urgency.ts';
import { decide, type Thought, type Verdict } from './decide.ts';
import { holdDoubtful, type Doubtful } from './hold-doubtful.ts';
import type { Answer, OpinionOutcome } from './opinion.ts';

/** What came of asking about a message as it read then. */
export interface Asked {
  messageId: string;
  text: string;
  ticketIds: readonly string[];
  /** Null: there was no answer that fits. */
  answer: Answer | null;
  /** Why there was none. */
  failure: 'no_answer' | 'misfit' | 'tampered' | null;
}

/**
 * Does what a language model's answer stands for, as far as it may decide, and asks the staff otherwise; once for each message. When the staff
 * have been asked meanwhile, the answer is only noted. Returns what came of it; null when the message is not there any more.
 */
export async function carryOutOpinion(step: Step, asked: Asked): Promise<OpinionOutcome | null> {
  const doubtful = await holdDoubtful(step, asked.messageId);
  if (!doubtful) return null;
  const { opinion } = doubtful;
  const noted = asked.answer === null ? {} : { answeredAt: step.now, answer: { ...asked.answer } };
  if (opinion.outcome !== null) {
    await step.tx.opinion.update({ where: { id: opinion.id }, data: noted, select: { id: true } });
    return opinion.outcome as OpinionOutcome;
  }
  const outcome = await settle(step, doubtful, asked);
  await step.tx.opinion.update({ where: { id: opinion.id }, data: { ...noted, outcome }, select: { id: true } });
  await dropSubjectDeadlines(step, { kind: 'opinion', subjectId: asked.messageId }, 'answered');
  return outcome;
}

async function settle(step: Step, doubtful: Doubtful, asked: Asked): Promise<OpinionOutcome> {
  const kept = openDoubt(doubtful.message);
  if (!kept) return 'overtaken';
  const { message, conversation } = doubtful;
  const isOvertaken = message.text !== asked.text || message.recalledAt !== null || conversation.hearing !== 'live';
  if (asked.answer === null || isOvertaken) {
    await askStaffAbout(step, doubtful, kept, null);
    return isOvertaken ? 'overtaken' : (asked.failure ?? 'no_answer');
  }
  const inDanger = mayBeDanger(kept.doubt, message.text);
  const verdict = decide(asked.answer, { inDanger, ticketIds: asked.ticketIds });
  return carryOut(step, doubtful, kept, verdict, asked.answer);
}

async function carryOut(
  step: Step,
  doubtful: Doubtful,
  kept: KeptDoubt,
  verdict: Verdict,
  { confidence }: Answer,
): Promise<OpinionOutcome> {
  const { message, communityId } = doubtful;
  switch (verdict.kind) {
    case 'drop':
      await keepSettled(step, message.id, kept, { act: 'chatter', by: 'model' });
      return 'nothing';
    case 'open': {
      const community = await communityInForce(step.tx, communityId, step.now);
      const { kind, area, urgency } = verdict.as;
      const doubt = {
        ...kept.doubt,
        kind,
        area,
        urgency: isMoreUrgent(urgency, kept.doubt.urgency) ? urgency : kept.doubt.urgency,
        sensitive: kept.doubt.sensitive || isSensitive(analyse(message.text), kind, area),
      };
      const because = { what: 'a language model said yes', weight: confidence };
      await openDoubted(step, community, message, { ...kept, doubt }, { because, enteredBy: null });
      await keepSettled(step, message.id, kept, { act: 'report', by: 'model' });
      return 'ticket';
    }
    case 'tie': {
      const ticket = await holdTicket(step, verdict.ticketId);
      if (!workStatuses.includes(ticket.status) || ticket.conversationId !== message.conversationId) {
        await askStaffAbout(step, doubtful, kept, { kind: 'known', ticketId: ticket.id, confidence });
        return 'unsure';
      }
      const community = await communityInForce(step.tx, communityId, step.now);
      const { speaker } = doubtful;
      const added = { message, speaker, part: 'addition' as const, changes: {}, occasion: message.id };
      await addMessage({ step, community, ticketId: ticket.id, ...added });
      await keepSettled(step, message.id, kept, { act: 'addition', by: 'model' });
      return 'tied';
    }
    case 'ask':
      await askStaffAbout(step, doubtful, kept, verdict.thought);
      return 'unsure';
  }
}

/** Asks the staff as without any model; with what it thought, where it thought something of use. */
export async function askStaffAbout(
  step: Step,
  { message, communityId, senderName }: Doubtful,
  kept: KeptDoubt,
  thought: Thought | null,
): Promise<void> {
  const community = await communityInForce(step.tx, communityId, step.now);
  const words = thought && (await thoughtInWords(step, thought, community.locale));
  await askStaff({ step, community, message, sender: senderName }, kept, words);
}

async function thoughtInWords(step: Step, thought: Thought, locale: string): Promise<string> {
  const texts = textsFor(locale);
  switch (thought.kind) {
    case 'urgent':
      return texts.opinionUrgent();
    case 'nothing':
      return texts.opinionNothing(thought.confidence);
    case 'matter':
      return texts.opinionMatter(thought.matter, thought.confidence);
    case 'known': {
      const where = { where: { id: thought.ticketId }, select: { code: true } };
      return texts.opinionKnown((await step.tx.ticket.findUniqueOrThrow(where)).code, thought.confidence);
    }
  }
}

import { setDeadline } from '../../tickets/deadlines.ts';
import type { Heard } from '../heard.ts';
import { type DoubtAct, keepDoubt, mayBeDanger } from '../kept-doubt.ts';
import type { Explanation } from '../understanding.ts';
import { takeFromBudget } from './budget.ts';

/**
 * Puts on record that a language model is to be asked about a doubt before the staff are, and by when it must have answered; it is asked once
 * this is committed. Whatever happens to the process that asks it, the staff are asked when that time has come. Returns false when
 * the staff are to be asked now: no model is configured, its server rests, the day's budget is used up, it has been asked about an earlier
 * version of this message, or the message may tell of danger, of which people decide (P5e).
 */
export async function awaitOpinion(heard: Heard, doubt: DoubtAct, explanation: Explanation): Promise<boolean> {
  const { step, community, message, opinions } = heard;
  if (!opinions || mayBeDanger(doubt.matter, message.text)) return false;
  const earlier = await step.tx.opinion.findUnique({ where: { messageId: message.id }, select: { outcome: true } });
  if (earlier && earlier.outcome !== null) return false;
  if (!earlier) {
    if (!opinions.isReady() || !(await takeFromBudget(step, community))) return false;
    const dueAt = new Date(step.now.getTime() + community.policy.understanding.opinionWithin);
    await step.tx.opinion.create({
      data: { messageId: message.id, model: opinions.model, askedAt: step.now },
      select: { id: true },
    });
    await setDeadline(step, { kind: 'opinion', dueAt, subjectId: message.id, communityId: community.id });
    step.rope.opinion(message.id);
  }
  await keepDoubt(step, message.id, doubt, explanation);
  return true;
}

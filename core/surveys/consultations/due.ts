import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import { closeConsultation } from './close.ts';
import { holdConsultation } from './consultation.ts';
import { openConsultation } from './open.ts';
import { remindToVote } from './remind.ts';

/** A consultation begins, its households are reminded, or it ends (P7c). */
export const lookAtConsultation: Look = async (step, { subjectId, rung }, log) => {
  const asked = subjectId === null ? null : await holdConsultation(step, subjectId);
  if (!asked) return 'no consultation';
  const community = await communityInForce(step.tx, asked.communityId, step.now);
  if (rung === 'open') {
    if (asked.state !== 'scheduled') return asked.state;
    await openConsultation(step, community, asked.id);
    log.info({ consultationId: asked.id }, 'consultation opened');
    return 'opened';
  }
  if (asked.state !== 'open') return asked.state;
  if (rung === 'remind') {
    await remindToVote(step, community, asked);
    return 'reminded';
  }
  if (asked.closesAt > step.now) return { lookAgainAt: asked.closesAt };
  const outcome = await closeConsultation(step, community, asked);
  if (!outcome) {
    log.error({ consultationId: asked.id }, 'log of a consultation is broken');
    return 'log is broken';
  }
  log.info({ consultationId: asked.id, result: outcome.result }, 'consultation closed');
  return outcome.result;
};

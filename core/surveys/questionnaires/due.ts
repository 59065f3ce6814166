import type { Look } from '../../clocks/look.ts';
import { communityInForce } from '../../people/communities.ts';
import { againAsDraft } from './again.ts';
import { closeQuestionnaire } from './close.ts';
import { openQuestionnaire } from './open.ts';
import { holdQuestionnaire, takesAnswers } from './questionnaire.ts';
import { remindToAnswer } from './remind.ts';

/** Opens a questionnaire, reminds, closes it, or drafts the next of its kind: what `rung` says, if it is still to be done. */
export const lookAtQuestionnaire: Look = async (step, { subjectId, communityId, rung }) => {
  if (!subjectId || !communityId) return 'no questionnaire';
  const questionnaire = await holdQuestionnaire(step, communityId, subjectId);
  if (!questionnaire) return 'no questionnaire';
  const community = await communityInForce(step.tx, communityId, step.now);
  const { state } = questionnaire;
  switch (rung) {
    case 'open':
      if (state !== 'scheduled') return state;
      await openQuestionnaire(step, community, questionnaire);
      return 'opened';
    case 'remind':
      if (!takesAnswers(questionnaire, step.now)) return state;
      await remindToAnswer(step, community, questionnaire);
      return 'reminded';
    case 'close':
      if (state !== 'open') return state;
      // It was extended, and this is what was set before.
      if (questionnaire.closesAt > step.now) return { lookAgainAt: questionnaire.closesAt };
      await closeQuestionnaire(step, community, questionnaire);
      return 'closed';
    case 'again':
      if (state !== 'closed') return state;
      await againAsDraft(step, community, questionnaire);
      return 'drafted';
    case null:
    default:
      return 'nothing to do';
  }
};

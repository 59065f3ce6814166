import type { Look } from '../../clocks/look.ts';
import { openDoubt } from '../kept-doubt.ts';
import { askStaffAbout } from './carry-out.ts';
import { holdDoubtful } from './hold-doubtful.ts';

/** A doubtful message has waited long enough for a language model: the staff are asked, as without it. A later answer is only noted. */
export const lookAtOpinion: Look = async (step, { subjectId }) => {
  const doubtful = subjectId === null ? null : await holdDoubtful(step, subjectId);
  if (!doubtful) return 'no message';
  const { opinion, message } = doubtful;
  if (opinion.outcome !== null) return 'answered';
  const kept = openDoubt(message);
  const outcome = kept ? 'late' : 'overtaken';
  if (kept) await askStaffAbout(step, doubtful, kept, null);
  await step.tx.opinion.update({ where: { id: opinion.id }, data: { outcome }, select: { id: true } });
  return outcome;
};

import { isForResident as asksForBallot } from './consultations/command.ts';
import { isForResident as asksForQuestions } from './questionnaires/read-order.ts';
import type { Scene } from './scene.ts';
import type { StaffVerb, TellingVerb } from './verb.ts';

interface Said {
  verb: StaffVerb;
  rest: string;
}

/**
 * Whether a resident may say this of telling and asking; what of it is the office's, the handlers keep from them. What looks like the
 * draft of a manager is a resident's own words, and heard as any talk.
 */
export function isForResidents(scene: Scene, said: Said): said is Said & { verb: TellingVerb } {
  const { verb, rest } = said;
  if (verb === 'activity') return rest === '' || /^#?\s*\d/.test(rest);
  if (verb === 'questionnaire') return asksForQuestions(rest);
  if (verb === 'consultation') return asksForBallot(scene, rest);
  return verb === 'less' || verb === 'care';
}

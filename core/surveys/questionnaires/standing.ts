import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { redact } from '../../text/redact.ts';
import { audienceOf, questionsOf } from './questionnaire.ts';
import { answersSchema } from './questions.ts';
import { tally, type Tally } from './results.ts';

/** How a questionnaire stands, for whoever reads of it. */
export interface Standing {
  number: number;
  title: string;
  state: Questionnaire['state'];
  anonymous: boolean;
  perHousehold: boolean;
  closesAt: Date;
  /** Households, or persons, that have answered. */
  answered: number;
  /** Households on record that are asked; 0 where none are known. */
  households: number;
  /** Words without personal data. */
  tallies: Tally[];
}

/** Adds up what was answered so far. */
export async function standingOf(
  { tx }: Step,
  community: CommunityInForce,
  questionnaire: Questionnaire,
): Promise<Standing> {
  const { id, number, title, state, anonymous, perHousehold, closesAt } = questionnaire;
  const responses = await tx.questionnaireResponse.findMany({
    where: { questionnaireId: id },
    select: { answers: true },
  });
  const answers = responses.map((response) => answersSchema.parse(response.answers));
  const { households } = await reachOf(tx, community, { ...audienceOf(questionnaire), to: 'groups' });
  const tallies = tally(questionsOf(questionnaire), answers).map((one) =>
    one.kind === 'text' ? { ...one, words: one.words.map(redact) } : one,
  );
  return {
    number,
    title,
    state,
    anonymous,
    perHousehold,
    closesAt,
    answered: responses.length,
    households,
    tallies,
  };
}

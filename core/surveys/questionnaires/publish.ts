import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { inAllLanguages } from './invitation.ts';
import { aboutQuestionnaire, audienceOf } from './questionnaire.ts';
import { standingOf } from './standing.ts';

/** Tells the groups of those who were asked what came of it, in numbers alone. Once. */
export async function publishOutcome(
  step: Step,
  community: CommunityInForce,
  closed: Questionnaire,
  by: string,
): Promise<void> {
  const standing = await standingOf(step, community, closed);
  await startBroadcast(step, community, {
    about: aboutQuestionnaire(closed),
    occasion: 'outcome',
    purpose: 'survey',
    contents: inAllLanguages((texts) => ({ text: texts.questionnaireOutcome(standing) })),
    audience: { ...audienceOf(closed), to: 'groups' },
    createdById: by,
  });
}

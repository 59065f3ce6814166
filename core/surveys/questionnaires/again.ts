import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { tellManagers } from './close.ts';
import { draftQuestionnaire } from './draft.ts';
import { previewOf } from './preview.ts';
import { audienceOf, questionsOf, repeatOf } from './questionnaire.ts';

/** Drafts a questionnaire anew, like the one that is over, and asks the managers to confirm it (P7b): nothing is asked by itself. */
export async function againAsDraft(step: Step, community: CommunityInForce, last: Questionnaire): Promise<void> {
  const { title, intro, anonymous, perHousehold, isOffer, inGroups, inDirect, openedAt, closesAt } = last;
  const lasted = closesAt.getTime() - (openedAt ?? last.draftedAt).getTime();
  const draft = { title, intro, anonymous, perHousehold, isOffer, inGroups, inDirect };
  const next = await draftQuestionnaire(
    step,
    community.id,
    {
      ...draft,
      questions: questionsOf(last),
      audience: audienceOf(last),
      opensAt: null,
      closesAt: new Date(step.now.getTime() + lasted),
      repeat: repeatOf(last),
    },
    { personId: last.draftedById, conversationId: last.conversationId },
  );
  const texts = textsFor(community.locale);
  const { text, ...preview } = await previewOf(step, community, next, texts);
  const again = `${texts.questionnaireAgain(title)}\n\n${text}`;
  await tellManagers(step, community, next, 'again', { ...preview, text: again });
}

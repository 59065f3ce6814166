import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { dated } from '../../text/dated.ts';
import { inAllLanguages, joinChoice } from './invitation.ts';
import { OPEN } from './open.ts';
import { aboutQuestionnaire, audienceOf } from './questionnaire.ts';
import { hasAnswered } from './response.ts';

/**
 * Reminds, once: in the groups everybody, and in direct chats only those who were asked there, or stopped in the middle, and have not
 * answered. Whether they have is known by the tokens alone, so that it is known of an anonymous one, too.
 */
export async function remindToAnswer(
  step: Step,
  community: CommunityInForce,
  questionnaire: Questionnaire,
): Promise<void> {
  const { id, closesAt, confirmedById: createdById } = questionnaire;
  const plan = {
    about: aboutQuestionnaire(questionnaire),
    purpose: 'survey' as const,
    contents: inAllLanguages((texts) => ({
      text: texts.questionnaireReminder({
        ...questionnaire,
        closesAt: dated(texts, closesAt, community.timeZone),
      }),
      choices: [[joinChoice(texts, id)]],
    })),
    expiresAt: closesAt,
    createdById,
  };
  if (questionnaire.inGroups)
    await startBroadcast(step, community, {
      ...plan,
      occasion: 'remind',
      audience: { ...audienceOf(questionnaire), to: 'groups' },
    });
  const persons = await notAnswered(step, questionnaire);
  if (persons.length > 0)
    await startBroadcast(step, community, { ...plan, occasion: 'remind_direct', audience: { to: 'direct', persons } });
}

async function notAnswered(step: Step, questionnaire: Questionnaire): Promise<string[]> {
  const { tx } = step;
  const asked = await tx.broadcastTarget.findMany({
    where: { broadcast: { subjectId: questionnaire.id, occasion: OPEN.direct }, personId: { not: null } },
    select: { personId: true },
  });
  const stopped = await tx.questionnaireSession.findMany({
    where: { questionnaireId: questionnaire.id },
    select: { personId: true },
  });
  const ids = [...new Set([...asked, ...stopped].flatMap(({ personId }) => personId ?? []))];
  const persons = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, householdId: true } });
  const left: string[] = [];
  for (const { id: personId, householdId } of persons)
    if (!(await hasAnswered(step, questionnaire, { personId, householdId }))) left.push(personId);
  return left;
}

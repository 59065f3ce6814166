import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Audience, AudienceInput } from '../../outbox/broadcast/audience.ts';
import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { inAllLanguages, invitation } from './invitation.ts';
import { aboutQuestionnaire, audienceOf } from './questionnaire.ts';

/** What is told first: in groups, and in direct chats. */
export const OPEN = { groups: 'open', direct: 'open_direct' } as const;

/** Begins to ask everybody. The caller holds the questionnaire, which is scheduled. */
export async function openQuestionnaire(
  step: Step,
  community: CommunityInForce,
  scheduled: Questionnaire,
): Promise<Questionnaire> {
  const { id } = scheduled;
  const questionnaire = await step.tx.questionnaire.update({
    where: { id },
    data: { state: 'open', openedAt: step.now },
  });
  const { closesAt, confirmedById: createdById, inGroups, inDirect } = questionnaire;
  const at = { timeZone: community.timeZone };
  const plan = {
    about: aboutQuestionnaire(questionnaire),
    purpose: 'survey' as const,
    contents: inAllLanguages((texts) => invitation(questionnaire, texts, at)),
    expiresAt: closesAt,
    createdById,
  };
  const audience = audienceOf(questionnaire);
  if (inGroups)
    await startBroadcast(step, community, { ...plan, occasion: OPEN.groups, audience: { ...audience, to: 'groups' } });
  if (inDirect) {
    const direct = await directAudience(step, community.id, questionnaire, audience);
    await startBroadcast(step, community, { ...plan, occasion: OPEN.direct, audience: direct });
  }
  await setClosing(step, community, questionnaire);
  return questionnaire;
}

/** Reminds once, some time before it closes (P7b), and closes. */
export async function setClosing(
  step: Step,
  community: CommunityInForce,
  { id, closesAt }: Questionnaire,
): Promise<void> {
  const deadline = { kind: 'questionnaire' as const, subjectId: id, communityId: community.id };
  const remindAt = community.calendar.civil(
    new Date(closesAt.getTime() - community.policy.questionnaires.remindBefore),
  );
  if (remindAt > step.now && remindAt < closesAt)
    await setDeadline(step, { ...deadline, rung: 'remind', dueAt: remindAt });
  await setDeadline(step, { ...deadline, rung: 'close', dueAt: closesAt });
}

/** Who is asked in a direct chat: about offers only those who agreed to be (P7d). */
export async function directAudience(
  { tx }: Step,
  communityId: string,
  { isOffer }: Pick<Questionnaire, 'isOffer'>,
  audience: Audience,
): Promise<AudienceInput> {
  if (!isOffer) return { ...audience, to: 'direct' };
  const buildings = audience.buildings.map((label) => label.toUpperCase());
  const agreed = await tx.person.findMany({
    where: { communityId, mergedIntoId: null, consents: { some: { kind: 'offers', revokedAt: null } } },
    select: { id: true, household: { select: { building: { select: { label: true } } } } },
  });
  const isMeant = (label: string | undefined): boolean =>
    buildings.length === 0 || (label !== undefined && buildings.includes(label.toUpperCase()));
  const persons = agreed.filter(({ household }) => isMeant(household?.building.label)).map(({ id }) => id);
  return { to: 'direct', persons };
}

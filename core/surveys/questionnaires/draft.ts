import { randomBytes } from 'node:crypto';
import { fingerprintOf } from '../../fingerprint.ts';
import { Prisma, type Questionnaire } from '../../../prisma/generated/client.ts';
import { nextNumber } from '../../next-number.ts';
import type { Repeat } from '../../notices/repeat.ts';
import { audienceSchema, type AudienceInput } from '../../outbox/broadcast/audience.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { openQuestionnaire } from './open.ts';
import { holdQuestionnaire } from './questionnaire.ts';
import type { Question } from './questions.ts';

/** What is asked, of whom and until when. */
export interface QuestionnaireDraft {
  title: string;
  intro: string;
  questions: Question[];
  anonymous: boolean;
  perHousehold: boolean;
  isOffer: boolean;
  audience: AudienceInput;
  inGroups: boolean;
  inDirect: boolean;
  /** Null: when it is confirmed. */
  opensAt: Date | null;
  closesAt: Date;
  repeat: Repeat | null;
}

/** Puts a draft on record under the next number. Nobody is asked anything before it is confirmed. */
export async function draftQuestionnaire(
  step: Step,
  communityId: string,
  draft: QuestionnaireDraft,
  by: { personId: string | null; conversationId: string | null },
): Promise<Questionnaire> {
  const number = await nextNumber(step, communityId, 'questionnaire');
  return step.tx.questionnaire.create({
    data: {
      ...stored(draft),
      communityId,
      number,
      conversationId: by.conversationId,
      draftedById: by.personId,
      draftedAt: step.now,
    },
  });
}

/** Changes a draft as long as it is one. Null, and nothing is changed, when it is not. */
export async function changeQuestionnaire(
  step: Step,
  communityId: string,
  id: string,
  draft: QuestionnaireDraft,
): Promise<Questionnaire | null> {
  const held = await holdQuestionnaire(step, communityId, id);
  if (held?.state !== 'draft') return null;
  return step.tx.questionnaire.update({ where: { id }, data: stored(draft) });
}

const stored = ({ audience, repeat, ...plain }: QuestionnaireDraft) => ({
  ...plain,
  audience: audienceSchema.parse(audience),
  repeat: repeat ?? Prisma.DbNull,
});

export type Confirmed =
  | { kind: 'opened' | 'scheduled'; questionnaire: Questionnaire }
  /** It was changed since it was shown, or would close before anybody could answer. */
  | { kind: 'changed' | 'too_late'; questionnaire: Questionnaire }
  | { kind: 'no_draft' };

/** Confirms a draft as it was shown: it opens at its time, or at once. */
export async function confirmQuestionnaire(
  step: Step,
  community: CommunityInForce,
  id: string,
  by: { personId: string; seen: string },
): Promise<Confirmed> {
  const held = await holdQuestionnaire(step, community.id, id);
  if (held?.state !== 'draft') return { kind: 'no_draft' };
  if (fingerprint(held) !== by.seen) return { kind: 'changed', questionnaire: held };
  const opensAt = held.opensAt && held.opensAt > step.now ? held.opensAt : step.now;
  if (held.closesAt <= opensAt) return { kind: 'too_late', questionnaire: held };
  const questionnaire = await step.tx.questionnaire.update({
    where: { id },
    data: { state: 'scheduled', confirmedById: by.personId, tokenKey: randomBytes(32).toString('base64') },
  });
  if (opensAt <= step.now)
    return { kind: 'opened', questionnaire: await openQuestionnaire(step, community, questionnaire) };
  const deadline = { kind: 'questionnaire' as const, subjectId: id, communityId: community.id };
  await setDeadline(step, { ...deadline, rung: 'open', dueAt: opensAt });
  return { kind: 'scheduled', questionnaire };
}

/** Throws a draft away. Null when it is none. */
export async function discardQuestionnaire(step: Step, communityId: string, id: string): Promise<Questionnaire | null> {
  const held = await holdQuestionnaire(step, communityId, id);
  if (held?.state !== 'draft') return null;
  return step.tx.questionnaire.update({ where: { id }, data: { state: 'discarded' } });
}

/** Six letters that are others when anything is: nobody confirms what they have not seen. */
export function fingerprint(questionnaire: Questionnaire): string {
  const { title, intro, questions, anonymous, perHousehold, isOffer, audience } = questionnaire;
  const { inGroups, inDirect, opensAt, closesAt, repeat } = questionnaire;
  const whom = [anonymous, perHousehold, isOffer, audience, inGroups, inDirect];
  return fingerprintOf([title, intro, questions, ...whom, opensAt, closesAt, repeat]);
}

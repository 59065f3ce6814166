import type { Notice } from '../../../prisma/generated/client.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { staffOrManagers } from '../../people/groups.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { setDeadline } from '../../tickets/deadlines.ts';
import { audienceOf } from '../notice.ts';
import { planOf, planTitle } from './plan.ts';
import { officeNow, whoIsCalled } from './who-is-called.ts';

/** A drill is reported when everybody has answered, or after so long. */
const DRILL_LASTS_MS = 30 * 60_000;

/** By which the words to whoever is called are found again. */
export const callOccasion = (noticeId: string): string => `plan-call:${noticeId}`;

/**
 * What else happens when the notice of an emergency plan goes out (P8f): whoever is to be called hears it directly and answers, and the
 * staff get the steps. Everything of a drill says so, and is for staff alone.
 */
export async function carryOutPlan(step: Step, community: CommunityInForce, notice: Notice): Promise<void> {
  if (notice.planId === null) return;
  const plan = planOf(await step.tx.emergencyPlan.findUniqueOrThrow({ where: { id: notice.planId } }));
  const { locale } = community;
  const texts = textsFor(locale);
  const name = planTitle(plan.kind, locale);
  const place = placeIn(audienceOf(notice).buildings, locale);
  const { isDrill } = notice;
  const purpose = isDrill ? 'question' : 'emergency';
  const about = { subject: 'plan', id: notice.id } as const;
  const called: string[] = [];
  const missed: string[] = [];
  for (const person of whoIsCalled(plan.calls, await officeNow(step, community))) {
    const told = await sayToPerson(step, {
      personId: person.personId,
      purpose,
      urgent: !isDrill,
      about,
      content: {
        text: texts.planCall(name, place, isDrill),
        choices: [[{ id: choiceIds.about('plan', 'got', notice.id), label: texts.planComing() }]],
      },
      occasion: callOccasion(notice.id),
      expiresAt: isDrill ? new Date(step.now.getTime() + DRILL_LASTS_MS) : null,
    });
    (told ? called : missed).push(person.name);
  }
  const lines = [texts.planChecklist(name, place, plan.steps, called, isDrill)];
  if (missed.length > 0) lines.push(texts.planNobodyCalled(missed, isDrill));
  for (const group of await staffOrManagers(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      about,
      purpose: isDrill ? 'answer' : 'emergency',
      urgent: !isDrill,
      content: { text: lines.join('\n') },
      dedupeKey: `plan-steps:${notice.id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
  if (!isDrill) return;
  const dueAt = new Date(step.now.getTime() + DRILL_LASTS_MS);
  await setDeadline(step, { kind: 'notice', rung: 'drill', subjectId: notice.id, communityId: community.id, dueAt });
}

/** Where it is, in words: the buildings whom it concerns. */
export function placeIn(buildings: readonly string[], locale: string): string {
  const texts = textsFor(locale);
  if (buildings.length === 0) return texts.planAnywhere();
  return texts.names(
    buildings.map((building) => texts.place({ building, unit: null, room: null, spot: null }, 'coarse')),
  );
}

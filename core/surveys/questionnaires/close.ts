import type { Questionnaire } from '../../../prisma/generated/client.ts';
import { nextTime } from '../../notices/repeat.ts';
import { startBroadcast, stopBroadcast } from '../../outbox/broadcast/start.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { dropSubjectDeadlines, setDeadline } from '../../tickets/deadlines.ts';
import { forgetAsked } from './forget-asked.ts';
import { inAllLanguages } from './invitation.ts';
import { OPEN } from './open.ts';
import { aboutQuestionnaire, repeatOf } from './questionnaire.ts';
import { shuffleResponses } from './response.ts';
import { standingOf } from './standing.ts';

const everyWord = [OPEN.groups, OPEN.direct, 'remind', 'remind_direct'] as const;

/**
 * Closes it and tells the managers what came of it. Who has answered cannot be asked any more from then on: the key of the tokens is gone,
 * and so is what somebody left unfinished. The caller holds the questionnaire, which is open.
 */
export async function closeQuestionnaire(
  step: Step,
  community: CommunityInForce,
  open: Questionnaire,
): Promise<Questionnaire> {
  const { id } = open;
  const closed = await end(step, open, 'closed');
  for (const occasion of everyWord) await stopBroadcast(step, aboutQuestionnaire(open), occasion);
  const repeat = repeatOf(closed);
  if (repeat) {
    const again = nextTime(repeat, step.now, community.calendar, community.timeZone);
    const deadline = { kind: 'questionnaire' as const, subjectId: id, communityId: community.id };
    await setDeadline(step, { ...deadline, rung: 'again', dueAt: community.calendar.civil(again) });
  }
  const texts = textsFor(community.locale);
  const standing = await standingOf(step, community, closed);
  await tellManagers(step, community, closed, 'results', {
    text: texts.questionnaireResults(standing),
    choices: [[{ id: choiceIds.about('questionnaire', 'p', id), label: texts.questionnairePublishChoice() }]],
  });
  return closed;
}

/** Takes it back: nobody is asked any more, and its words are recalled where that can be done. The caller holds it; it is open or waits. */
export async function withdrawQuestionnaire(
  step: Step,
  community: CommunityInForce,
  open: Questionnaire,
  by: string,
): Promise<Questionnaire> {
  const withdrawn = await end(step, open, 'withdrawn');
  const about = aboutQuestionnaire(open);
  for (const occasion of everyWord) {
    const known = await step.tx.broadcast.findFirst({ where: { subjectId: open.id, occasion }, select: { id: true } });
    if (!known) continue;
    await stopBroadcast(step, about, occasion);
    await startBroadcast(step, community, {
      about,
      occasion: `withdraw:${occasion}`,
      purpose: 'survey',
      contents: inAllLanguages((texts) => ({ text: texts.questionnaireWithdrawn(open.title), recall: true })),
      changes: occasion,
      createdById: by,
    });
  }
  return withdrawn;
}

async function end(
  step: Step,
  { id, anonymous }: Questionnaire,
  state: 'closed' | 'withdrawn',
): Promise<Questionnaire> {
  if (anonymous) {
    await shuffleResponses(step, id);
    await forgetAsked(step, id, null);
  }
  await step.tx.questionnaireSession.deleteMany({ where: { questionnaireId: id } });
  await dropSubjectDeadlines(step, { kind: 'questionnaire', subjectId: id }, state);
  return step.tx.questionnaire.update({ where: { id }, data: { state, closedAt: step.now, tokenKey: null } });
}

/** Where it was drafted, so that whoever asked hears what came of it; else where the managers are. Said once for each `topic`. */
export async function tellManagers(
  step: Step,
  community: CommunityInForce,
  { id, conversationId }: Questionnaire,
  topic: string,
  content: { text: string; choices?: { id: string; label: string }[][] },
): Promise<void> {
  const there = conversationId
    ? await step.tx.conversation.findFirst({ where: { id: conversationId, state: 'active' }, select: { id: true } })
    : null;
  const places = there ? [there] : await managersOrStaff(step.tx, community.id);
  for (const place of places) {
    await say(step, {
      conversationId: place.id,
      about: { subject: 'questionnaire', id },
      purpose: 'question',
      content,
      dedupeKey: `questionnaire:${id}:${topic}:${place.id}`,
      expiresAt: null,
    });
    step.rope.lane(place.id);
  }
}

import type { Questionnaire } from '../../../prisma/generated/client.ts';
import type { Choice } from '../../channel/outgoing.ts';
import { nextTime } from '../../notices/repeat.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { fingerprint } from './draft.ts';
import { invitation } from './invitation.ts';
import { directAudience } from './open.ts';
import { askedAtOnce, audienceOf, questionsOf, repeatOf } from './questionnaire.ts';

/** A draft as it will look, whom it reaches and when, with what can be done with it. */
export async function previewOf(
  step: Step,
  community: CommunityInForce,
  draft: Questionnaire,
  texts: Texts,
): Promise<{ text: string; choices: Choice[][] }> {
  const { tx, now } = step;
  const { id, number, inGroups, inDirect, opensAt, closesAt, isOffer } = draft;
  const audience = audienceOf(draft);
  const groups = await reachOf(tx, community, { ...audience, to: 'groups' });
  const direct = inDirect
    ? await reachOf(tx, community, await directAudience(step, community.id, draft, audience))
    : { direct: 0, unreachable: 0 };
  const when = (at: Date): string => texts.when(at, now, community.timeZone);
  const { calendar, timeZone, policy } = community;
  const remindAt = calendar.civil(new Date(closesAt.getTime() - policy.questionnaires.remindBefore));
  const repeat = repeatOf(draft);
  const inCommunity = invitation(draft, texts, { timeZone });
  const text = texts.questionnairePreview({
    number,
    invitation: inCommunity.text,
    questions: askedAtOnce(draft) ? [] : questionsOf(draft),
    groups: groups.groups.map(({ title }) => title),
    inGroups,
    inDirect,
    isOffer,
    direct: direct.direct,
    unreachable: direct.unreachable,
    households: groups.households,
    unknown: groups.unknown,
    opensAt: opensAt && when(opensAt),
    closesAt: when(closesAt),
    remindAt: remindAt > (opensAt ?? now) && remindAt < closesAt ? when(remindAt) : null,
    repeats: repeat !== null,
    againAt: repeat && when(nextTime(repeat, closesAt, calendar, timeZone)),
  });
  const choice = (action: string, label: string): Choice => ({
    id: choiceIds.about('questionnaire', action, id),
    label,
  });
  const ways = [choice('x', texts.questionnaireDiscardChoice())];
  if (!repeat) ways.unshift(choice('rq', texts.questionnaireQuarterlyChoice()));
  const confirm = choice(`ok.${fingerprint(draft)}`, texts.questionnaireConfirmChoice());
  return { text, choices: [[confirm], ways] };
}

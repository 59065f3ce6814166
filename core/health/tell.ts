import type { HealthFinding } from '../../prisma/generated/client.ts';
import { recipientsOf, whileDown } from '../accounts/recipients.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { sayToPerson } from '../people/reach.ts';
import type { Step } from '../step.ts';
import { lines } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import { troubleOf } from './describe.ts';

/**
 * Tells what begins and what is over, in one message: to the supervisors in person, and where none of them can be written to, in
 * the managers' groups, else the staff's; always through an account that is online, and never only in the group that it is about.
 */
export async function tellFindings(
  step: Step,
  community: CommunityInForce,
  { began, over }: { began: readonly HealthFinding[]; over: readonly HealthFinding[] },
): Promise<void> {
  const [first] = [...began, ...over];
  if (!first) return;
  const text = await wordsFor(step, community, textsFor(community.locale), began, over);
  if (text === '') return;
  const occasion = `health:${first.id}:${began.length > 0 ? 'began' : 'over'}`;
  const recipients = await recipientsOf(step.tx, community.id, null);
  const content = { text };
  const supervisors = new Set(recipients.flatMap(({ kind, personId }) => (kind === 'supervisor' && personId) || []));
  let told = 0;
  for (const personId of supervisors) {
    if (await sayToPerson(step, { personId, purpose: 'escalation', content, occasion })) told += 1;
  }
  if (told > 0) return;
  const about = new Set([...began, ...over].map(({ subject }) => subject));
  const others = recipients.filter(({ conversationId }) => !about.has(conversationId));
  for (const { conversationId } of whileDown(others.length > 0 ? others : recipients)) {
    await say(step, { conversationId, purpose: 'escalation', content, dedupeKey: `${occasion}:${conversationId}` });
    step.rope.lane(conversationId);
  }
}

async function wordsFor(
  step: Step,
  community: CommunityInForce,
  texts: Texts,
  began: readonly HealthFinding[],
  over: readonly HealthFinding[],
): Promise<string> {
  const troubles = [];
  for (const finding of began) troubles.push(await troubleOf(step, community, finding, texts));
  const gone = [];
  for (const finding of over) {
    const trouble = await troubleOf(step, community, finding, texts);
    const lasted = texts.duration((finding.untilAt ?? step.now).getTime() - finding.fromAt.getTime());
    if (trouble) gone.push({ trouble, lasted });
  }
  const known = troubles.filter((trouble) => trouble !== null);
  return lines(known.length > 0 && texts.channelsTroubled(known), gone.length > 0 && texts.channelsWell(gone));
}

import { recipientsOf, whileDown } from '../../accounts/recipients.ts';
import { say } from '../../outbox/say.ts';
import { audit } from '../../people/audit.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { reviewDue } from './due.ts';
import { figuresOf } from './figures.ts';

const ACTION = 'ask_review';

/**
 * Once a year asks the managers, and the members of the committee who can be written to, to review the policy, with last year's
 * figures (P10f); in civil hours, and as soon as a managers' group, or whoever stands in for it, can be reached. Called at every look
 * at a community, of which one runs at a time.
 */
export async function askForReview(step: Step, community: CommunityInForce): Promise<void> {
  const { tx, now } = step;
  const { id: communityId, policy, timeZone, calendar, locale } = community;
  const { createdAt: foundedAt } = await tx.community.findUniqueOrThrow({
    where: { id: communityId },
    select: { createdAt: true },
  });
  const due = reviewDue(now, { on: policy.review.on, timeZone, foundedAt });
  if (due === null || calendar.civil(now) > now) return;
  const subject = String(due.year);
  const asked = await tx.auditEntry.findFirst({
    where: { communityId, action: ACTION, subject, at: { gte: due.since } },
    select: { id: true },
  });
  if (asked) return;
  const office = whileDown(await recipientsOf(tx, communityId, null));
  if (office.length === 0) return;
  const figures = await figuresOf(tx, community, due.past, now);
  const text = textsFor(locale).policyReview(community.name, due.past.year, figures);
  const occasion = `review:${communityId}:${due.year}`;
  for (const { conversationId } of office) {
    await say(step, {
      conversationId,
      purpose: 'notice',
      content: { text },
      // Later is better than not in this year.
      expiresAt: null,
      dedupeKey: `${occasion}:${conversationId}`,
    });
    step.rope.lane(conversationId);
  }
  const committee = await tx.roleGrant.findMany({
    where: { communityId, role: 'committee', revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
  });
  for (const { personId } of committee) {
    await sayToPerson(step, { personId, purpose: 'notice', content: { text }, expiresAt: null, occasion });
  }
  const data = { clause: policy.review.clause, tickets: figures?.tickets ?? null };
  await audit(tx, { communityId, actorId: null, action: ACTION, subject, data, at: now });
}

import type { Prisma } from '../../prisma/generated/client.ts';
import type { CommunityInForce } from '../people/communities.ts';
import type { Step } from '../step.ts';
import type { CardView, Texts } from '../text/texts.ts';
import { describeStep } from './describe-step.ts';
import type { TicketEventType } from './event.ts';

/** Steps of which staff want to hear where they cannot see the card change. */
const tellsStaff: ReadonlySet<string> = new Set<TicketEventType>([
  ...(['taken', 'answered', 'asked_back', 'promised', 'progressed', 'merged', 'absorbed'] as const),
  ...(['passed', 'declined', 'returned', 'postponed', 'dismissed', 'done', 'rated', 'confirmed', 'reopened'] as const),
  'auto_unhelpful',
  'decided',
]);

/** A step, with whether its message brought a picture. */
export interface NewStep {
  type: string;
  data: Prisma.JsonValue;
  hasFiles: boolean;
}

/**
 * The step of which one line tells, and whether the ticket was closed by it. `me_too`: only the number of those whom it
 * concerns is new. Null where staff need not hear of it, or are shown the words themselves under the card.
 *
 * @param steps what was written down now, newest first
 */
export function newsOf<T extends NewStep>(steps: readonly T[]): { step: T; closed: boolean; meToo: boolean } | null {
  const closed = steps.some(({ type }) => type === 'closed');
  const added = steps.find(({ type }) => type === 'message_added' || type === 'settled_by_resident');
  const step = steps.find(({ type }) => tellsStaff.has(type));
  if (step) return { step, closed, meToo: false };
  const isMeToo = added?.type === 'message_added' && partOf(added.data) === 'me_too' && !added.hasFiles;
  return added && isMeToo ? { step: added, closed, meToo: true } : null;
}

function partOf(data: Prisma.JsonValue): unknown {
  return data !== null && typeof data === 'object' && !Array.isArray(data) ? data['part'] : undefined;
}

/**
 * The line that tells what is new about a ticket in a group whose platform cannot change the card: what was written down in this
 * step. Nothing in the group where it was said in words, because the reply there tells it already.
 */
export async function briefFor(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  view: CardView,
  texts: Texts,
): Promise<(groupId: string) => string | null> {
  const events = await step.tx.ticketEvent.findMany({
    where: { ticketId, at: step.now },
    orderBy: { id: 'desc' },
    take: 8,
    select: {
      type: true,
      data: true,
      message: { select: { conversationId: true, attachments: { select: { id: true }, take: 1 } } },
    },
  });
  const news = newsOf(events.map((event) => ({ ...event, hasFiles: (event.message?.attachments.length ?? 0) > 0 })));
  if (!news) return () => null;
  const what = news.meToo ? null : describeStep(news.step, texts, step, community.timeZone);
  const brief = texts.cardBrief(view.code, what, { closed: news.closed, reporters: view.reporters });
  return (groupId) => (news.step.message?.conversationId === groupId ? null : brief);
}

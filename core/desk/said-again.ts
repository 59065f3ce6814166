import { backFits, isBack, mayBeBack } from '../intake/is-back.ts';
import { openStatuses, placeOf, readTicket, type Ticket } from '../tickets/ticket.ts';
import type { Scene } from './scene.ts';

/**
 * The finished ticket of this person that their words say is back, or not mended at all: "又堵了", "still not working" (P6d). It is one of this
 * conversation that waits for the answer to "solved?", or was done no longer ago than silence would have closed it; after that the same
 * thing is a new matter. Of an incident it is only one that still waits: after it is over, a report is of something new. Null where the words
 * fit another of their tickets as well, reply to anything else, or are of what was an emergency.
 *
 * @param replied the ticket about which they reply to a word of ours
 */
export async function saidAgain(scene: Scene, replied: Ticket | null): Promise<Ticket | null> {
  const { step, community, conversation, event, speaker } = scene;
  if (!speaker || conversation.hearing === 'shadow' || !mayBeBack(event.text)) return null;
  const isReply = event.replyToId !== null || event.quotedText !== null;
  const since = new Date(step.now.getTime() - community.policy.closing.closeUnansweredAfter);
  const here = { conversationId: conversation.id };
  const toMessage = { messages: { some: { message: { ...here, externalId: event.replyToId ?? '' } } } };
  const isMeant = replied ? { id: replied.id } : isReply ? { ...here, ...toMessage } : here;
  const theirs = await step.tx.ticket.findMany({
    where: {
      ...isMeant,
      reporters: { some: { personId: speaker.personId } },
      kind: { in: ['repair', 'complaint'] },
      // What was dangerous is not only open again: it is heard like the first time.
      urgency: { not: 'emergency' },
      OR: [{ status: { in: openStatuses } }, { status: 'closed', incidentId: null, doneAt: { gte: since } }],
    },
    orderBy: { doneAt: { sort: 'desc', nulls: 'last' } },
  });
  const setting = {
    buildings: conversation.allBuildings,
    groupBuildings: conversation.buildings,
    locale: community.locale,
  };
  const fitting = theirs
    .filter((one) => isBack(event.text, { summary: one.summary, place: placeOf(one) }, setting))
    .map((one) => ({ one, fits: backFits(event.text, one) }))
    .toSorted((a, b) => b.fits - a.fits);
  const [best] = fitting;
  if (!best || !isOver(best.one)) return null;
  if (fitting.some(({ one, fits }) => one.id !== best.one.id && fits === best.fits)) return null;
  return readTicket(step, best.one.id);
}

const isOver = ({ status }: Pick<Ticket, 'status'>): boolean => status === 'done' || status === 'closed';

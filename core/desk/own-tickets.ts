import { z } from 'zod';
import { limitStanding } from '../tickets/limit-standing.ts';
import { nextLimit } from '../tickets/limits.ts';
import { openStatuses, readTicket, viewOf } from '../tickets/ticket.ts';
import type { TicketLine } from '../text/texts.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

/** `进度`: how one's own open tickets stand; in the direct chat, what was answered in private comes again, too. */
export async function tellOwnTickets(scene: Scene): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const rows = speaker
    ? await step.tx.ticket.findMany({
        where: {
          communityId: community.id,
          status: { in: openStatuses },
          reporters: { some: { personId: speaker.personId } },
        },
        orderBy: { openedAt: 'asc' },
        take: 10,
        select: { id: true },
      })
    : [];
  const lines: TicketLine[] = [];
  for (const { id } of rows) lines.push(await lineOf(scene, id));
  await replyTo(scene, 'own', { text: lines.length > 0 ? texts.ownTickets(lines) : texts.noOwnTickets() });
  if (speaker && scene.conversation.kind === 'direct') await tellPrivateAnswers(scene, speaker.personId);
}

/** What was answered about private matters, and could not be said in the group: the last word on each of the last weeks. */
export async function tellPrivateAnswers(scene: Scene, personId: string): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const since = new Date(step.now.getTime() - privateAnswerDays * 86_400_000);
  const tickets = await step.tx.ticket.findMany({
    where: { communityId: community.id, requesterId: personId, sensitive: true, openedAt: { gte: since } },
    orderBy: { openedAt: 'asc' },
    select: {
      id: true,
      code: true,
      events: {
        where: { type: { in: ['answered', 'progressed', 'asked_back', 'done'] } },
        orderBy: { id: 'desc' },
        take: 1,
      },
    },
  });
  for (const { id, code, events } of tickets) {
    const said = privateWord.safeParse(events[0]?.data);
    if (!said.success) continue;
    const { by, text, question } = said.data;
    const words = question === undefined ? texts.answer(code, by, text ?? '') : texts.askedBack(code, by, question);
    if (text || question) await replyTo(scene, `private:${id}`, { text: words }, id);
  }
}

const privateAnswerDays = 60;
const privateWord = z.object({ by: z.string(), text: z.string().nullish(), question: z.string().optional() });

/** A ticket as one line of a list, with the limit that is due first. */
export async function lineOf(
  scene: Pick<Scene, 'step' | 'community' | 'conversation' | 'speaker'>,
  ticketId: string,
): Promise<TicketLine> {
  const { step, community } = scene;
  const limit = await nextLimit(step, ticketId);
  return {
    ...viewOf(await readTicket(step, ticketId)),
    dueAt: limit && textsOf(scene).when(limit.dueAt, step.now, community.timeZone),
    overdue: limit !== null && limitStanding(limit, step.now).kind === 'breached',
  };
}

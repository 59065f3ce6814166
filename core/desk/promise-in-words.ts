import { isStaff } from '../people/roles.ts';
import { readTicket } from '../tickets/ticket.ts';
import { mayDo } from './may-do.ts';
import { noteAct } from './note-act.ts';
import { parseTime } from './parse-time.ts';
import type { Scene } from './scene.ts';
import { carryOutVerb, OFFERS_PROMISE } from './ticket-verbs.ts';

/** So long after "when will it be seen to?" a time alone is the answer to it. */
const ASKED_MS = 5 * 60_000;

/**
 * A time, typed instead of one of the times that were offered: alone within five minutes, or as a reply to the question, which may
 * say more ("明天10点 带配件来"). Returns false when it is no such answer, and then nothing has been done.
 */
export async function promiseInWords(scene: Scene): Promise<boolean> {
  const { step, community, conversation, event, speaker } = scene;
  const said = parseTime(event.text, step.now, community.timeZone);
  if (!said || !speaker || !isStaff(speaker.roles)) return false;
  const at = new Date(event.at);
  const isReply = event.replyToId !== null;
  const asked = await step.tx.sentMessage.findFirst({
    where: {
      conversationId: conversation.id,
      outbox: { purpose: 'answer', dedupeKey: { startsWith: OFFERS_PROMISE }, ticketId: { not: null } },
      ...(isReply
        ? { externalId: event.replyToId ?? '' }
        : { sentAt: { gte: new Date(at.getTime() - ASKED_MS), lte: at } }),
    },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    select: { sentAt: true, outbox: { select: { ticketId: true } } },
  });
  const ticketId = asked?.outbox.ticketId;
  if (!asked || !ticketId || (!isReply && said.rest !== '')) return false;
  const where = { ticketId, type: 'promised', at: { gte: asked.sentAt } };
  if (!isReply && (await step.tx.ticketEvent.count({ where })) > 0) return false;
  await noteAct(scene, 'command');
  if (await mayDo(scene, 'promise'))
    await carryOutVerb(scene, await readTicket(step, ticketId), 'promise', event.text.trim());
  return true;
}

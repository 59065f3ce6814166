import { isStaff } from '../people/roles.ts';
import { readTicket } from '../tickets/ticket.ts';
import { mayDo } from './may-do.ts';
import { noteAct } from './note-act.ts';
import { lastTalk } from './offers.ts';
import { parseTime } from './parse-time.ts';
import type { Scene } from './scene.ts';
import { carryOutVerb, OFFERS_PROMISE } from './ticket-verbs.ts';

/** So long after "when will it be seen to?" a time alone is the answer to it. */
const ASKED_MS = 5 * 60_000;
const AT_MOST = 5;
/** What is said of a time, and does not promise it: "今天怎么还没人去", "下午我不在", "3天前就说过了". */
const noPromise = /[?？]|[吗嗎呢]$|[不没沒未]|怎|为什么|為什麼|[前后後]就|\b(?:not|no|why|can't|won't|didn't|isn't)\b/i;

/**
 * A time, typed by whoever asked to promise instead of one of the times that were offered: alone, within five minutes and before a colleague
 * has said anything, or as a reply to the question, where words may follow it ("明天10点 带配件来"). Returns false when it is no such
 * answer, and then nothing has been done.
 */
export async function promiseInWords(scene: Scene): Promise<boolean> {
  const { step, community, event, speaker } = scene;
  const text = event.text.trim();
  const said = parseTime(text, step.now, community.timeZone);
  if (!said || !speaker || !isStaff(speaker.roles)) return false;
  const isReply = event.replyToId !== null;
  const isTime = said.rest === '' || (isReply && text.endsWith(said.rest) && !noPromise.test(said.rest));
  if (!isTime || (!isReply && event.quotedText !== null)) return false;
  const ticketId = await ticketAsked(scene, speaker.personId);
  if (ticketId === null) return false;
  await noteAct(scene, 'command');
  if (await mayDo(scene, 'promise')) await carryOutVerb(scene, await readTicket(step, ticketId), 'promise', text);
  return true;
}

/** The ticket for which this person was shown times to promise: that of the question replied to, else of the newest one still open. */
async function ticketAsked(scene: Scene, personId: string): Promise<string | null> {
  const { step, conversation, event } = scene;
  const at = new Date(event.at);
  const asked = await step.tx.sentMessage.findMany({
    where: {
      conversationId: conversation.id,
      outbox: {
        purpose: 'answer',
        dedupeKey: { startsWith: OFFERS_PROMISE, contains: `:${personId}:` },
        ticketId: { not: null },
      },
      ...(event.replyToId === null
        ? { sentAt: { gte: new Date(at.getTime() - ASKED_MS), lte: at } }
        : { externalId: event.replyToId }),
    },
    orderBy: [{ sentAt: 'desc' }, { outbox: { seq: 'desc' } }],
    take: AT_MOST,
    select: { sentAt: true, outbox: { select: { ticketId: true } } },
  });
  for (const { sentAt, outbox } of asked) {
    const { ticketId } = outbox;
    if (ticketId === null) continue;
    if (event.replyToId !== null) return ticketId;
    if ((await lastTalk(scene, sentAt)) !== null) return null;
    const where = { ticketId, type: 'promised', at: { gte: sentAt } };
    if ((await step.tx.ticketEvent.count({ where })) === 0) return ticketId;
  }
  return null;
}

import { z } from 'zod';
import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { say } from '../outbox/say.ts';
import type { CommunityInForce } from '../people/communities.ts';
import { readConversation } from '../people/conversation.ts';
import type { Speaker } from '../people/identify.ts';
import { staffOrManagers } from '../people/groups.ts';
import type { Step } from '../step.ts';
import { announceTickets } from '../tickets/announce.ts';
import { openTicket } from '../tickets/open.ts';
import { gatherQuestions } from '../notices/questions/gather.ts';
import { noticeAskedAbout } from '../notices/questions/tie.ts';
import { textsFor } from '../text/texts-for.ts';
import type { Texts } from '../text/texts.ts';
import type { Explanation, HeardMatter } from './understanding.ts';

const place = z.object({
  building: z.string().nullable(),
  unit: z.string().nullable(),
  room: z.string().nullable(),
  spot: z.string().nullable(),
});
/** What is kept with a doubtful message, so that a "yes" opens the very ticket that was asked about. */
const keptDoubt = z.object({
  by: z.string(),
  reasons: z.array(z.object({ what: z.string(), weight: z.number() })),
  doubt: z.object({
    kind: z.enum(Kind),
    area: z.enum(Area),
    urgency: z.enum(Urgency),
    place,
    summary: z.string(),
    sensitive: z.boolean(),
    confidence: z.number(),
  }),
  settledBy: z.string().optional(),
});

const doubtChoices = (texts: Texts, messageId: string): { id: string; label: string }[][] => [
  [
    { id: choiceIds.doubt('yes', messageId), label: texts.doubtYes() },
    { id: choiceIds.doubt('no', messageId), label: texts.doubtNo() },
  ],
];

/** A doubt goes to the staff group as a question with two choices, never to the residents. */
export async function askWhether(
  heard: {
    step: Step;
    community: CommunityInForce;
    message: { id: string; text: string; attachments: { id: string }[] };
    speaker: Speaker | null;
    event: { sender: { name: string } };
  },
  matter: HeardMatter,
  explanation: Explanation,
): Promise<void> {
  const { step, community, message } = heard;
  const texts = textsFor(community.locale);
  await step.tx.message.update({
    where: { id: message.id },
    data: { explanation: { ...explanation, doubt: { ...matter, place: { ...matter.place } } } },
    select: { id: true },
  });
  for (const group of await staffOrManagers(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      purpose: 'question',
      content: {
        text: texts.doubt(heard.event.sender.name, message.text, matter),
        choices: doubtChoices(texts, message.id),
        ...(message.attachments.length > 0 ? { attachmentIds: message.attachments.map(({ id }) => id) } : {}),
      },
      dedupeKey: `doubt:${message.id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

/**
 * Staff say whether a doubtful message is a matter. The first answer counts; the question then shows what came of it.
 * Returns false when there is no such question in this community.
 */
export async function settleDoubt(
  step: Step,
  community: CommunityInForce,
  answer: { messageId: string; yes: boolean; by: { personId: string; name: string } },
): Promise<boolean> {
  await step.tx.$queryRaw`SELECT 1 FROM "Message" WHERE id = ${answer.messageId}::uuid FOR NO KEY UPDATE`;
  const message = await step.tx.message.findFirst({
    where: { id: answer.messageId, conversation: { communityId: community.id } },
    include: { attachments: { select: { id: true } } },
  });
  const kept = keptDoubt.safeParse(message?.explanation);
  if (!message || !kept.success) return false;
  if (kept.data.settledBy !== undefined) return true;
  const { doubt, ...explanation } = kept.data;
  let code: string | null = null;
  if (answer.yes) {
    const conversation = await readConversation(step.tx, message.conversationId);
    const opened = await openTicket(step, community, {
      matter: doubt,
      origin: conversation.kind === 'direct' ? 'direct' : 'group',
      conversationId: message.conversationId,
      message,
      requesterId: message.personId,
      explanation: { by: explanation.by, reasons: [...explanation.reasons, { what: 'staff said yes', weight: 1 }] },
      noticeId: await noticeAskedAbout(step, {
        communityId: community.id,
        kind: doubt.kind,
        conversation,
        building: doubt.place.building,
        text: message.text,
        repliesTo: null,
      }),
      enteredBy: answer.by.personId,
    });
    code = opened.ticket.code;
    await announceTickets({ step, community, conversation, message }, [opened]);
    if (opened.ticket.noticeId) await gatherQuestions(step, community, opened.ticket.noticeId);
  }
  await step.tx.message.update({
    where: { id: message.id },
    data: {
      act: answer.yes ? 'report' : 'chatter',
      explanation: { ...explanation, doubt: { ...doubt, place: { ...doubt.place } }, settledBy: answer.by.personId },
    },
    select: { id: true },
  });
  await showSettled(step, community, message.id, answer.by.name, code);
  return true;
}

/** The message was changed and heard anew: nobody needs to answer the question any more. */
export async function withdrawDoubt(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  by: string,
): Promise<void> {
  const opened = await step.tx.ticket.findFirst({ where: { firstMessageId: messageId }, select: { code: true } });
  await showSettled(step, community, messageId, by, opened?.code ?? null);
}

async function showSettled(
  step: Step,
  community: CommunityInForce,
  messageId: string,
  by: string,
  code: string | null,
): Promise<void> {
  const texts = textsFor(community.locale);
  const questions = await step.tx.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: `doubt:${messageId}:` }, replacesId: null },
    select: { id: true, conversationId: true, content: true },
  });
  for (const question of questions) {
    const { text } = z.object({ text: z.string() }).parse(question.content);
    await say(step, {
      conversationId: question.conversationId,
      purpose: 'question',
      content: {
        text: `${text}\n\n${texts.doubtSettled(by, code)}`,
        // The card of a new ticket tells of itself.
        ...(code === null ? { brief: texts.doubtSettled(by, null) } : {}),
      },
      replacesId: question.id,
      dedupeKey: `doubt-settled:${messageId}:${question.conversationId}`,
    });
    step.rope.lane(question.conversationId);
  }
}

import type { Notice, NoticeAnswer } from '../../../prisma/generated/client.ts';
import { reachOf } from '../../outbox/broadcast/reach.ts';
import { startBroadcast } from '../../outbox/broadcast/start.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { finishTicket } from '../../tickets/answer.ts';
import { workStatuses } from '../../tickets/ticket.ts';
import type { Actor } from '../../tickets/work.ts';
import { aboutNotice, audienceOf } from '../notice.ts';
import { nameOf } from '../name.ts';
import { asksTheSame, type AskedQuestion } from './cluster.ts';
import { questionsAbout } from './gather.ts';

/** An answer that was offered, held by this transaction, with its notice. */
export interface OfferedAnswer {
  answer: NoticeAnswer;
  notice: Notice;
}

/**
 * The answer of this id in this community, held; null when there is none. The notice is not held: whoever asks about it holds their
 * ticket first, and the askers' tickets are held after this.
 */
export async function holdAnswer({ tx }: Step, communityId: string, id: string): Promise<OfferedAnswer | null> {
  await tx.$queryRaw`SELECT 1 FROM "NoticeAnswer" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.noticeAnswer.findFirst({ where: { id, notice: { communityId } }, include: { notice: true } });
  if (!found) return null;
  const { notice, ...answer } = found;
  return { answer, notice };
}

/** What came of approving. `no_answer`: nobody has written one. `told`: how many groups are told, and tickets answered with it. */
export type Approved =
  | { kind: 'told'; groups: number; tickets: number }
  | { kind: 'no_answer' | 'settled_before' | 'notice_over' };

/**
 * A manager has the answer told to everybody whom the notice is for (P8c): once, under the restraint of any notice. Whoever asked is
 * answered on their own ticket, which is done with it and asks whether that was all.
 */
export async function approveAnswer(
  step: Step,
  community: CommunityInForce,
  { answer, notice }: OfferedAnswer,
  by: Actor & { occasion: string },
): Promise<Approved> {
  if (answer.approvedAt !== null) return { kind: 'settled_before' };
  if (answer.answer === null) return { kind: 'no_answer' };
  if (notice.state !== 'live' && notice.state !== 'ended') return { kind: 'notice_over' };
  await step.tx.noticeAnswer.update({
    where: { id: answer.id },
    data: { approvedAt: step.now, approvedById: by.personId },
    select: { id: true },
  });
  const audience = audienceOf(notice);
  const text = textsFor(community.locale).answerForAll(nameOf(notice).head, answer.question, answer.answer);
  await startBroadcast(step, community, {
    about: aboutNotice(notice),
    occasion: `answer:${answer.id}`,
    purpose: 'notice',
    contents: { [community.locale]: { text } },
    audience,
    createdById: by.personId,
  });
  const { groups } = await reachOf(step.tx, community, audience);
  const tickets = await answerAskers(step, community, { ...answer, answer: answer.answer }, by);
  return { kind: 'told', groups: groups.length, tickets };
}

async function answerAskers(
  step: Step,
  community: CommunityInForce,
  { noticeId, question, answer }: NoticeAnswer & { answer: string },
  { occasion, ...by }: Actor & { occasion: string },
): Promise<number> {
  const same = (await questionsAbout(step, noticeId)).filter((asked: AskedQuestion) =>
    asksTheSame(asked.text, question),
  );
  // Tickets are held in one order by everybody, so that nobody waits in a circle.
  const open = await step.tx.ticket.findMany({
    where: { id: { in: same.map(({ ticketId }) => ticketId) }, status: { in: workStatuses } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: ticketId } of open) {
    const word = { step, community, ticketId, by, messageId: null, occasion: `${occasion}:${ticketId}` };
    await finishTicket({ ...word, text: answer, attachmentIds: [] });
  }
  return open.length;
}

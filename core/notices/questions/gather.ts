import { z } from 'zod';
import type { Notice } from '../../../prisma/generated/client.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import { forGroup } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import type { Choice } from '../../channel/outgoing.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { holdNotice } from '../notice.ts';
import { nameOf } from '../name.ts';
import { asksTheSame, clustersOf, type AskedQuestion, type Cluster } from './cluster.ts';

/**
 * Looks at what residents ask about a notice, and offers to the managers what as many households ask as the policy says, with what
 * staff have answered so far (P8c). What was offered once is not offered again, however many more ask it.
 */
export async function gatherQuestions(step: Step, community: CommunityInForce, noticeId: string): Promise<void> {
  const notice = await holdNotice(step, community.id, noticeId);
  if (!notice) return;
  const enough = community.policy.notices.offerQuestionsFrom;
  const known = await step.tx.noticeAnswer.findMany({ where: { noticeId }, select: { question: true } });
  for (const cluster of clustersOf(await questionsAbout(step, noticeId))) {
    if (cluster.asked < enough) continue;
    const isOffered = known.some(({ question }) => cluster.questions.some(({ text }) => asksTheSame(question, text)));
    if (!isOffered) await offer(step, community, notice, cluster);
  }
}

const QUESTIONS_AT_MOST = 150;

/** The questions about a notice whose tickets are on record, without those that are private or were no matter. */
export async function questionsAbout(step: Step, noticeId: string): Promise<AskedQuestion[]> {
  const tickets = await step.tx.ticket.findMany({
    where: {
      noticeId,
      sensitive: false,
      kind: { in: ['inquiry', 'complaint'] },
      status: { notIn: ['dismissed', 'merged'] },
    },
    // Of very many the latest tell enough.
    orderBy: { openedAt: 'desc' },
    take: QUESTIONS_AT_MOST,
    select: {
      id: true,
      summary: true,
      reporters: { select: { personId: true, person: { select: { householdId: true } } } },
    },
  });
  return tickets.map(({ id, summary, reporters }) => ({
    ticketId: id,
    text: summary,
    askers: reporters.map(({ personId, person }) => person.householdId ?? personId),
  }));
}

async function offer(step: Step, community: CommunityInForce, notice: Notice, cluster: Cluster): Promise<void> {
  const ticketIds = cluster.questions.map(({ ticketId }) => ticketId);
  const answer = await bestAnswer(step, ticketIds);
  const question = await withoutPersons(step, cluster.typical.text, ticketIds);
  const { id } = await step.tx.noticeAnswer.create({
    data: { noticeId: notice.id, question, answer, asked: cluster.asked, offeredAt: step.now },
    select: { id: true },
  });
  const texts = textsFor(community.locale);
  for (const group of await managersOrStaff(step.tx, community.id)) {
    await say(step, {
      conversationId: group.id,
      about: { subject: 'notice', id },
      purpose: 'question',
      content: {
        text: texts.manyAsk(nameOf(notice), cluster.asked, question, answer),
        ...(answer === null ? {} : { choices: answerChoices(texts, id) }),
      },
      dedupeKey: `notice-questions:${id}:${group.id}`,
    });
    step.rope.lane(group.id);
  }
}

/** What becomes of an answer for all: `tell` or `leave`. */
export const answerChoices = (texts: Texts, answerId: string): Choice[][] => [
  [
    { id: choiceIds.about('notice', 'tell', answerId), label: texts.approveAnswer() },
    { id: choiceIds.about('notice', 'leave', answerId), label: texts.leaveAnswer() },
  ],
];

const saidText = z.object({ text: z.string().min(1) });

/** What staff have told one of the askers: rather where it was rated well, and of these the latest. */
async function bestAnswer(step: Step, ticketIds: string[]): Promise<string | null> {
  const events = await step.tx.ticketEvent.findMany({
    where: { ticketId: { in: ticketIds }, type: { in: ['answered', 'done'] } },
    orderBy: { id: 'desc' },
    select: { data: true, ticket: { select: { answers: { select: { score: true } } } } },
  });
  const said = events.flatMap(({ data, ticket }) => {
    const read = saidText.safeParse(data);
    const score = Math.max(0, ...ticket.answers.map((one) => one.score));
    return read.success ? [{ text: read.data.text, score }] : [];
  });
  const [best] = said.toSorted((a, b) => b.score - a.score);
  return best ? withoutPersons(step, best.text, ticketIds) : null;
}

/** Without numbers, rooms and the names of those who asked (P9b). */
async function withoutPersons(step: Step, text: string, ticketIds: string[]): Promise<string> {
  const reporters = await step.tx.ticketReporter.findMany({
    where: { ticketId: { in: ticketIds } },
    select: { person: { select: { name: true } } },
  });
  return forGroup(text, { names: reporters.map(({ person }) => person.name) }).text;
}

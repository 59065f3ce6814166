import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { redact } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { ShadowCard, ShadowLine } from '../../text/shadow/texts.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { readCandidate, type Candidate } from './candidates.ts';
import { readKeptMatters } from './kept-matter.ts';

/** So many lines of a matter are shown. */
const LINES_AT_MOST = 5;

const cardKey = (candidateId: string): string => `shadow-card:${candidateId}:`;

/** Shows a candidate with its two buttons. Once per `page` and conversation. */
export async function showCandidate(
  step: Step,
  community: CommunityInForce,
  candidate: Candidate,
  to: { conversationId: string; page: string; group: string },
): Promise<void> {
  const texts = textsFor(community.locale);
  const { conversationId, page } = to;
  await say(step, {
    conversationId,
    purpose: 'answer',
    about: { subject: 'shadow', id: candidate.id },
    content: {
      text: texts.shadowCard(await viewOf(step, community, texts, candidate, to.group)),
      choices: verdictChoices(texts, candidate.id),
    },
    dedupeKey: `${cardKey(candidate.id)}${page}:${conversationId}`,
  });
  step.rope.lane(conversationId);
}

const verdictChoices = (texts: Texts, id: string): { id: string; label: string }[][] => [
  [
    { id: choiceIds.about('shadow', 'yes', id), label: texts.shadowYes() },
    { id: choiceIds.about('shadow', 'no', id), label: texts.shadowNo() },
  ],
];

/**
 * Has every card of a candidate show how it stands now.
 *
 * @param occasion what has changed it: said once for each
 */
export async function refreshCards(
  step: Step,
  community: CommunityInForce,
  candidateId: string,
  { occasion, brief }: { occasion: string; brief?: string },
): Promise<void> {
  const cards = await step.tx.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: cardKey(candidateId) }, replacesId: null },
    select: { id: true, conversationId: true },
  });
  if (cards.length === 0) return;
  const texts = textsFor(community.locale);
  const candidate = await readCandidate(step.tx, candidateId, community.id);
  const group = candidate && (await titleOf(step, candidate.conversationId));
  const text = candidate
    ? texts.shadowCard(await viewOf(step, community, texts, candidate, group ?? ''))
    : texts.shadowGone();
  for (const [at, { id, conversationId }] of cards.entries()) {
    // Where cards cannot be changed, one line tells it once, however often the card was shown.
    const isFirst = cards.findIndex((card) => card.conversationId === conversationId) === at;
    await say(step, {
      conversationId,
      purpose: 'answer',
      about: { subject: 'shadow', id: candidateId },
      content: {
        text,
        ...(candidate ? { choices: verdictChoices(texts, candidateId) } : {}),
        ...(brief && isFirst ? { brief } : {}),
      },
      replacesId: id,
      dedupeKey: `shadow-shown:${id}:${occasion}`,
    });
    step.rope.lane(conversationId);
  }
}

const titleOf = async ({ tx }: Step, id: string): Promise<string> =>
  (await tx.conversation.findUniqueOrThrow({ where: { id }, select: { title: true } })).title;

async function viewOf(
  step: Step,
  community: CommunityInForce,
  texts: Texts,
  candidate: Candidate,
  group: string,
): Promise<ShadowCard> {
  const { deed, isMatter, settledAt, judgedById } = candidate;
  const by =
    judgedById === null ? null : await step.tx.person.findUnique({ where: { id: judgedById }, select: { name: true } });
  const lines = await linesOf(step, community, texts, candidate.tied);
  return {
    group,
    deed,
    matters: readKeptMatters(candidate.matter),
    lines: lines.slice(0, LINES_AT_MOST),
    more: Math.max(0, lines.length - LINES_AT_MOST),
    settled: settledAt !== null,
    verdict: isMatter === null ? null : { isMatter, by: by?.name ?? '?' },
  };
}

async function linesOf(
  step: Step,
  community: CommunityInForce,
  texts: Texts,
  ids: readonly string[],
): Promise<ShadowLine[]> {
  const messages = await step.tx.message.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { text: true, sentAt: true, recalledAt: true, person: { select: { name: true } } },
  });
  return messages.map(({ text, sentAt, recalledAt, person }) => ({
    who: person?.name ?? '',
    at: texts.when(sentAt, step.now, community.timeZone),
    text: recalledAt ? '' : redact(text),
    recalled: recalledAt !== null,
  }));
}

/** The words of a candidate in one line, without numbers and addresses. */
export const wordsOf = ({ matter }: Pick<Candidate, 'matter'>): string => readKeptMatters(matter)[0].summary;

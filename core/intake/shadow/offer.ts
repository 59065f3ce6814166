import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds, readChoiceId } from '../../tickets/choice-id.ts';
import { outgoingContentSchema, type OutgoingContent } from '../../channel/outgoing.ts';
import { candidatesSince, readCandidate, type Candidate, type ShadowGroup } from './candidates.ts';
import { PAGE, reportMark } from './report.ts';
import { wordsOf } from './show-card.ts';

const offerKey = (groupId: string): string => `shadow-offer:${groupId}:`;

/**
 * Offers what was said while a group was only listened to, and a manager has judged to be a matter: what is not over and has no ticket
 * becomes one by one press. In pages; says nothing where there is nothing to offer.
 */
export async function offerTickets(
  step: Step,
  community: CommunityInForce,
  group: ShadowGroup,
  to: { conversationId: string; from?: number; mark?: string },
): Promise<void> {
  const { conversationId, from = 0, mark = reportMark(step.now) } = to;
  const candidates = await candidatesSince(step.tx, group);
  const codes = await codesOf(step, candidates);
  const wanted = candidates
    .map((candidate, at) => ({ candidate, at }))
    .filter(({ candidate, at }) => at >= from && isWanted(candidate) && !codes.has(candidate.messageId));
  if (wanted.length === 0) return;
  const shown = wanted.slice(0, PAGE).map(({ candidate }) => candidate);
  const next = wanted[PAGE];
  const texts = textsFor(community.locale);
  const more = next && {
    id: choiceIds.about('shadow', `o${next.at}-${mark}`, group.id),
    label: texts.shadowMoreChoice(),
  };
  const content = offer(community, group, shown, codes);
  await say(step, {
    conversationId,
    purpose: 'answer',
    about: { subject: 'shadow', id: group.id },
    content: { ...content, choices: [...(content.choices ?? []), ...(more ? [[more]] : [])] },
    dedupeKey: `${offerKey(group.id)}${mark}:${from}:${conversationId}`,
  });
  step.rope.lane(conversationId);
}

/** Every offer that a candidate stands in shows which ticket it has become, and not what its writer has taken back. */
export async function refreshOffers(
  step: Step,
  community: CommunityInForce,
  group: ShadowGroup,
  { candidateId, occasion }: { candidateId: string; occasion: string },
): Promise<void> {
  const offers = await step.tx.outboxMessage.findMany({
    where: { dedupeKey: { startsWith: offerKey(group.id) }, replacesId: null },
    select: { id: true, conversationId: true, content: true },
  });
  for (const { id, conversationId, content } of offers) {
    const choices = outgoingContentSchema.safeParse(content).data?.choices?.flat() ?? [];
    const read = choices.map((choice) => ({ choice, about: readChoiceId(choice.id) }));
    const ids = read.flatMap(({ about }) => (about?.kind === 'about' && about.action === 'take' ? [about.id] : []));
    if (!ids.includes(candidateId)) continue;
    const all = [];
    for (const one of ids) all.push(await readCandidate(step.tx, one, community.id));
    const known = all.filter((one) => one !== null);
    const codes = await codesOf(step, known);
    const candidates = known.filter(({ message, messageId }) => message.recalledAt === null || codes.has(messageId));
    const shown = offer(community, group, candidates, codes);
    const more = read.flatMap(({ choice, about }) =>
      about?.kind === 'about' && about.action !== 'take' ? [choice] : [],
    );
    await say(step, {
      conversationId,
      purpose: 'answer',
      about: { subject: 'shadow', id: group.id },
      content: { ...shown, choices: [...(shown.choices ?? []), ...(more.length > 0 ? [more] : [])] },
      replacesId: id,
      dedupeKey: `shadow-offered:${id}:${occasion}`,
    });
    step.rope.lane(conversationId);
  }
}

function offer(
  community: CommunityInForce,
  { title }: ShadowGroup,
  candidates: readonly Candidate[],
  codes: ReadonlyMap<string, string>,
): OutgoingContent {
  const texts = textsFor(community.locale);
  const rows = candidates.map((candidate) => ({
    candidate,
    words: wordsOf(candidate),
    code: codes.get(candidate.messageId) ?? null,
  }));
  const choices = rows.flatMap(({ candidate, words, code }, at) =>
    code === null
      ? [[{ id: choiceIds.about('shadow', 'take', candidate.id), label: texts.shadowOfferChoice(at + 1, words) }]]
      : [],
  );
  return { text: rows.length > 0 ? texts.shadowOffer(title, rows) : texts.shadowGone(), choices };
}

const isWanted = ({ isMatter, settledAt, message }: Candidate): boolean =>
  isMatter === true && settledAt === null && message.recalledAt === null;

/** The tickets that messages have opened, by message. */
async function codesOf({ tx }: Step, candidates: readonly Candidate[]): Promise<Map<string, string>> {
  const tickets = await tx.ticket.findMany({
    where: { firstMessageId: { in: candidates.map(({ messageId }) => messageId) } },
    orderBy: { openedAt: 'asc' },
    select: { firstMessageId: true, code: true },
  });
  return new Map(tickets.flatMap(({ firstMessageId, code }) => (firstMessageId ? [[firstMessageId, code]] : [])));
}

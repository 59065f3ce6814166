import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { noteJudgement } from '../learn/note-judgement.ts';
import { candidatesSince, isCounted, isOpen, readCandidate, shadowGroup, type Candidate } from './candidates.ts';
import { figuresOf } from './figures.ts';
import { offerTickets } from './offer.ts';
import { reportMark } from './report.ts';
import { refreshCards, wordsOf } from './show-card.ts';

/**
 * A manager says whether a candidate is a matter. It can be said differently later: the last word counts, here and for what the community
 * teaches the desk (P2). The cards show it; once nothing is left to judge, the figures are told.
 *
 * @param answer.occasion tells one press from another
 */
export async function judgeCandidate(
  step: Step,
  community: CommunityInForce,
  answer: { candidateId: string; isMatter: boolean; byId: string; occasion: string; conversationId: string },
): Promise<'noted' | 'unchanged' | 'unknown'> {
  const { candidateId, isMatter, byId, occasion } = answer;
  const candidate = await holdCandidate(step, community, candidateId);
  if (!candidate) return 'unknown';
  if (candidate.isMatter === isMatter) return 'unchanged';
  await noteVerdict(step, community, candidate, { isMatter, byId });
  const words = candidate.message.recalledAt ? '…' : wordsOf(candidate);
  const brief = textsFor(community.locale).shadowJudged(words, isMatter);
  await refreshCards(step, community, candidateId, { occasion, brief });
  await sayFigures(step, community, candidate, answer);
  return 'noted';
}

/** The candidate, if it is of that community; its group is held, so that who judges the last one knows that it is the last. */
export async function holdCandidate(
  step: Step,
  community: CommunityInForce,
  candidateId: string,
): Promise<Candidate | null> {
  await step.tx.$queryRaw`
    SELECT 1 FROM "Conversation" WHERE id = (SELECT "conversationId" FROM "Candidate" WHERE id = ${candidateId}::uuid)
    FOR NO KEY UPDATE`;
  return readCandidate(step.tx, candidateId, community.id);
}

/** Keeps what a manager said, with the candidate and as a judgement to learn from. */
export async function noteVerdict(
  step: Step,
  community: CommunityInForce,
  { id, messageId, believed }: Candidate,
  { isMatter, byId }: { isMatter: boolean; byId: string },
): Promise<void> {
  const data = { isMatter, judgedById: byId, judgedAt: step.now };
  await step.tx.candidate.update({ where: { id }, data, select: { id: true } });
  const said = { communityId: community.id, messageId, source: 'shadow' as const, isMatter, believed };
  await noteJudgement(step, { ...said, decidedById: byId });
}

/**
 * Told when the last one is judged; where an answer is changed later, the figures that were told are changed, too. Where the desk acts again,
 * what has turned out to be a matter is offered.
 */
async function sayFigures(
  step: Step,
  community: CommunityInForce,
  { conversationId: groupId }: Candidate,
  { conversationId, occasion, isMatter }: { conversationId: string; occasion: string; isMatter: boolean },
): Promise<void> {
  const group = await shadowGroup(step.tx, community.id, groupId);
  if (!group) return;
  const candidates = await candidatesSince(step.tx, group);
  if (candidates.some(isOpen)) return;
  const text = textsFor(community.locale).shadowFigures(group.title, figuresOf(candidates.filter(isCounted)));
  const word = { conversationId, purpose: 'answer', about: { subject: 'shadow', id: groupId } } as const;
  const key = `shadow-figures:${groupId}:${group.since?.getTime() ?? 0}:${candidates.length}:${conversationId}`;
  const told = await say(step, { ...word, content: { text }, dedupeKey: key });
  if (!told.isNew)
    await say(step, {
      ...word,
      content: { text, brief: text },
      replacesId: told.id,
      dedupeKey: `${key}:${occasion}`,
    });
  step.rope.lane(conversationId);
  // One that was said when the desk was told to act again may be as old as this second.
  const offered = { conversationId, mark: `${reportMark(step.now)}j` };
  if (!group.isListening && (told.isNew || isMatter)) await offerTickets(step, community, group, offered);
}

import type { Kind } from '../../../prisma/generated/enums.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import type { Step } from '../../step.ts';
import { textsFor } from '../../text/texts-for.ts';
import { lines } from '../../text/layout.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { candidatesSince, isCounted, isOpen, linesHeard, type Candidate, type ShadowGroup } from './candidates.ts';
import { figuresOf } from './figures.ts';
import { readKeptMatters } from './kept-matter.ts';
import { showCandidate } from './show-card.ts';

/** So many candidates are shown at once. */
export const PAGE = 10;

/** Where a report goes. `replyTo`: the platform's id of the message that asked for it. */
export interface ReportTo {
  conversationId: string;
  replyTo?: string;
}

/** Tells the reports of a group apart; short, because buttons carry it. One second has one report. */
export const reportMark = (now: Date): string => Math.floor(now.getTime() / 1000).toString(36);

/**
 * Tells the managers what would have been done in a group since it is only listened to, what their answers say of it so far, and
 * shows the first page of what is not judged yet. Nothing of it holds for later: whoever asks again is told anew.
 */
export async function sayReport(
  step: Step,
  community: CommunityInForce,
  group: ShadowGroup & { since: Date },
  to: readonly ReportTo[],
): Promise<void> {
  const texts = textsFor(community.locale);
  const mark = reportMark(step.now);
  const candidates = await candidatesSince(step.tx, group);
  const wanted = candidates.filter(({ deed }) => deed === 'ticket');
  const count = (deed: Candidate['deed']): number => candidates.filter((one) => one.deed === deed).length;
  const report = texts.shadowReport({
    group: group.title,
    since: texts.when(group.since, step.now, community.timeZone),
    heard: await linesHeard(step.tx, group),
    tickets: byKind(wanted),
    emergencies: mattersOf(wanted).filter(({ urgency }) => urgency === 'emergency').length,
    questions: count('question'),
    nothing: count('nothing'),
    open: candidates.filter(isOpen).length,
  });
  const isJudged = candidates.some(({ isMatter }) => isMatter !== null);
  const text = lines(report, isJudged && texts.shadowFigures(group.title, figuresOf(candidates.filter(isCounted))));
  for (const { conversationId, replyTo = null } of to) {
    await say(step, {
      conversationId,
      purpose: 'answer',
      about: { subject: 'shadow', id: group.id },
      content: { text },
      replyToExternalId: replyTo,
      dedupeKey: `shadow-report:${group.id}:${mark}:${conversationId}`,
    });
    step.rope.lane(conversationId);
    await showPage(step, community, group, candidates, { conversationId, from: 0, mark });
  }
}

/** The next page of a report. */
export async function sayMore(
  step: Step,
  community: CommunityInForce,
  group: ShadowGroup,
  page: { conversationId: string; from: number; mark: string },
): Promise<void> {
  await showPage(step, community, group, await candidatesSince(step.tx, group), page);
}

async function showPage(
  step: Step,
  community: CommunityInForce,
  group: ShadowGroup,
  candidates: readonly Candidate[],
  { conversationId, from, mark }: { conversationId: string; from: number; mark: string },
): Promise<void> {
  const left = candidates.map((candidate, at) => ({ candidate, at })).filter(({ candidate }) => isOpen(candidate));
  const rest = left.filter(({ at }) => at >= from);
  for (const { candidate } of rest.slice(0, PAGE))
    await showCandidate(step, community, candidate, { conversationId, page: mark, group: group.title });
  const next = rest[PAGE];
  if (!next) return;
  const texts = textsFor(community.locale);
  const more = { id: choiceIds.about('shadow', `m${next.at}-${mark}`, group.id), label: texts.shadowMoreChoice() };
  await say(step, {
    conversationId,
    purpose: 'answer',
    about: { subject: 'shadow', id: group.id },
    content: { text: texts.shadowMore(rest.length - PAGE), choices: [[more]] },
    dedupeKey: `shadow-more:${group.id}:${mark}:${next.at}:${conversationId}`,
  });
}

const mattersOf = (candidates: readonly Candidate[]) => candidates.flatMap(({ matter }) => readKeptMatters(matter));

function byKind(candidates: readonly Candidate[]): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of mattersOf(candidates)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

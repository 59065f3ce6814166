import { startBroadcast } from '../../outbox/broadcast/start.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { managersOrStaff } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import type { AskedView, OutcomeView } from '../../text/consultations/texts.ts';
import { redact } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dropSubjectDeadlines } from '../../tickets/deadlines.ts';
import { aboutConsultation, logOf, termsOf, type Asked } from './consultation.ts';
import { lateHouseholds } from './households.ts';
import { decide, type Outcome } from './outcome.ts';
import { recount } from './recount.ts';
import { genesisOf } from './ballot-chain.ts';
import { contentsOf, viewOf } from './view.ts';

/**
 * The end has come: the log is counted, and the outcome is published by itself where it was announced, and to the managers, with what
 * residents wrote (P7c). `asked` is held by this transaction. More households than were counted when it opened are all eligible.
 * Null where the log does not fit together: nothing is published then, and the managers are told.
 */
export async function closeConsultation(
  step: Step,
  community: CommunityInForce,
  asked: Asked,
): Promise<Outcome | null> {
  const { tx, now } = step;
  const entries = await logOf(tx, asked);
  const terms = termsOf(asked);
  const { chain, tally } = recount(terms, entries);
  if (chain.kind === 'broken') {
    const texts = textsFor(community.locale);
    await sayToManagers(step, community, asked, texts.consultationBroken(viewOf(asked, texts, community), chain.seq));
    return null;
  }
  const eligible = Math.max(asked.eligible ?? 0, tally.voters);
  const { result, winner, base } = decide({ ...asked, eligible }, tally);
  const headHash = entries.at(-1)?.hash ?? genesisOf(terms);
  const outcome: Outcome = { result, winner, eligible, base, ...tally, entries: entries.length, headHash };
  await tx.consultation.update({
    where: { id: asked.id },
    data: { state: 'closed', closedAt: now, outcome },
    select: { id: true },
  });
  await dropSubjectDeadlines(step, { kind: 'consultation', subjectId: asked.id, rung: 'remind' }, 'closed');
  await startBroadcast(step, community, {
    about: aboutConsultation(asked.id),
    occasion: 'outcome',
    purpose: 'notice',
    contents: contentsOf(asked, community, {
      text: (texts, view) => texts.consultationOutcome(outcomeView(view, outcome)),
      choices: false,
    }),
    audience: asked.audience,
    // It was promised to whoever voted: never too late.
    expiresAt: null,
    createdById: null,
  });
  await tellManagers(step, community, asked, outcome);
  return outcome;
}

/** The outcome as a sentence needs it. */
export const outcomeView = (asked: AskedView, outcome: Outcome): OutcomeView => ({
  ...outcome,
  asked,
  winner: outcome.winner === null ? null : (asked.options[outcome.winner] ?? null),
});

const opinionsShown = 20;

async function tellManagers(step: Step, community: CommunityInForce, asked: Asked, outcome: Outcome): Promise<void> {
  const { tx } = step;
  const where = { consultationId: asked.id, opinion: { not: null } };
  const said = await tx.ballotEntry.findMany({
    where,
    orderBy: { seq: 'asc' },
    take: opinionsShown,
    select: { opinion: true },
  });
  const more = Math.max(0, (await tx.ballotEntry.count({ where })) - said.length);
  const opinions = said.map(({ opinion }) => redact(opinion ?? ''));
  const texts = textsFor(community.locale);
  const view = viewOf(asked, texts, community);
  const text = [
    texts.consultationOutcome(outcomeView(view, outcome)),
    texts.consultationOpinions(opinions, more, await lateHouseholds(tx, asked)),
  ].join('\n');
  await sayToManagers(step, community, asked, text);
}

/** In their groups, and where it was written. */
async function sayToManagers(step: Step, community: CommunityInForce, asked: Asked, text: string): Promise<void> {
  const groups = await managersOrStaff(step.tx, community.id);
  const others = asked.conversationId === null ? [] : [{ id: asked.conversationId }];
  for (const id of new Set([...groups, ...others].map((group) => group.id))) {
    await say(step, {
      conversationId: id,
      about: aboutConsultation(asked.id),
      purpose: 'answer',
      content: { text },
      dedupeKey: `consultation-outcome:${asked.id}:${id}`,
    });
    step.rope.lane(id);
  }
}

import { createHash } from 'node:crypto';
import type { Choice, OutgoingContent } from '../../channel/outgoing.ts';
import { outgoingContentSchema } from '../../channel/outgoing.ts';
import { say } from '../../outbox/say.ts';
import type { CommunityInForce } from '../../people/communities.ts';
import { staffOrManagers } from '../../people/groups.ts';
import type { Step } from '../../step.ts';
import type { IncidentDeed, IncidentView } from '../../text/incidents/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { Texts } from '../../text/texts.ts';
import { choiceIds } from '../choice-id.ts';
import { workStatuses } from '../ticket.ts';
import { viewOfIncident, type IncidentRow } from './view.ts';

/** What is new about an incident, for those who cannot see its card change. */
export interface Keeping {
  /** Tells this occasion apart in keys of what is said. */
  occasion: string;
  news?: { what: IncidentDeed | 'apart'; by: string | null };
  /** The group in which it was done in words, whose reply tells it already. */
  saidIn?: string | null;
}

/**
 * Looks how an incident stands, and shows it in every staff group: the first time as a card, later as a change of it, and only where
 * something changed. It is over when none of its tickets is worked on any more, and goes on when one is opened again. The caller holds the
 * tickets that it changed.
 */
export async function keepIncident(
  step: Step,
  community: CommunityInForce,
  incidentId: string,
  { occasion, news, saidIn = null }: Keeping,
): Promise<void> {
  const incident = await holdIncident(step, incidentId);
  const working = await step.tx.ticket.count({ where: { incidentId, status: { in: workStatuses } } });
  const overAt = working > 0 ? null : (incident.overAt ?? step.now);
  const turned = (overAt === null) !== (incident.overAt === null);
  if (turned) await step.tx.incident.update({ where: { id: incidentId }, data: { overAt }, select: { id: true } });
  const texts = textsFor(community.locale);
  const view = await viewOfIncident(step, community, { ...incident, overAt }, texts);
  const what = news?.what ?? (turned ? (view.over ? ('over' as const) : ('again' as const)) : null);
  const brief = what && texts.incidentNews(incident.number, incident.thing, what, news?.by ?? null);
  const card = cardOf(view, texts, incidentId);
  for (const group of await staffOrManagers(step.tx, community.id)) {
    const content = news?.what === 'apart' && brief !== null ? { text: brief } : card;
    await showIn(step, incidentId, group.id, { content, occasion, brief: saidIn === group.id ? null : brief });
  }
}

/** The incident as it stands, held by this transaction. Who changes a ticket holds that first. @throws when there is none. */
export async function holdIncident({ tx }: Step, incidentId: string): Promise<IncidentRow> {
  await tx.$queryRaw`SELECT 1 FROM "Incident" WHERE id = ${incidentId}::uuid FOR NO KEY UPDATE`;
  const select = { id: true, number: true, thing: true, openedAt: true, overAt: true } as const;
  return tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select });
}

async function showIn(
  step: Step,
  incidentId: string,
  conversationId: string,
  shown: { content: OutgoingContent; occasion: string; brief: string | null },
): Promise<void> {
  const about = { subject: 'incident', subjectId: incidentId, conversationId, purpose: 'card' } as const;
  const last = await step.tx.outboxMessage.findFirst({
    where: about,
    orderBy: { seq: 'desc' },
    select: { id: true, replacesId: true, content: true },
  });
  const { brief: _, ...before } = outgoingContentSchema.safeParse(last?.content).data ?? { text: '' };
  if (last && JSON.stringify(before) === JSON.stringify(outgoingContentSchema.parse(shown.content))) return;
  const digest = createHash('sha256').update(JSON.stringify(shown.content)).digest('base64url').slice(0, 16);
  await say(step, {
    conversationId,
    about: { subject: 'incident', id: incidentId },
    purpose: 'card',
    content: last && shown.brief ? { ...shown.content, brief: shown.brief } : shown.content,
    replacesId: last ? (last.replacesId ?? last.id) : null,
    // One step may change it more than once: what it says tells those words apart.
    dedupeKey: `incident-card:${incidentId}:${conversationId}:${shown.occasion}:${digest}`,
  });
  step.rope.lane(conversationId);
}

/** An incident as it is shown to those who work on it. */
export const cardOf = (view: IncidentView, texts: Texts, incidentId: string): OutgoingContent => ({
  text: texts.incidentCard(view),
  ...(view.over ? {} : { choices: incidentChoices(texts, incidentId) }),
});

const incidentChoices = (texts: Texts, id: string): Choice[][] => {
  const choice = (action: 'take' | 'promise' | 'done' | 'choose_out' | 'apart', as: string = action): Choice => ({
    id: choiceIds.about('incident', as, id),
    label: texts.incidentChoice(action),
  });
  return [
    [choice('take'), choice('promise'), choice('done')],
    [choice('choose_out', 'pick'), choice('apart')],
  ];
};

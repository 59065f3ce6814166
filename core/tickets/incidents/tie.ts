import type { CommunityInForce } from '../../people/communities.ts';
import { nextNumber } from '../../next-number.ts';
import type { Step } from '../../step.ts';
import { showCard } from '../cards.ts';
import { writeEvent, type Ticket } from '../ticket.ts';
import { causeOf } from './causes.ts';
import { holdIncident } from './keep.ts';
import { takeOver } from './take-over.ts';
import { gather, incidentFor, mayBelong, readPartners, type Partner } from './partners.ts';
import { countReach } from './reach.ts';

type Newcomer = Pick<Ticket, 'kind' | 'area' | 'summary' | 'sensitive'>;

/**
 * Looks whether a ticket is one of many reports of one cause. It joins the incident that is known, or begins one with the others, once the
 * policy's number of flats have reported it (`understanding.incidentFrom`, `incidentWithin`). Returns whether it belongs to one now; the
 * caller shows its card. A ticket whose words name nothing that goes out for many costs nothing here.
 *
 * @param patiently waits for whoever changes the other tickets at this instant. Without it what is held elsewhere is left alone, because the
 * caller holds a ticket itself.
 */
export async function tieToIncident(
  step: Step,
  community: CommunityInForce,
  ticketId: string,
  ticket: Newcomer,
  patiently = true,
): Promise<boolean> {
  if (!mayBelong(ticket) || !(await oneAtATime(step, community.id, patiently))) return false;
  const { incidentWithin: withinMs, incidentFrom } = community.policy.understanding;
  const of = { communityId: community.id, ticketId, withinMs };
  const { self, others } = await readPartners(step, of);
  if (!self || self.incidentId !== null) return false;
  const known = incidentFor(self, others);
  if (known && (await joinIncident(step, ticketId, known))) return true;
  const near = gather(self, others, withinMs);
  if (near.length === 0) return false;
  await hold(
    step,
    near.map(({ id }) => id),
    patiently,
  );
  const held = await readPartners(step, of);
  const ids = new Set(near.map(({ id }) => id));
  const partners = gather(
    self,
    held.others.filter(({ id }) => ids.has(id)),
    withinMs,
  );
  const { households, machines } = await countReach(step, [self.id, ...partners.map(({ id }) => id)]);
  if (partners.length === 0 || households + machines < incidentFrom) return false;
  await beginIncident(step, community, ticket, self, partners);
  return true;
}

/**
 * Two reports at the same instant see each other: the second looks when the first is on record. It stands until the transaction ends, and is
 * asked for only by tickets that name something that goes out for many.
 */
async function oneAtATime({ tx }: Step, communityId: string, patiently: boolean): Promise<boolean> {
  const key = `incident:${communityId}`;
  if (!patiently) {
    const [row] = await tx.$queryRaw<
      { got: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) AS got`;
    return row?.got ?? false;
  }
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  return true;
}

/** Always in one order, so that two who hold several never wait for each other. */
async function hold({ tx }: Step, ids: readonly string[], patiently: boolean): Promise<void> {
  if (patiently)
    await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  else
    await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;
}

/** False where it has ended in the meantime: a report after that is of something new. */
async function joinIncident(step: Step, ticketId: string, incidentId: string): Promise<boolean> {
  const incident = await holdIncident(step, incidentId);
  if (incident.overAt !== null) return false;
  await step.tx.ticket.update({ where: { id: ticketId }, data: { incidentId }, select: { id: true } });
  await writeEvent(step, ticketId, 'incident_joined', { incident: incident.number, by: null });
  await takeOver(step, ticketId, incidentId);
  return true;
}

/** Puts it on record with all its tickets, and shows that on the cards that stand there already. */
async function beginIncident(
  step: Step,
  community: CommunityInForce,
  { area }: Newcomer,
  self: Partner,
  partners: readonly Partner[],
): Promise<void> {
  const number = await nextNumber(step, community.id, 'incident');
  const [first = self] = partners;
  const { id: incidentId } = await step.tx.incident.create({
    data: {
      communityId: community.id,
      number,
      area,
      thing: causeOf(self) ?? area,
      summary: first.summary,
      openedAt: step.now,
    },
    select: { id: true },
  });
  for (const { id } of [...partners, self]) {
    await step.tx.ticket.update({ where: { id }, data: { incidentId }, select: { id: true } });
    await writeEvent(step, id, 'incident_joined', { incident: number, by: null });
  }
  await takeOver(step, self.id, incidentId);
  for (const { id } of partners) await showCard(step, community, id, { occasion: `incident:${incidentId}` });
}

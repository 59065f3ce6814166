import { audit } from '../../people/audit.ts';
import { isContractor } from '../../people/roles.ts';
import { viewOfIncident, type IncidentRow } from '../../tickets/incidents/view.ts';
import type { IncidentView } from '../../text/incidents/texts.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { carryOutOrder } from './carry-out.ts';
import { readIncidentOrder } from './read-order.ts';

const select = { id: true, number: true, thing: true, openedAt: true, overAt: true } as const;
const listedAtMost = 20;
const overFor = 7 * 86_400_000;

/** `事件`: the incidents; `事件3`: one of them; `事件3 办结 …`: what is to be done with all of its tickets. */
export async function handleIncident(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const order = readIncidentOrder(rest);
  if (order.kind === 'how') return replyTo(scene, 'incident', { text: texts.incidentHow() });
  if (order.kind === 'list') return listIncidents(scene);
  const { number } = order;
  const where = { communityId_number: { communityId: community.id, number } };
  const incident = await step.tx.incident.findUnique({ where, select });
  if (!incident) return replyTo(scene, 'incident', { text: texts.incidentUnknown(number) });
  if (!speaker || (order.kind !== 'show' && !(await worksOnIncidents({ ...scene, speaker })))) return;
  await carryOutOrder({ ...scene, speaker, inWords: true }, incident, order);
}

/** Whoever works for the office may; contractors, who see their own tickets only, and those who only look on, are refused quietly. */
export async function worksOnIncidents({
  step,
  community,
  speaker,
}: Pick<Scene, 'step' | 'community'> & { speaker: NonNullable<Scene['speaker']> }): Promise<boolean> {
  if (speaker.staff && !isContractor(speaker.roles)) return true;
  const entry = { communityId: community.id, actorId: speaker.personId, subject: 'incident' };
  await audit(step.tx, { ...entry, action: 'refuse_command' });
  return false;
}

/** What is under way, and what ended in the last week; those that were taken apart are none. */
async function listIncidents(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const rows: IncidentRow[] = await step.tx.incident.findMany({
    where: {
      communityId: community.id,
      tickets: { some: {} },
      OR: [{ overAt: null }, { overAt: { gte: new Date(step.now.getTime() - overFor) } }],
    },
    orderBy: { number: 'desc' },
    take: listedAtMost,
    select,
  });
  const views: IncidentView[] = [];
  for (const row of rows) views.push(await viewOfIncident(step, community, row, texts));
  const open = views.filter(({ over }) => !over);
  const over = views.filter((view) => view.over);
  await replyTo(scene, 'incident', {
    text: views.length > 0 ? texts.incidentList(open, over) : texts.incidentNone(),
  });
}

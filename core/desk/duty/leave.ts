import { standInOf } from '../../people/duty/addressees.ts';
import { readAbsences, readOffice, readRoster } from '../../people/duty/read-duty.ts';
import { dutyBetween } from '../../people/duty/roster.ts';
import { endAbsences, noteAbsence } from '../../people/duty/set-absence.ts';
import { isContractor } from '../../people/roles.ts';
import { workStatuses } from '../../tickets/ticket.ts';
import { managesOrRefused } from '../may-do.ts';
import { todayAt } from '../said-day.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { explain, namedIn } from './colleagues.ts';
import { instantsOf, readSpan } from './days.ts';
import { absenceView, shiftView } from './views.ts';

const cancels = /^(?:取消|撤销|撤銷|销假|銷假|cancel)$/i;

/**
 * `请假 11月25日 到 27日`, `请假 今天`, `请假 明天 下午` puts it on record that the writer is away; managers say it of others, with
 * their name. `请假 取消` ends what is not over, `请假` alone tells who is away.
 */
export async function handleLeave(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  if (!speaker) return;
  if (rest.trim() === '') return show(scene);
  const named = await namedIn(scene, rest, 'all');
  if (!named) return;
  const who = named.people[0] ?? speaker;
  if (named.people.length > 1) return explain(scene, rest, texts.leaveHow());
  if (who.personId !== speaker.personId && !(await managesOrRefused(scene, 'leave'))) return;
  if (!speaker.staff && who.personId === speaker.personId) return;
  const change = { communityId: community.id, by: speaker.personId };
  if (cancels.test(named.text)) {
    const count = await endAbsences(step, change, who.personId);
    return replyTo(scene, 'leave', { text: texts.absencesEnded(who.name, count) });
  }
  const span = readSpan(named.text, todayAt(step.now, community.timeZone));
  if (!span) return explain(scene, named.text, texts.leaveHow());
  const absence = { personId: who.personId, ...instantsOf(span, community.timeZone) };
  if (absence.untilAt <= step.now) return replyTo(scene, 'leave', { text: texts.absenceOver() });
  await noteAbsence(step, change, absence);
  const view = absenceView(who.name, absence, community.timeZone);
  await replyTo(scene, 'leave', { text: texts.absenceNoted(view, await whatIsLeft(scene, absence)) });
}

/** What somebody leaves behind: the shifts of that time, and the tickets that stay theirs. */
async function whatIsLeft(
  { step, community }: Scene,
  absence: { personId: string; fromAt: Date; untilAt: Date },
): Promise<{ shifts: ReturnType<typeof shiftView>[]; tickets: number; standIn: string | null }> {
  const { personId, fromAt, untilAt } = absence;
  const roster = await readRoster(step.tx, community, fromAt, untilAt);
  const shifts = dutyBetween(roster, fromAt, untilAt, community.timeZone)
    .filter((shift) => shift.personId === personId && shift.until > step.now)
    .map((shift) => shiftView(shift, community.timeZone));
  const where = { communityId: community.id, assigneeId: personId, status: { in: workStatuses } };
  const tickets = await step.tx.ticket.count({ where });
  const standInId = await standInOf(step, community, personId, fromAt > step.now ? fromAt : step.now);
  const standIn =
    standInId === null ? null : await step.tx.person.findUnique({ where: { id: standInId }, select: { name: true } });
  return { shifts, tickets, standIn: standIn?.name ?? null };
}

async function show(scene: Scene): Promise<void> {
  const { step, community, speaker } = scene;
  const isGuest = isContractor(speaker?.roles ?? []);
  const office = (await readOffice(step.tx, community.id)).filter(
    ({ personId }) => !isGuest || personId === speaker?.personId,
  );
  const absences = await readAbsences(step.tx, community.id, step.now);
  const views = absences.flatMap((absence) => {
    const name = office.find(({ personId }) => personId === absence.personId)?.name;
    return name === undefined ? [] : [absenceView(name, absence, community.timeZone)];
  });
  await replyTo(scene, 'leave', { text: textsOf(scene).absences(views) });
}

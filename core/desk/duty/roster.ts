import type { Temporal } from 'temporal-polyfill';
import { readAbsences, readOffice, readRoster } from '../../people/duty/read-duty.ts';
import { carriesTickets } from '../../people/duty/responsible.ts';
import { dutyBetween, onDuty, type Roster, type Stretch } from '../../people/duty/roster.ts';
import { changeDuty, dropChange, endShifts, setShifts } from '../../people/duty/set-roster.ts';
import { atWallTime } from '../../policy/time/wall-clock.ts';
import { managesOrRefused } from '../may-do.ts';
import { mondayOf, todayAt } from '../said-day.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { askWho, explain, namedIn, type Colleague } from './colleagues.ts';
import { readRosterWish, type RosterWish } from './roster-words.ts';
import { dayView, dutyLines, shiftView } from './views.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * `值班` shows who is on duty, `值班 本周` the week; managers write the roster in one line each: `值班 周一至周五 08:30-18:00 维修
 * @李工 @王工`, `值班 12月1日 08:30 @老王` for one day, `值班 取消 …`.
 */
export async function handleDuty(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const named = await namedIn(scene, rest);
  if (!named || !speaker) return;
  const wish = readRosterWish(named.text, todayAt(step.now, community.timeZone));
  const asks = rest.trim() === '' || named.people.length === 0;
  if (wish.kind === 'show' && (asks || wish.week !== null)) return show(scene, wish.week);
  if (!(await managesOrRefused(scene, 'duty'))) return;
  const texts = textsOf(scene);
  const change = { communityId: community.id, by: speaker.personId };
  const personIds = named.people.map(({ personId }) => personId);
  switch (wish.kind) {
    case 'weekly': {
      if (named.people.length === 0) return askWho(scene, texts.dutyHow());
      const { weekdays, startsAt, endsAt, role } = wish;
      await setShifts(step, change, { weekdays, startsAt, endsAt, role, personIds });
      const line = { weekdays, startsAt, endsAt, nextDay: endsAt <= startsAt, role };
      const names = named.people.map(({ name }) => name);
      return replyTo(scene, 'duty', { text: texts.shiftsSet(line, names) });
    }
    case 'end': {
      const isAll = wish.weekdays === null && wish.startsAt === null && wish.role === null && personIds.length === 0;
      if (isAll && !/全部|所有|all/i.test(named.text)) return explain(scene, '', texts.dutyHow());
      const count = await endShifts(step, change, {
        ...(wish.weekdays ? { weekdays: wish.weekdays } : {}),
        ...(wish.startsAt ? { startsAt: wish.startsAt } : {}),
        ...(wish.endsAt ? { endsAt: wish.endsAt } : {}),
        ...(wish.role ? { role: wish.role } : {}),
        ...(personIds.length > 0 ? { personIds } : {}),
      });
      return replyTo(scene, 'duty', { text: texts.shiftsEnded(count) });
    }
    case 'day':
      return changeDay(scene, wish, named.people);
    case 'show':
      return explain(scene, '', texts.dutyHow());
    case 'unreadable':
      return explain(scene, wish.said, texts.dutyHow());
  }
}

async function show(scene: Scene, week: 'this' | 'next' | null): Promise<void> {
  const { step, community } = scene;
  const { now } = step;
  const { timeZone } = community;
  const texts = textsOf(scene);
  const monday = mondayOf(todayAt(now, timeZone), week === 'next' ? 1 : 0);
  const [from, until] = week
    ? [atWallTime(monday, '00:00', timeZone), atWallTime(monday.add({ days: 7 }), '00:00', timeZone)]
    : [now, new Date(now.getTime() + DAY_MS)];
  const roster = await readRoster(step.tx, community, from, until);
  if (roster.shifts.length === 0) return replyTo(scene, 'duty', { text: texts.noRoster() });
  const office = (await readOffice(step.tx, community.id)).filter(({ roles }) => carriesTickets(roles));
  const names = new Map(office.map(({ personId, name }) => [personId, name]));
  const absences = await readAbsences(step.tx, community.id, now);
  const lines = (all: readonly Stretch[]) => dutyLines(all, { roster, absences, names, timeZone });
  const all = dutyBetween(roster, from, until, timeZone);
  if (week) {
    const begins = all.filter((stretch) => stretch.from >= from);
    const text = texts.dutyWeek(dayView(monday), dayView(monday.add({ days: 6 })), lines(begins));
    return replyTo(scene, 'duty', { text });
  }
  const next = lines(all.filter((stretch) => stretch.from > now));
  return replyTo(scene, 'duty', { text: texts.dutyNow(lines(onDuty(roster, now, timeZone)), next) });
}

/** Somebody else, or nobody, takes one shift on one day; or the weekly roster holds again. */
async function changeDay(
  scene: Scene,
  wish: Extract<RosterWish, { kind: 'day' }>,
  people: readonly Colleague[],
): Promise<void> {
  const { step, community, speaker } = scene;
  const { timeZone } = community;
  const texts = textsOf(scene);
  if (!speaker) return;
  if (wish.how === 'set' && people.length === 0) return askWho(scene, texts.dutyHow());
  if (people.length > 1) return explain(scene, people.map(({ name }) => name).join(' '), texts.dutyHow());
  const { roster, shifts } = await shiftsOn(scene, wish.date);
  const meant = shifts.filter(
    (one) =>
      (wish.startsAt === null || shiftView(one, timeZone).startsAt === wish.startsAt) &&
      (wish.role === null || one.role === wish.role),
  );
  const views = (all: Stretch[]) => all.map((one) => shiftView(one, timeZone));
  const isOne =
    new Set(meant.map((one) => `${one.from.getTime()} ${one.until.getTime()} ${one.role ?? ''}`)).size === 1;
  // Of several who are on duty together, whoever is called first.
  const [shift] = meant;
  if (!shift) {
    return replyTo(scene, 'duty', { text: texts.noSuchShift(dayView(wish.date), dutyOnce(views(shifts))) });
  }
  if (!isOne) return replyTo(scene, 'duty', { text: texts.whichShift(dutyOnce(views(meant))) });
  const view = shiftView(shift, timeZone);
  if (shift.until <= step.now) return replyTo(scene, 'duty', { text: texts.shiftHasBegun(view) });
  const change = { communityId: community.id, by: speaker.personId };
  if (wish.how === 'drop') {
    const dropped = await dropChange(step, change, shift);
    const regular = roster.shifts.find(({ id }) => id === shift.shiftId)?.personId;
    const person = await step.tx.person.findUnique({ where: { id: regular ?? '' }, select: { name: true } });
    const text = dropped ? texts.changeDropped(view, person?.name ?? '') : texts.noChange(view);
    return replyTo(scene, 'duty', { text });
  }
  const [person] = people;
  await changeDuty(step, change, shift, wish.how === 'nobody' ? null : (person?.personId ?? null));
  await replyTo(scene, 'duty', {
    text: texts.dutyChanged(view, wish.how === 'nobody' ? null : (person?.name ?? null)),
  });
}

/** All shifts that begin on a day, those called first before the others. */
export async function shiftsOn(
  { step, community }: Pick<Scene, 'step' | 'community'>,
  date: Temporal.PlainDate,
): Promise<{ roster: Roster; shifts: Stretch[] }> {
  const [from, until] = ['00:00', '24:00'].map((hhmm) => atWallTime(date, hhmm, community.timeZone));
  if (!from || !until) return { roster: { shifts: [], changes: [] }, shifts: [] };
  const roster = await readRoster(step.tx, community, from, until);
  const day = date.toString();
  const shifts = dutyBetween(roster, from, until, community.timeZone).filter((shift) => shift.day === day);
  return { roster, shifts };
}

/** Each once, where several people share a shift. */
const dutyOnce = <T>(views: readonly T[]): T[] => [
  ...new Map(views.map((view) => [JSON.stringify(view), view])).values(),
];

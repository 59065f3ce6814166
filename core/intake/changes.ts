import { scopeOf } from './analysis.ts';
import type { Changes } from './apply-changes.ts';
import type { Hearing } from './features.ts';
import { homeOf, placeOf } from './place/place-of.ts';
import type { AdditionPart, GroupContext, KnownMatter, Place, Urgency } from './understanding.ts';
import { urgencyShare } from './classify.ts';
import type { Model } from './model/model.ts';
import { toldOf } from './told.ts';
import { DANGER_FROM, HIGH_FROM, isMoreUrgent, urgencyOf } from './urgency.ts';

const FRESH_MS = 15 * 60_000;

/** What an addition makes known better: a place it was silent about, a corrected one, a raised urgency. */
export function changesFrom(
  hearing: Hearing,
  matter: KnownMatter,
  part: AdditionPart,
  context: GroupContext,
  model: Pick<Model, 'urgency'>,
): Changes {
  const changes: Changes = {};
  if (part === 'settled') return changes;
  const reporter = hearing.message.senderId !== null && matter.reporterIds.includes(hearing.message.senderId);
  const place =
    part === 'correction' ? corrected(hearing, matter, context) : completed(hearing, matter, context, reporter);
  if (place) changes.place = place;
  if (matter.kind === 'repair' || matter.kind === 'complaint' || hearing.danger !== null) {
    const fresh = hearing.message.at.getTime() - matter.openedAt.getTime() <= FRESH_MS;
    const urgency =
      hearing.danger !== null
        ? 'emergency'
        : fresh
          ? toldUrgency(hearing, matter, context, model)
          : urgencyOf(hearing.own);
    const raises = urgency === 'emergency' ? fresh || hearing.danger !== null : fresh || reporter;
    if (raises && isMoreUrgent(urgency, matter.urgency)) changes.urgency = urgency;
  }
  return changes;
}

/** A danger may be told in two breaths, by two people; so may what makes a matter pressing. */
function toldUrgency(
  { message, own }: Hearing,
  matter: KnownMatter,
  { recent }: GroupContext,
  { urgency }: Pick<Model, 'urgency'>,
): Urgency {
  if (own.size === 0) return 'normal';
  const told = toldOf(matter, recent, message);
  const named = urgencyOf(told);
  if (named === 'emergency' || urgencyShare(told, urgency.emergency) >= DANGER_FROM) return 'emergency';
  return named === 'high' || urgencyShare(told, urgency.high) >= HIGH_FROM ? 'high' : 'normal';
}

/** "打错 605", "说错了 是6栋", "敲错了 C座": the last place said takes the place of what it contradicts. */
function corrected({ message, places }: Hearing, { place }: KnownMatter, { setting }: GroupContext): Place | null {
  const said = places.at(-1);
  if (said) {
    if (said.building)
      return { ...place, building: said.building, unit: said.unit ?? place.unit, room: said.room ?? place.room };
    return { ...place, unit: said.unit ?? place.unit, room: said.room ?? place.room };
  }
  const bare = /(?<!\d)(\d{3,4})(?!\d)/.exec(message.text)?.[1];
  if (bare && place.room) return { ...place, room: bare };
  const building = /(?<!\d)(\d{1,2})(?!\d)/.exec(message.text)?.[1];
  return building && setting.buildings.includes(building) && !place.room ? { ...place, building } : null;
}

/** What a reporter says later fills in what is not known yet; it contradicts nothing. */
function completed(
  { message, own, places: [said] }: Hearing,
  matter: KnownMatter,
  { setting }: GroupContext,
  reporter: boolean,
): Place | null {
  if (!said) return null;
  const { place } = matter;
  const scope = scopeOf(own);
  const home = homeOf(message, setting);
  if (!reporter) {
    // A neighbour knows the stairwell of the house they share, and the building when nobody has said it.
    const building = said.building ?? home?.building ?? null;
    if (
      place.building !== null &&
      building === place.building &&
      said.unit &&
      place.unit === null &&
      place.room === null
    )
      return { ...place, unit: said.unit };
    return null;
  }
  if (place.building === null && place.unit === null) {
    const found = placeOf(message.text, message, setting, { kind: matter.kind, area: matter.area, scope });
    return found.building || found.unit ? { ...place, ...found } : null;
  }
  if (said.building && place.building && said.building !== place.building) return null;
  // "7栋2单元" after a first word that could only be taken for the writer's own flat: it is the stairwell.
  if (said.building && said.unit && !said.room && place.room === home?.room && place.room !== null)
    return { ...place, unit: said.unit, room: null };
  if (said.building && !said.unit && !said.room && scope !== 'home' && place.room !== null && place.room === home?.room)
    return { ...place, unit: null, room: null };
  const filled = {
    ...place,
    building: place.building ?? said.building,
    unit: place.unit ?? said.unit,
    room: place.room ?? said.room,
  };
  return filled.building !== place.building || filled.unit !== place.unit || filled.room !== place.room ? filled : null;
}

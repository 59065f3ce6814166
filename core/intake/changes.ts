import { scopeOf } from './analysis.ts';
import type { Changes } from './apply-changes.ts';
import { areaOf, kindOf, urgencyShare } from './classify.ts';
import { isBelieved, isNamedDanger } from './danger-share.ts';
import type { Hearing } from './features.ts';
import type { Model } from './model/model.ts';
import { homeOf, placeOf, spotIn } from './place/place-of.ts';
import { isReporter } from './reporters.ts';
import { toldOf } from './told.ts';
import type { AdditionPart, GroupContext, KnownMatter, Place, Urgency } from './understanding.ts';
import { HIGH_FROM, isMoreUrgent, urgencyOf } from './urgency.ts';

/** So long what makes a matter pressing may still be told in pieces, by whomever. */
const FRESH_MS = 15 * 60_000;
/** What people send in pieces is understood by the whole of it: so long its reporter may still be telling it. */
const TELLING_MS = 10 * 60_000;

/**
 * What an addition makes known better: a place that was not said, a corrected one, a raised urgency, and, while its reporter is still telling
 * it, the kind and the area. The word that it is over changes nothing.
 */
export function changesFrom(
  hearing: Hearing,
  matter: KnownMatter,
  part: AdditionPart,
  context: GroupContext,
  model: Pick<Model, 'kind' | 'area' | 'urgency'>,
): Changes {
  if (part === 'settled') return {};
  const place = part === 'correction' ? corrected(hearing, matter, context) : completed(hearing, matter, context);
  const urgency = urgencyAfter(hearing, matter, context, model);
  return {
    ...(place ? { place } : {}),
    ...(isMoreUrgent(urgency, matter.urgency) ? { urgency } : {}),
    ...(part === 'addition' ? saidBetter(hearing, matter, context, model) : {}),
  };
}

/** How urgent a message shows a matter to be; `normal` where it shows nothing. Suggestions, questions and thanks become urgent by danger only. */
function urgencyAfter(
  hearing: Hearing,
  matter: KnownMatter,
  context: GroupContext,
  model: Pick<Model, 'urgency'>,
): Urgency {
  const { message } = hearing;
  if (isNamedDanger(hearing, model.urgency)) return 'emergency';
  if (matter.kind !== 'repair' && matter.kind !== 'complaint') return 'normal';
  if (message.at.getTime() - matter.openedAt.getTime() <= FRESH_MS) return toldUrgency(hearing, matter, context, model);
  // What others say later is about themselves.
  return isReporter(message, matter) && urgencyOf(hearing.own) === 'high' ? 'high' : 'normal';
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
  if (isBelieved(urgencyShare(told, urgency.emergency), named === 'emergency' ? told : null)) return 'emergency';
  return named === 'high' || urgencyShare(told, urgency.high) >= HIGH_FROM ? 'high' : 'normal';
}

/** The kind and the area of a matter, once its reporter has said more of it. */
function saidBetter(
  { message }: Hearing,
  matter: KnownMatter,
  { recent }: GroupContext,
  model: Pick<Model, 'kind' | 'area'>,
): Pick<Changes, 'kind' | 'area'> {
  const isTelling = message.at.getTime() - matter.openedAt.getTime() <= TELLING_MS;
  const opened = message.senderId !== null && matter.reporterIds[0] === message.senderId;
  if (!isTelling || !opened || matter.urgency === 'emergency') return {};
  const all = toldOf(matter, recent, message, message.senderId);
  const kind = kindOf(all, model.kind);
  const area = areaOf(all, model.area);
  return { ...(kind === matter.kind ? {} : { kind }), ...(area === matter.area ? {} : { area }) };
}

/** "打错 605", "说错了 是6栋", "敲错了 C座": the last place said takes the place of what it contradicts. */
function corrected({ message, own, places }: Hearing, { place }: KnownMatter, { setting }: GroupContext): Place | null {
  const said = places.at(-1);
  if (said) {
    if (said.building)
      return { ...place, building: said.building, unit: said.unit ?? place.unit, room: said.room ?? place.room };
    return { ...place, unit: said.unit ?? place.unit, room: said.room ?? place.room };
  }
  const bare = /(?<!\d)(\d{3,4})(?!\d)/.exec(message.text)?.[1];
  if (bare && place.room) return { ...place, room: bare };
  // "说错了，是7楼", "不对 是南门": where in the house or on the grounds.
  const spot = spotIn(own.text);
  const moved = spot === null || spot === place.spot ? null : { ...place, spot };
  const building = /(?<!\d)(\d{1,2})(?![\d楼樓层層])/.exec(message.text)?.[1];
  return building && setting.buildings.includes(building) && !place.room ? { ...place, ...moved, building } : moved;
}

/** What is said of the place later fills in what is not known yet; it contradicts nothing. Null where nothing is new. */
function completed(
  { message, own, places: [said] }: Hearing,
  matter: KnownMatter,
  { setting }: GroupContext,
): Place | null {
  if (!said) return null;
  const { place } = matter;
  const scope = scopeOf(own);
  const home = homeOf(message, setting);
  if (!isReporter(message, matter)) {
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

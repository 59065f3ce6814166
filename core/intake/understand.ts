import { type Alternative, scoresOf, staffAlternatives } from './alternatives.ts';
import { analyse } from './analysis.ts';
import { isCourtesy } from './apart.ts';
import {
  askedByName,
  correctedBy,
  isDangerOfItsOwn,
  isStrangeTo,
  meantByMeToo,
  repeatedIn,
  STRANGE_FROM,
} from './belonging.ts';
import { changesFrom } from './changes.ts';
import { type Choice, choose } from './choose.ts';
import { isNamedDanger, isPossibleDanger } from './danger-share.ts';
import { type Hearing, hear } from './features.ts';
import { sharedThings } from './in-common.ts';
import type { ConceptName } from './lexicon/match.ts';
import type { Thing } from './lexicon/things.ts';
import { isDanger, matterFrom } from './matter-from.ts';
import { type Model, shipped, weightsOf } from './model/model.ts';
import { softmax, type Weights } from './model/score.ts';
import { tabulate } from './model/tables.ts';
import { partOf } from './part.ts';
import { isPlainReport, PLAIN_FROM } from './plain.ts';
import { parsePlaces } from './place/parse-places.ts';
import { splitMatters } from './split.ts';
import { isAnnouncement, saysMended } from './staff.ts';
import type { Suspected } from './suspected.ts';
import { tiedIn } from './tied.ts';
import type {
  Act,
  AdditionPart,
  Explanation,
  GroupContext,
  HeardMessage,
  KnownMatter,
  Understand,
} from './understanding.ts';

const VERSION = 'units-5';

/** From how much belief that it opens a matter a message does, and from how much the staff are asked, where the community's policy says nothing. */
export const THRESHOLDS = { act: 0.6, ask: 0.5 };
/** From how much belief that it is for the office at all a message is put on the matter, known or suspected, that it most likely belongs to. */
const BELONGS_FROM = 0.5;
/** What is believed to be a new matter by less may ask after one by its name; a plain "me too" is of one that is believed by so much. */
const ASKED_BELOW = 0.3;
const JOINED_FROM = 0.15;
/** From how much belief that it belongs to a known matter the staff hear that a new one, or one that they are asked about, may be the same. */
const LIKE_FROM = 0.2;
/** An answer of the staff is taken for one from here on. */
const ANSWER_FROM = 0.5;
/** What staff reply to is taken for a matter where it was believed so much. */
const REPLIED_FROM = 0.15;

/** So soon after the last word of it, danger is that of a known emergency. */
const CONFIRMED_MS = 15 * 60_000;

/** Somebody else tells of a danger that is already known: one ticket, however it is put. */
const confirms = (hearing: Hearing, matter: KnownMatter, { urgency }: Model): boolean =>
  isNamedDanger(hearing, urgency) &&
  matter.urgency === 'emergency' &&
  matter.settledAt === null &&
  hearing.message.at.getTime() - matter.lastMessageAt.getTime() <= CONFIRMED_MS;

/** What was said before is a matter after all. */
function lateReport(
  { message: earlier, believed }: Suspected,
  context: GroupContext,
  model: Model,
  then: { part: AdditionPart | 'answer'; settles: boolean; more: string },
): Act {
  const at = context.recent.findIndex(({ id }) => id === earlier.id);
  const before = { ...context, recent: context.recent.slice(0, Math.max(0, at)) };
  const text = then.more === '' ? earlier.text : `${earlier.text}\n${then.more}`;
  const hearing = hear({ ...earlier, text }, before);
  return {
    kind: 'late_report',
    matter: matterFrom({ hearing, office: believed, report: believed }, before, model),
    messageId: earlier.id,
    part: then.part,
    settles: then.settles,
  };
}

const opensNone: readonly ConceptName[] = [
  'fault',
  'ask',
  'suggest',
  'complain',
  'praise',
  'anger',
  'lasting',
  'request',
];

/** "来电了", "刚才在睡觉，没事的": where nothing is known that it could settle, it is nothing. */
const saysOnlyThatItIsOver = ({ own: { concepts } }: Hearing): boolean =>
  concepts.has('settled') && !opensNone.some((one) => concepts.has(one));

/** A plain "me too", where it names the very place, or the model thinks of no other matter. */
function joinedBy({ hearing, link }: Choice, context: GroupContext): KnownMatter | null {
  const meant = meantByMeToo(hearing, context);
  if (meant === null) return null;
  const building = hearing.places[0]?.building ?? null;
  const isSaidToBeThere = building !== null && building === meant.place.building;
  return isSaidToBeThere || (link?.matter === meant && link.share >= JOINED_FROM) ? meant : null;
}

/** What comes of a resident's message, or of one piece of it; null: nothing. */
function actOf(choice: Choice, context: GroupContext, model: Model): Act | null {
  const { hearing, report, office, link, late } = choice;
  const { message } = hearing;
  const { act, ask } = context.setting.thresholds ?? THRESHOLDS;
  const lateShare = late?.share ?? 0;
  const alarms = isDanger(choice, model);
  // What may be danger is looked at by somebody, whatever else it is like.
  const isPossible = isPossibleDanger(hearing, model.urgency);
  const isLink = link !== null && link.share > report && link.share > lateShare && office >= BELONGS_FROM;
  const corrected =
    correctedBy(hearing, context) ??
    repeatedIn(hearing, context) ??
    (report < ASKED_BELOW ? askedByName(hearing, context) : null) ??
    (alarms ? null : joinedBy(choice, context));
  const isStrange = isLink && office < STRANGE_FROM && isStrangeTo(hearing, link.matter);
  if (isStrange && !corrected && !alarms && !isPossible) return null;
  const belongs = isLink && !isStrange && !(alarms && isDangerOfItsOwn(hearing, link.matter));
  const joined = corrected ?? (link && (belongs || confirms(hearing, link.matter, model)) ? link.matter : null);
  // What may be danger is not one more word on something ordinary.
  if (joined && (!isPossible || joined.urgency === 'emergency')) {
    const part = partOf(hearing.own, joined, message);
    return { kind: 'addition', matterId: joined.id, part, changes: changesFrom(hearing, joined, part, context, model) };
  }
  // A number, a mark or a picture alone says nothing by itself, and "物业在吗" nothing yet.
  if ((hearing.own.size === 0 && !message.hasVoice) || isCourtesy(hearing)) return null;
  if (late && !alarms && !isPossible && lateShare > report && office >= BELONGS_FROM) {
    const isSame = late.suspected.message.senderId === message.senderId;
    const part = isSame ? (hearing.own.concepts.has('chase') ? 'chase' : 'addition') : 'me_too';
    return lateReport(late.suspected, context, model, { part, settles: false, more: isSame ? message.text : '' });
  }
  if (!alarms && !isPossible && saysOnlyThatItIsOver(hearing)) return null;
  const opensFrom = isPlainReport(hearing) && report > (link?.share ?? 0) ? Math.min(act, PLAIN_FROM) : act;
  const isLike = link !== null && link.matter.settledAt === null && link.share >= LIKE_FROM;
  if (report >= opensFrom || alarms) {
    const like = isLike && !alarms ? { like: link.matter.id } : {};
    return { kind: 'report', matter: matterFrom(choice, context, model), ...like };
  }
  if (report >= ask || office >= act || isPossible) {
    const like = isLike && !isPossible ? { like: link.matter.id } : {};
    return { kind: 'doubt', matter: matterFrom({ ...choice, isAsked: true }, context, model), ...like };
  }
  return null;
}

/** What staff reply to is answered where it was nearly taken for a matter. */
const isReplyTo = ({ replyToId }: HeardMessage, { suspected }: Alternative): boolean =>
  replyToId !== null && suspected?.message.id === replyToId && suspected.believed >= REPLIED_FROM;

/** What everybody names when they speak of the office: no word of these says what is mended. */
const ofTheOffice: ReadonlySet<Thing> = new Set(['office', 'notice', 'conduct', 'papers', 'fees', 'guard']);

/** "马桶已经通了" is said of the toilet, and not of the lift that was spoken of since: the only open matter in which the same thing is named. */
function theOneNamed(
  message: HeardMessage,
  likeliest: KnownMatter,
  { matters, setting }: GroupContext,
): KnownMatter | null {
  const things = [...analyse(message.text).things].filter((thing) => !ofTheOffice.has(thing));
  const place = parsePlaces(message.text, setting)[0];
  const isOf = (matter: KnownMatter): boolean => {
    const about = analyse(matter.summary);
    return things.some((thing) => about.things.has(thing));
  };
  const isElsewhere = (matter: KnownMatter): boolean =>
    Boolean(place?.building && matter.place.building && place.building !== matter.place.building);
  if (things.length === 0 || isOf(likeliest)) return null;
  const [named, ...others] = matters.filter((one) => one.settledAt === null && isOf(one) && !isElsewhere(one));
  return named && others.length === 0 ? named : null;
}

/** A word of the staff answers the matter that it most likely belongs to, or shows that something said before is one. */
function staffActs(message: HeardMessage, context: GroupContext, model: Model): Act[] {
  const said = analyse(message.text);
  const settles = saysMended(said);
  // A reply says itself what it answers, however many matters are newer.
  const { replyToId } = message;
  const answered = replyToId === null ? undefined : tiedIn(context.matters).get(replyToId);
  if (answered) return [{ kind: 'answer', matterId: answered.id, settles }];
  const all = staffAlternatives(message, context, model);
  const shares = softmax(scoresOf(all, model));
  let best = 1;
  for (let at = 2; at < all.length; at++) if ((shares[at] ?? 0) > (shares[best] ?? 0)) best = at;
  const replied = all.find((one) => isReplyTo(message, one));
  if (!replied && 1 - (shares[0] ?? 1) < ANSWER_FROM) return [];
  const { matter = null, suspected = null } = replied ?? all[best] ?? {};
  // 【停水通知】: it may tell of a matter, and answers no other.
  if (matter && !replied && isAnnouncement(said) && sharedThings(said, analyse(matter.summary)) === 0) return [];
  if (matter) return [{ kind: 'answer', matterId: (theOneNamed(message, matter, context) ?? matter).id, settles }];
  return suspected ? [lateReport(suspected, context, model, { part: 'answer', settles, more: '' })] : [];
}

/**
 * Reasons are worked out when somebody asks for them: most of what is said is chatter, and nobody does. Of a message that does several things no
 * one belief is told: each of its matters has its own.
 */
function explained(believed: number | null, why: () => Explanation['reasons']): Explanation {
  let reasons: Explanation['reasons'] | null = null;
  return {
    by: VERSION,
    ...(believed === null ? {} : { believed }),
    get reasons() {
      return (reasons ??= why());
    },
  };
}

/**
 * Understands one message of a group: nothing for the office, a new matter, a doubt for the staff, an addition to a known matter, an answer of
 * the staff, or that an earlier message was a matter after all. Asks nobody, and keeps nothing. Features are scored by what each weighs alone and
 * by what they mean together (`model/weights.json`); the likeliest of "nothing", "a new matter", each known matter and each suspected message wins where it is believed enough.
 */
export const understandBy = (model: Model): Understand => {
  const choice = Object.values<Weights>({ ...model.choice });
  tabulate(choice);
  tabulate(weightsOf(model).filter((one) => !choice.includes(one)));
  return (message, context) => {
    if (message.fromStaff) {
      const acts = staffActs(message, context, model);
      return {
        acts,
        explanation: { by: VERSION, reasons: acts.length > 0 ? [{ what: 'a word of the staff', weight: 1 }] : [] },
      };
    }
    // Stickers, contacts, games: nothing was said.
    if (message.text.trim() === '' && !message.hasPhoto && !message.hasVoice)
      return { acts: [], explanation: { by: VERSION, reasons: [] } };
    const whole = choose(message, context, model);
    const believed = Math.round(whole.believed * 1_000) / 1_000;
    const pieces = splitMatters(message.text);
    if (pieces.length > 1) {
      const choices = pieces.map((text) => choose({ ...message, text }, context, model));
      const acts = choices.map((choice) => actOf(choice, context, model));
      const firm = acts.filter((act): act is Act => act !== null && act.kind !== 'doubt' && act.kind !== 'late_report');
      const targets = new Set(firm.map((act) => (act.kind === 'addition' ? act.matterId : act)));
      if (firm.length === pieces.length && targets.size === firm.length) {
        return { acts: firm, explanation: explained(null, () => choices.flatMap(({ why }) => why().slice(0, 3))) };
      }
    }
    const act = actOf(whole, context, model);
    return { acts: act ? [act] : [], explanation: explained(believed, whole.why) };
  };
};

/** The understanding that linli ships with. */
export const understand: Understand = understandBy(shipped);

import { redact } from '../text/redact.ts';
import { areaOf, kindOf, urgencyShare } from './classify.ts';
import { type Alternative, alternativesOf, featuresOf, scoresOf, staffAlternatives } from './alternatives.ts';
import { analyse, scopeOf } from './analysis.ts';
import { type Hearing, hear } from './features.ts';
import { score, softmax } from './model/score.ts';
import { strongest, tabulate } from './model/tables.ts';
import { calibrated } from './model/calibrate.ts';
import { type Model, shipped, weightsOf } from './model/model.ts';
import { partOf } from './part.ts';
import { knownStairwell } from './place/known-stairwell.ts';
import { placeOf, spotIn } from './place/place-of.ts';
import { splitMatters } from './split.ts';
import { isSensitive } from './sensitive.ts';
import { saysMended } from './staff.ts';
import type { Suspected } from './suspected.ts';
import type {
  Act,
  AdditionPart,
  Explanation,
  GroupContext,
  HeardMatter,
  HeardMessage,
  KnownMatter,
  Understand,
  Understanding,
} from './understanding.ts';
import { changesFrom } from './changes.ts';
import { toldOf } from './told.ts';
import { DANGER_FROM, HIGH_FROM, urgencyOf } from './urgency.ts';

const VERSION = 'linear-3';

/** From how much belief on a message opens a matter, and from how much the staff are asked, where the community's policy says nothing. */
const THRESHOLDS = { act: 0.45, ask: 0.3 };
/** An answer of the staff is taken for one from here on. */
const ANSWER_FROM = 0.5;
/** What staff reply to is taken for a matter where it was believed so much. */
const REPLIED_FROM = 0.15;

/** Danger that words name is believed unless the model is this sure that it is none: a film, a joke, last year. */
const NAMED_DANGER_FROM = 0.02;
/** What is believed less is not explained to the last character. */
const EXPLAINED_FROM = 0.05;

/** Whether life or the building is in danger now. Of what is hardly believed to be for the office, only danger that words name is looked at. */
function isDanger(
  { hearing: { danger, own, burst }, office }: Pick<Choice, 'hearing' | 'office'>,
  model: Model,
): boolean {
  if (danger === null && office < EXPLAINED_FROM) return false;
  const { emergency } = model.urgency;
  const share = urgencyShare(own, emergency);
  const from = danger === null ? DANGER_FROM : NAMED_DANGER_FROM;
  return share >= from || (own !== burst && urgencyShare(burst, emergency) >= from);
}

/** What one piece of a message could be, and how much is believed of each. */
interface Choice {
  hearing: Hearing;
  /** That it is for the office at all: opens a matter, or belongs to one. */
  office: number;
  /** The same without what the community's staff taught. */
  believed: number;
  /** That it opens a matter. */
  report: number;
  /** That it belongs to a known one: the likeliest. */
  link: { matter: KnownMatter; share: number } | null;
  /** That it shows an earlier message to be one: the likeliest. */
  late: { suspected: Suspected; share: number } | null;
  why: () => Explanation['reasons'];
}

function choose(message: HeardMessage, context: GroupContext, model: Model): Choice {
  const { hearing, all, apart } = alternativesOf(message, context, model.choice);
  const plain = calibrated(scoresOf(all, model.choice), model.calibration);
  const believed = 1 - (softmax(plain)[0] ?? 0);
  const shares = softmax(corrected(plain, hearing, all, context));
  let link: Choice['link'] = null;
  let late: Choice['late'] = null;
  let best: Alternative | undefined = all[1];
  let most = shares[1] ?? 0;
  for (const [at, one] of all.entries()) {
    const share = shares[at] ?? 0;
    if (one.matter && (link === null || share > link.share)) link = { matter: one.matter, share };
    if (one.suspected && (late === null || share > late.share)) late = { suspected: one.suspected, share };
    if (at > 1 && share > most) [most, best] = [share, one];
  }
  return {
    hearing,
    office: 1 - (shares[0] ?? 0),
    believed,
    report: shares[1] ?? 0,
    link,
    late,
    why: () => [
      ...(hearing.danger === null ? [] : [{ what: `danger: ${hearing.danger}`, weight: 1 }]),
      // Why chatter is chatter is told by its signs alone: most of what is said is chatter.
      ...(best
        ? strongest(believed < EXPLAINED_FROM ? best.signs : featuresOf(best), model.choice[best.group] ?? {}, 6)
        : []),
      ...(best?.matter || apart === null ? [] : [{ what: `kept apart: ${apart}`, weight: 0 }]),
    ],
  };
}

/** What the community's staff taught counts for a new matter, never where there is danger. */
function corrected(
  scores: number[],
  { danger }: Hearing,
  all: readonly Alternative[],
  { setting: { correction } }: GroupContext,
): number[] {
  const opens = all[1];
  if (!correction || !opens || danger !== null) return scores;
  const more = score(featuresOf(opens), correction);
  return scores.map((one, at) => (at === 1 ? one + more : one));
}

function matterFrom(
  { hearing, office }: Pick<Choice, 'hearing' | 'office'>,
  context: GroupContext,
  model: Model,
): HeardMatter {
  const { burst, message } = hearing;
  const heard = kindOf(burst, model.kind);
  // Danger outweighs the form: a question or a thank-you about it is no less a cry for help.
  const alarms = isDanger({ hearing, office }, model);
  const kind = alarms && heard !== 'complaint' ? 'repair' : heard;
  const area = areaOf(burst, model.area);
  const text = [...hearing.burstMessages.map(({ text }) => text), message.text].join('\n');
  const canWait = kind !== 'repair' && kind !== 'complaint';
  const isHigh = urgencyOf(burst) !== 'normal' || urgencyShare(burst, model.urgency.high) >= HIGH_FROM;
  const urgency = alarms ? 'emergency' : canWait || !isHigh ? 'normal' : 'high';
  return {
    kind: urgency === 'emergency' ? 'repair' : kind,
    area,
    urgency,
    place: {
      ...knownStairwell(
        placeOf(text, message, context.setting, { kind, area, scope: scopeOf(burst) }),
        message,
        context,
      ),
      spot: spotIn(burst.text),
    },
    summary: redact(text.replace(/\s+/g, ' ').trim()).slice(0, 80).toWellFormed(),
    sensitive: isSensitive(burst, kind, area),
    confidence: Math.round(office * 100) / 100,
  };
}

/** Somebody else tells of a danger that is already known: one ticket, however it is put. */
const confirms = ({ danger, message }: Hearing, matter: KnownMatter): boolean =>
  danger !== null &&
  matter.urgency === 'emergency' &&
  matter.settledAt === null &&
  message.at.getTime() - matter.lastMessageAt.getTime() <= 15 * 60_000;

/** What people send in pieces is understood by the whole of it: so long its reporter may still be telling it. */
const TELLING_MS = 10 * 60_000;

/** The kind and the area of a matter, once its reporter has said more of it. */
function saidBetter(
  { message }: Hearing,
  matter: KnownMatter,
  part: AdditionPart,
  { recent }: GroupContext,
  model: Model,
): Partial<Pick<HeardMatter, 'kind' | 'area'>> {
  const isTelling = message.at.getTime() - matter.openedAt.getTime() <= TELLING_MS;
  const isReporter = message.senderId !== null && matter.reporterIds[0] === message.senderId;
  if (part !== 'addition' || !isTelling || !isReporter || matter.urgency === 'emergency') return {};
  const all = toldOf(matter, recent, message, message.senderId);
  const kind = kindOf(all, model.kind);
  const area = areaOf(all, model.area);
  return { ...(kind === matter.kind ? {} : { kind }), ...(area === matter.area ? {} : { area }) };
}

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
    matter: matterFrom({ hearing, office: believed }, before, model),
    messageId: earlier.id,
    part: then.part,
    settles: then.settles,
  };
}

function actOf(choice: Choice, context: GroupContext, model: Model): Act | null {
  const { hearing, report, office, link, late } = choice;
  const { message } = hearing;
  const { act, ask } = context.setting.thresholds ?? THRESHOLDS;
  const lateShare = late?.share ?? 0;
  const belongs = link !== null && link.share > report && link.share > lateShare && office >= act;
  if (link && (confirms(hearing, link.matter) || belongs)) {
    const part = partOf(hearing.own, link.matter, message);
    return {
      kind: 'addition',
      matterId: link.matter.id,
      part,
      changes: {
        ...changesFrom(hearing, link.matter, part, context, model),
        ...saidBetter(hearing, link.matter, part, context, model),
      },
    };
  }
  // A number, a mark or a picture alone says nothing by itself.
  if (hearing.own.size === 0 && !message.hasVoice) return null;
  const alarms = isDanger(choice, model);
  if (late && !alarms && lateShare > report && office >= act) {
    const isSame = late.suspected.message.senderId === message.senderId;
    const part = isSame ? (hearing.own.concepts.has('chase') ? 'chase' : 'addition') : 'me_too';
    return lateReport(late.suspected, context, model, { part, settles: false, more: isSame ? message.text : '' });
  }
  if (office >= act || alarms) return { kind: 'report', matter: matterFrom(choice, context, model) };
  if (office >= ask) return { kind: 'doubt', matter: matterFrom(choice, context, model) };
  return null;
}

/** What staff reply to is answered where it is a matter, or was nearly taken for one. */
const isReplyTo = ({ replyToId }: HeardMessage, { matter, suspected }: Alternative): boolean =>
  replyToId !== null &&
  (matter?.messages.includes(replyToId) === true ||
    (suspected?.message.id === replyToId && suspected.believed >= REPLIED_FROM));

/** A word of the staff answers the matter that it most likely belongs to, or shows that something said before is one. */
function staffActs(message: HeardMessage, context: GroupContext, model: Model): Act[] {
  const all = staffAlternatives(message, context, model.choice);
  const shares = softmax(scoresOf(all, model.choice));
  let best = 1;
  for (let at = 2; at < all.length; at++) if ((shares[at] ?? 0) > (shares[best] ?? 0)) best = at;
  // A reply says itself what it answers.
  const replied = all.find((one) => isReplyTo(message, one));
  if (!replied && 1 - (shares[0] ?? 1) < ANSWER_FROM) return [];
  const { matter = null, suspected = null } = replied ?? all[best] ?? {};
  const settles = saysMended(analyse(message.text));
  if (matter) return [{ kind: 'answer', matterId: matter.id, settles }];
  return suspected ? [lateReport(suspected, context, model, { part: 'answer', settles, more: '' })] : [];
}

/** Reasons are worked out when somebody asks for them: most of what is said is chatter, and nobody does. */
function explained(believed: number, why: () => Explanation['reasons']): Explanation {
  let reasons: Explanation['reasons'] | null = null;
  return {
    by: VERSION,
    believed,
    get reasons() {
      return (reasons ??= why());
    },
  };
}

/**
 * Understands one message of a group: nothing for the office, a new matter, a doubt for the staff, an addition to a known matter, an answer of
 * the staff, or that an earlier message was a matter after all. Local. Features are scored by linear models (`model/weights.json`); the
 * likeliest of "nothing", "a new matter", each known matter and each suspicious message wins where it is believed enough.
 */
export const understandBy = (model: Model): Understand => {
  tabulate(weightsOf(model));
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
        return { acts: firm, explanation: explained(believed, () => choices.flatMap(({ why }) => why().slice(0, 3))) };
      }
    }
    const act = actOf(whole, context, model);
    return { acts: act ? [act] : [], explanation: explained(believed, whole.why) };
  };
};

/** The understanding that linli ships with. */
export const understand: Understand = understandBy(shipped);

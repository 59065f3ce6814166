import { redact } from '../text/redact.ts';
import { scopeOf } from './analysis.ts';
import { areaOf, kindOf } from './classify.ts';
import { type Hearing, hear, matterFeatures } from './features.ts';
import { candidates, linkFeatures, surroundings } from './link-features.ts';
import { score, softmax, strongest } from './model/score.ts';
import model from './model/weights.json' with { type: 'json' };
import { partOf } from './part.ts';
import { homeOf, placeOf, spotIn } from './place/place-of.ts';
import { splitMatters } from './split.ts';
import { isSensitive } from './sensitive.ts';
import { understandStaff } from './staff.ts';
import type {
  Act,
  GroupContext,
  HeardMatter,
  HeardMessage,
  KnownMatter,
  Place,
  Understand,
  Understanding,
} from './understanding.ts';
import { changesFrom } from './changes.ts';
import { urgencyOf } from './urgency.ts';

const VERSION = 'linear-2';

/** A message opens a matter at this share of belief, or is tied to one; between the two lower ones the staff are asked. */
const REPORT_FROM = 0.42;
const DOUBT_FROM = 0.38;
const TIE_FROM = 0.36;

/** What one piece of a message could be, and how much is believed of each. */
interface Choice {
  hearing: Hearing;
  /** That it opens a matter. */
  report: number;
  /** That it belongs to a known one: the likeliest. */
  link: { matter: KnownMatter; share: number } | null;
  reasons: Understanding['explanation']['reasons'];
}

function choose(message: HeardMessage, context: GroupContext): Choice {
  const hearing = hear(message, context);
  const around = surroundings(hearing, context);
  const opens = matterFeatures(hearing);
  const { links: possible, apart } = candidates(hearing, context, around);
  const links = possible.map((link) => ({ matter: link.matter, features: linkFeatures(hearing, link, around) }));
  const shares = softmax([0, score(opens, model.matter), ...links.map(({ features }) => score(features, model.link))]);
  let best = -1;
  for (const [at] of links.entries()) if (best < 0 || (shares[at + 2] ?? 0) > (shares[best + 2] ?? 0)) best = at;
  const link = links[best];
  const report = shares[1] ?? 0;
  const share = shares[best + 2] ?? 0;
  const linked = link !== undefined && share > report;
  return {
    hearing,
    report,
    link: link ? { matter: link.matter, share } : null,
    reasons: [
      ...(hearing.danger === null ? [] : [{ what: `danger: ${hearing.danger}`, weight: 1 }]),
      ...(linked ? strongest(link.features, model.link, 6) : strongest(opens, model.matter, 6)),
      ...(linked || apart === null ? [] : [{ what: `kept apart: ${apart}`, weight: 0 }]),
    ],
  };
}

function matterFrom({ hearing, report }: Choice, context: GroupContext): HeardMatter {
  const { burst, message } = hearing;
  const heard = kindOf(burst, model.kind);
  // Danger outweighs the form: a question or a thank-you about it is no less a cry for help.
  const kind = hearing.danger !== null && heard !== 'complaint' ? 'repair' : heard;
  const area = areaOf(burst, model.area);
  const text = [...hearing.burstMessages.map(({ text }) => text), message.text].join('\n');
  const urgency =
    hearing.danger !== null ? 'emergency' : kind === 'repair' || kind === 'complaint' ? urgencyOf(burst) : 'normal';
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
    confidence: Math.round(report * 100) / 100,
  };
}

/** "3栋" and nothing more, from somebody who spoke of 3栋1单元 before: the same stairwell, when the nickname says the building. */
function knownStairwell<P extends Omit<Place, 'spot'>>(
  place: P,
  message: HeardMessage,
  { matters, setting }: GroupContext,
): P {
  if (place.building === null || place.unit !== null || homeOf(message, setting)?.building !== place.building)
    return place;
  const earlier = matters.find(
    ({ place: known, reporterIds }) =>
      known.unit !== null && known.building === place.building && reporterIds[0] === message.senderId,
  );
  return earlier ? { ...place, unit: earlier.place.unit } : place;
}

/** Somebody else tells of a danger that is already known: one ticket, however it is put. */
const confirms = ({ danger, message }: Hearing, matter: KnownMatter): boolean =>
  danger !== null &&
  matter.urgency === 'emergency' &&
  matter.settledAt === null &&
  message.at.getTime() - matter.lastMessageAt.getTime() <= 15 * 60_000;

function actOf(choice: Choice, context: GroupContext): Act | null {
  const { hearing, report, link } = choice;
  if (link && (confirms(hearing, link.matter) || (link.share > report && link.share >= TIE_FROM))) {
    const part = partOf(hearing.own, link.matter, hearing.message);
    return {
      kind: 'addition',
      matterId: link.matter.id,
      part,
      changes: changesFrom(hearing, link.matter, part, context),
    };
  }
  const none = 1 - report - (link?.share ?? 0);
  if (report >= REPORT_FROM || hearing.danger !== null) return { kind: 'report', matter: matterFrom(choice, context) };
  if (report >= DOUBT_FROM && report + 0.2 >= none) return { kind: 'doubt', matter: matterFrom(choice, context) };
  return null;
}

/**
 * Understands one message of a group: nothing for the office, a new matter, a doubt for the staff, an addition to a known matter, or an
 * answer of the staff. Pure and local. Features are scored by a linear model (`model/weights.json`); the highest of "nothing",
 * "a new matter" and each known matter wins where it is believed enough.
 */
export const understand: Understand = (message, context) => {
  if (message.fromStaff) {
    const acts = understandStaff(message, context);
    return {
      acts,
      explanation: { by: VERSION, reasons: acts.length > 0 ? [{ what: 'a word of the staff', weight: 1 }] : [] },
    };
  }
  // Stickers, contacts, games: nothing was said.
  if (message.text.trim() === '' && !message.hasPhoto && !message.hasVoice)
    return { acts: [], explanation: { by: VERSION, reasons: [] } };
  const whole = choose(message, context);
  const pieces = splitMatters(message.text);
  if (pieces.length > 1) {
    const choices = pieces.map((text) => choose({ ...message, text }, context));
    const acts = choices.map((choice) => actOf(choice, context));
    const firm = acts.filter((act): act is Act => act !== null && act.kind !== 'doubt');
    const targets = new Set(firm.map((act) => (act.kind === 'addition' ? act.matterId : act)));
    if (firm.length === pieces.length && targets.size === firm.length) {
      return {
        acts: firm,
        explanation: { by: VERSION, reasons: choices.flatMap(({ reasons }) => reasons.slice(0, 3)) },
      };
    }
  }
  const act = actOf(whole, context);
  return { acts: act ? [act] : [], explanation: { by: VERSION, reasons: whole.reasons } };
};

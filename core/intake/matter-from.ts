import { redact } from '../text/redact.ts';
import { analyse, scopeOf } from './analysis.ts';
import { type Choice, HARDLY_FROM } from './choose.ts';
import { areaOf, kindOf, urgencyShare } from './classify.ts';
import type { Danger } from './danger/danger.ts';
import { dangerShare, isBelieved, isPossibleDanger } from './danger-share.ts';
import type { Model } from './model/model.ts';
import { knownStairwell } from './place/known-stairwell.ts';
import { placeOf, spotIn } from './place/place-of.ts';
import { isSensitive } from './sensitive.ts';
import type { GroupContext, HeardMatter, KnownMatter } from './understanding.ts';
import { HIGH_FROM, urgencyOf } from './urgency.ts';

/** So many characters are a summary. */
const SUMMARY = 80;

interface Opening extends Pick<Choice, 'hearing' | 'office' | 'report'>, Partial<Pick<Choice, 'link'>> {
  /** Somebody of the staff looks at it first: danger that is hardly believed is shown to them as danger. */
  isAsked?: boolean;
}

/** So long after it was settled a matter that comes back need not be named. */
const BACK_WITHIN_MS = 3 * 24 * 60 * 60_000;
/** From how much belief it is that matter which came back. */
const BACK_FROM = 0.05;

/** Whether life or the building is in danger now. Of what is hardly believed to be for the office, only danger that words name is looked at. */
export function isDanger({ hearing, office }: Pick<Opening, 'hearing' | 'office'>, { urgency }: Model): boolean {
  const named = hearing.danger === null ? null : hearing.own;
  return (named !== null || office >= HARDLY_FROM) && isBelieved(dangerShare(hearing, urgency), named);
}

/** The settled matter that comes back with "又停了", "it's gone again": words that name neither a thing nor a place. */
function cameBack({ hearing, link }: Opening): KnownMatter | null {
  const { message, burst, placeSaid } = hearing;
  if (!link || link.share < BACK_FROM || link.matter.settledAt === null) return null;
  const isBack = burst.things.size === 0 && !placeSaid && burst.concepts.has('lasting');
  return isBack && message.at.getTime() - link.matter.settledAt.getTime() <= BACK_WITHIN_MS ? link.matter : null;
}

/** As what a danger is taken in, where it is not something to be mended. */
const takenAs: Partial<Record<Danger, Pick<HeardMatter, 'kind' | 'area'>>> = {
  violence: { kind: 'complaint', area: 'security' },
  'somebody collapsed or hurt': { kind: 'repair', area: 'other' },
};

/** Danger outweighs the form: a question or a thank-you about it is no less a cry for help. */
function inDanger(
  danger: Danger | null,
  { kind, area }: Pick<HeardMatter, 'kind' | 'area'>,
): Pick<HeardMatter, 'kind' | 'area'> {
  const isAssault = danger === null && kind === 'complaint' && area === 'security';
  return (danger && takenAs[danger]) ?? { kind: isAssault ? kind : 'repair', area };
}

/** The matter that a message opens, with what the same person said just before. */
export function matterFrom(opening: Opening, context: GroupContext, model: Model): HeardMatter {
  const { hearing, report } = opening;
  const { burst, message } = hearing;
  const before = cameBack(opening);
  const heard = { kind: before?.kind ?? kindOf(burst, model.kind), area: before?.area ?? areaOf(burst, model.area) };
  const alarms = isDanger(opening, model) || (opening.isAsked === true && isPossibleDanger(hearing, model.urgency));
  const { kind, area } = alarms ? inDanger(hearing.danger, heard) : heard;
  const text = [...hearing.burstMessages.map(({ text }) => text), message.text].join('\n');
  const wasPrivate = before !== null && isSensitive(analyse(before.summary), before.kind, before.area);
  // What was told in private is not told again.
  const told = before && !wasPrivate ? `${text} (${before.summary})` : text;
  const canWait = kind !== 'repair' && kind !== 'complaint';
  const isHigh = urgencyOf(burst) !== 'normal' || urgencyShare(burst, model.urgency.high) >= HIGH_FROM;
  const urgency = alarms ? 'emergency' : canWait || !isHigh ? 'normal' : 'high';
  return {
    kind,
    area,
    urgency,
    place: before?.place ?? {
      ...knownStairwell(
        placeOf(text, message, context.setting, { kind, area, scope: scopeOf(burst) }),
        message,
        context,
      ),
      spot: spotIn(burst.text),
    },
    summary: redact(told.replace(/\s+/g, ' ').trim()).slice(0, SUMMARY).toWellFormed(),
    sensitive: wasPrivate || [heard, { kind, area }].some((as) => isSensitive(burst, as.kind, as.area)),
    confidence: Math.round(report * 100) / 100,
  };
}

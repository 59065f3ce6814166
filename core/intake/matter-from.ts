import { redact } from '../text/redact.ts';
import { scopeOf } from './analysis.ts';
import { type Choice, HARDLY_FROM } from './choose.ts';
import { areaOf, kindOf, urgencyShare } from './classify.ts';
import type { Model } from './model/model.ts';
import { knownStairwell } from './place/known-stairwell.ts';
import { placeOf, spotIn } from './place/place-of.ts';
import { isSensitive } from './sensitive.ts';
import type { GroupContext, HeardMatter } from './understanding.ts';
import { DANGER_FROM, HIGH_FROM, urgencyOf } from './urgency.ts';

/** Danger that words name is believed unless the model is this sure that it is none: a film, a joke, last year. */
const NAMED_DANGER_FROM = 0.02;
/** So many characters are a summary. */
const SUMMARY = 80;

type Opening = Pick<Choice, 'hearing' | 'office'>;

/** Whether life or the building is in danger now. Of what is hardly believed to be for the office, only danger that words name is looked at. */
export function isDanger({ hearing: { danger, own, burst }, office }: Opening, model: Model): boolean {
  if (danger === null && office < HARDLY_FROM) return false;
  const { emergency } = model.urgency;
  const share = urgencyShare(own, emergency);
  const from = danger === null ? DANGER_FROM : NAMED_DANGER_FROM;
  return share >= from || (own !== burst && urgencyShare(burst, emergency) >= from);
}

/** The matter that a message opens, with what the same person said just before. */
export function matterFrom({ hearing, office }: Opening, context: GroupContext, model: Model): HeardMatter {
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
    summary: redact(text.replace(/\s+/g, ' ').trim()).slice(0, SUMMARY).toWellFormed(),
    sensitive: isSensitive(burst, kind, area),
    confidence: Math.round(office * 100) / 100,
  };
}

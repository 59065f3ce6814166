import { hear } from '../intake/hear.ts';
import type { Understand } from '../intake/understanding.ts';
import { redact } from '../text/redact.ts';
import { staffOf } from '../tickets/open.ts';
import { isOutrightPraise, praisedIn } from '../tickets/praised.ts';
import type { Scene } from './scene.ts';

const LONGEST_SUMMARY = 80;

/** It is praise, whatever else it may look like. */
const asPraise: Understand = ({ text }) => ({
  acts: [
    {
      kind: 'report',
      matter: {
        kind: 'praise',
        area: 'service',
        urgency: 'normal',
        place: { building: null, unit: null, room: null, spot: null },
        summary: redact(text.replaceAll(/\s+/g, ' ').trim()).slice(0, LONGEST_SUMMARY).toWellFormed(),
        sensitive: false,
        confidence: 1,
      },
    },
  ],
  explanation: { by: 'in so many words', reasons: [{ what: 'praises a colleague by name', weight: 1 }] },
});

/**
 * Somebody praises one of the office in so many words ("给王姐点赞"): that is praise, however short it is, and reaches whoever is meant.
 * Of nobody in particular, and as a reply to a word of ours, it is heard as any talk.
 */
export async function hearPraise(scene: Scene): Promise<boolean> {
  const { step, community, conversation, event, message, speaker, target } = scene;
  if (!speaker || target !== null || !isOutrightPraise(event.text)) return false;
  const meant = praisedIn(event.text, await staffOf(step, community.id), { building: null, repliedToId: null });
  if (meant.length === 0) return false;
  const heard = { step, community, conversation, event, message, speaker, replyToId: null };
  return (await hear(heard, asPraise)) > 0;
}

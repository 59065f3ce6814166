import { consultationNumbered } from '../../surveys/consultations/consultation.ts';
import { fold } from '../fold.ts';
import type { Scene } from '../scene.ts';
import { castAlone, castFromWords } from './by-words.ts';

/** "表决1 同意", "认捐2 200元", "consultation 3 …": it says of itself what it answers. */
const numbered =
  /^\s*\/?(?:表决|表決|征求意见|徵求意見|认捐|認捐|vote|pledge|consultation)[ \t]*#?(\d{1,4})(?!\d)号?(?:[\s:,，、]+|(?=\p{Script=Han}))(\S[^]*)$/u;
/** Longer than that nobody answers in plain words without a reason. */
const longest = 300;

/**
 * A resident answers a consultation without replying to a word of ours: by its number anywhere, by plain words in a direct chat
 * ("同意", "反对，太贵了", "200元").
 */
export async function hearBallot(scene: Scene): Promise<boolean> {
  const { event, speaker, conversation, step, community } = scene;
  if (!speaker || event.text.length > 2000) return false;
  const named = numbered.exec(fold(event.text));
  if (named) {
    const asked = await consultationNumbered(step.tx, community.id, Number(named[1]));
    const rest = event.text.slice(event.text.length - (named[2] ?? '').length);
    return asked !== null && asked.openedAt !== null && castFromWords(scene, asked, rest, 'named');
  }
  const isPlain = conversation.kind === 'direct' && event.text.length <= longest;
  return isPlain && event.replyToId === null && event.quotedText === null && castAlone(scene);
}

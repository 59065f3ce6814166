import { audit } from '../../people/audit.ts';
import type { AboutDesk } from '../about-desk.ts';
import { parseCommand } from '../command.ts';
import { readChoice } from '../read-choice.ts';
import { replyTo, textsOf } from '../scene.ts';
import { askedHere, askingOf, castFromWords } from './by-words.ts';
import { readPending } from './pending.ts';
import { changeByReply, isOfPreview, settlePreview } from './preview.ts';
import { readBallot } from './read-ballot.ts';
import { maySet } from './scope.ts';
import { castAndTell, confirmAndCast } from './vote.ts';

/** Votes by a press or a choice in words, reasons and opinions as replies, and what becomes of a draft (P7c). */
export const consultationDesk: AboutDesk = {
  async choose(choosing, id, action) {
    const asked = await askedHere(choosing, id);
    if (!asked) return;
    const option = /^v(\d{1,2})$/.exec(action)?.[1];
    if (option !== undefined) {
      await castAndTell(choosing, id, { choice: Number(option), amount: null, opinion: null });
      return;
    }
    if (isOfPreview(action)) {
      if (maySet(choosing)) return settlePreview(choosing, asked, action);
      const { step, community, speaker } = choosing;
      const refused = { action: 'refuse_press', subject: 'consultation' };
      return audit(step.tx, { communityId: community.id, actorId: speaker.personId, ...refused });
    }
    if (choosing.conversation.kind !== 'direct') return;
    if (action === 'n') {
      await replyTo(choosing, 'ballot', { text: textsOf(choosing).ballotFlatWrong() });
      return;
    }
    const pending = await readPending(choosing.step.tx, action, (text) => {
      const read = readBallot(text.replace(numberBefore, ''), askingOf(asked), 'reply');
      return read.kind === 'vote' ? read.vote.opinion : null;
    });
    if (pending) await confirmAndCast(choosing, id, pending);
  },

  async reply(scene, id) {
    const asked = await askedHere(scene, id);
    if (!asked || !scene.speaker) return false;
    const chosen = readChoice(scene.event.text, scene.target?.choices ?? []);
    // A number or a label alone is a choice and goes its own way; with a reason after it, it is read here.
    if (chosen.kind === 'chosen' && chosen.rest === '') return false;
    if (asked.state === 'draft') {
      const isCommand = parseCommand(scene.event.text, { strict: true }).kind === 'command';
      return !isCommand && maySet(scene) && changeByReply(scene, asked);
    }
    const { kind, audience } = scene.conversation;
    const isAmongResidents = kind === 'direct' || audience === 'residents';
    return isAmongResidents && asked.openedAt !== null && castFromWords(scene, asked, scene.event.text, 'reply');
  },
};

/** "表决1 反对，太贵" without its beginning. */
const numberBefore =
  /^\s*\/?(?:表决|表決|征求意见|徵求意見|认捐|認捐|vote|pledge|consultation)[ \t]*#?\d{1,4}号?[\s:：,，、]*/iu;

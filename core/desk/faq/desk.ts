import { automaticAnswerFailed, automaticAnswerHelped } from '../../faq/settle.ts';
import { readVerdict } from '../../faq/read-verdict.ts';
import { addMessage } from '../../tickets/add-message.ts';
import { workStatuses } from '../../tickets/ticket.ts';
import type { AboutDesk } from '../about-desk.ts';
import type { Choosing, Scene } from '../scene.ts';
import { sendProposed } from './send.ts';
import { noteAct } from '../note-act.ts';

/**
 * What people say of answers of the knowledge base; the id is the ticket's. Residents say whether an automatic one has helped, staff
 * send a proposed one by one press on the card. Only those who asked are heard.
 */
export const faqDesk: AboutDesk = {
  async choose(choosing, ticketId, action) {
    const [verb, number] = action.split('.');
    if (verb === 'send') return sendProposed(choosing, ticketId, Number(number));
    const { message, inWords } = choosing;
    const said = saidBy(choosing, ticketId, inWords ? message : null);
    if (verb === 'helped') await automaticAnswerHelped(said);
    if (verb === 'not') await automaticAnswerFailed({ ...said, comment: null });
  },

  async reply(scene, ticketId) {
    const { speaker, event, message } = scene;
    if (!speaker || speaker.staff || isChoice(scene)) return false;
    const verdict = readVerdict(event.text);
    if (verdict === null) return asksOn({ ...scene, speaker }, ticketId);
    const said = saidBy({ ...scene, speaker }, ticketId, message);
    const settled =
      verdict === 'helped'
        ? await automaticAnswerHelped(said)
        : await automaticAnswerFailed({ ...said, comment: event.text });
    if (settled === 'foreign') return false;
    await scene.step.tx.message.update({ where: { id: message.id }, data: { act: 'rating' }, select: { id: true } });
    return true;
  },

  async react(choosing, ticketId, emoji) {
    const said = saidBy(choosing, ticketId, null);
    if (emoji.includes('👎')) await automaticAnswerFailed({ ...said, comment: null });
    else if (emoji.some((one) => /^(?:👍|❤|🙏|👌|💯)/u.test(one))) await automaticAnswerHelped(said);
  },
};

/** "那周末呢？": what they ask on belongs to the ticket, and staff read it. Of one that is over they are asked as always. */
async function asksOn(scene: Scene & Pick<Choosing, 'speaker'>, ticketId: string): Promise<boolean> {
  const { step, community, message, speaker } = scene;
  const theirs = await step.tx.ticket.count({
    where: {
      id: ticketId,
      communityId: community.id,
      status: { in: workStatuses },
      reporters: { some: { personId: speaker.personId } },
    },
  });
  if (theirs === 0) return false;
  const addition = { step, community, ticketId, message, speaker, changes: {}, occasion: message.id };
  await addMessage({ ...addition, part: 'addition' });
  await noteAct({ step, message }, 'addition');
  return true;
}

/** Somebody's word about the automatic answer to a ticket. */
export const saidBy = (
  { step, community, speaker, message: { id: occasion } }: Pick<Choosing, 'step' | 'community' | 'speaker' | 'message'>,
  ticketId: string,
  message: { id: string; externalId: string } | null,
) => ({ step, community, ticketId, personId: speaker.personId, message, occasion });

/** A number or a label under the answer comes to `choose`. */
const isChoice = ({ event, target }: Scene): boolean => {
  const said = event.text.trim();
  return target?.choices.some(({ say, label }) => said === say || said === label) ?? false;
};

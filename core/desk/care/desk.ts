import { answerCare, careAnswerText, noteAnswer } from '../../notices/care/answer.ts';
import { holdCheck } from '../../notices/care/check.ts';
import { stopCare } from '../../notices/care/contact.ts';
import { readWellbeing, type Wellbeing } from '../../notices/care/read-wellbeing.ts';
import { audit } from '../../people/audit.ts';
import { tellStaff } from '../../tickets/tell.ts';
import type { AboutDesk } from '../about-desk.ts';
import { localeOf, replyTo, textsOf, type Choosing, type Deed } from '../scene.ts';
import { chooseGreeting } from './greeting.ts';

/** Whoever is looked after answers; nobody answers for them. */
export const careDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (action === 'well' || action === 'help') {
      const said = choosing.inWords ? { messageId: choosing.message.id, text: '' } : null;
      await answered(choosing, id, action, said);
    } else if (action === 'keep' || action === 'off') await settleOffer(choosing, id, action === 'keep');
    else await chooseGreeting(choosing, id, action);
  },
  async reply(scene, id) {
    const { speaker, message, event } = scene;
    if (!speaker || speaker.staff) return false;
    const wellbeing = readWellbeing(event.text);
    if (wellbeing === null) {
      await noteWords(scene, id);
      return false;
    }
    return answered(scene, id, wellbeing, { messageId: message.id, text: event.text });
  },
};

/** Says it back to them. Returns false, and does nothing, where it is not theirs to say. */
export async function answered(
  deed: Deed,
  checkId: string,
  wellbeing: Wellbeing,
  said: { messageId: string; text: string } | null,
): Promise<boolean> {
  const { step, community, speaker } = deed;
  if (!speaker) return false;
  const outcome = await answerCare(step, { checkId, personId: speaker.personId, wellbeing, said });
  if (outcome.kind === 'foreign') {
    const entry = { communityId: community.id, actorId: speaker.personId, action: 'refuse_press' };
    await audit(step.tx, { ...entry, subject: 'care' });
    return false;
  }
  const text = careAnswerText(localeOf(deed), outcome);
  if (text !== null) await replyTo(deed, 'care', { text }, null, { subject: 'care', id: checkId });
  return true;
}

/** They wrote something else: it is a sign of life, and what it says is for the understanding, or for a person, to read. */
export async function noteWords({ step, speaker }: Deed, checkId: string): Promise<void> {
  const check = await holdCheck(step, checkId);
  if (check && check.personId === speaker?.personId && check.answeredAt === null) await noteAnswer(step, checkId, null);
}

/** Whether they want what staff have put on record for them. */
async function settleOffer(choosing: Choosing, contactId: string, keeps: boolean): Promise<void> {
  const { step, community, speaker } = choosing;
  const { personId } = speaker;
  const contact = await step.tx.careContact.findFirst({
    where: { id: contactId, communityId: community.id, personId },
    select: { revokedAt: true, person: { select: { name: true } } },
  });
  if (!contact) return;
  if (keeps) {
    const text = contact.revokedAt === null ? textsOf(choosing).careKept() : textsOf(choosing).careNone();
    await replyTo(choosing, 'care-offer', { text });
    return;
  }
  const stopped = contact.revokedAt === null && (await stopCare(step, community, { personId, byId: personId }));
  await replyTo(choosing, 'care-offer', { text: textsOf(choosing).careStopped() });
  if (!stopped) return;
  await tellStaff(step, community, {
    ticketId: null,
    purpose: 'note',
    occasion: `care-declined:${contactId}`,
    text: (texts) => texts.careDeclined(contact.person.name),
  });
}

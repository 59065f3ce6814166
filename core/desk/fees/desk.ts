import { confirmFees, revokeFees } from '../../notices/fees/list.ts';
import { itemOfPerson, markPaid, saidPaid } from '../../notices/fees/paid.ts';
import { audit } from '../../people/audit.ts';
import { isContractor } from '../../people/roles.ts';
import type { AboutDesk } from '../about-desk.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Choosing, type Deed, type Scene } from '../scene.ts';
import { later } from './view.ts';
import { askAboutFee } from './question.ts';
import { noteAct } from '../note-act.ts';

const paid =
  /^(?:我|我们|我們|我家|这个|這個|早就|刚刚?|剛剛?|昨天|今天|都|已经|已經)*\s*(?:已|已经|已經)?(?:缴|繳|交|付)(?:过|過|清|完|费|費|款|钱|錢|好)*(?:了|啦)?[。.!！~～\s🙏👌👍]*$|^(?:i(?:'ve| have)?|we(?:'ve| have)?|it(?:'s| is)?|already|just|all)*\s*(?:already )?paid(?: it| already| yesterday| today)?[.!~\s🙏👌👍]*$/iu;

/** Says that it is paid, and nothing else. */
export const saysPaid = (text: string): boolean => text.length <= 60 && paid.test(text.trim());

/** Managers confirm a list; a household says that it has paid, or asks; staff note the payment. Nobody speaks of another household. */
export const feesDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (action === 'paid') await notePaid(choosing, id);
    else if (action === 'settle') await settle(choosing, id);
    else if (action === 'ok' || action === 'no') await settleList(choosing, id, action === 'ok');
  },
  async reply(scene, id) {
    const { speaker, event, conversation } = scene;
    if (!speaker || conversation.kind !== 'direct') return false;
    const item = await itemOfPerson(scene.step, scene.community.id, id, speaker.personId);
    if (!item) return false;
    if (saysPaid(event.text)) return noteAsPaid(scene, id);
    return askAboutFee(scene, item);
  },
};

/** In words. Returns false, and does nothing, where the item is not theirs. */
export async function noteAsPaid(scene: Scene, itemId: string): Promise<boolean> {
  const { step, community, speaker, message } = scene;
  if (!speaker || !(await itemOfPerson(step, community.id, itemId, speaker.personId))) return false;
  await notePaid(scene, itemId);
  await noteAct({ step, message }, 'command');
  return true;
}

async function notePaid(deed: Deed, itemId: string): Promise<void> {
  const { step, community, speaker } = deed;
  if (!speaker) return;
  const item = await itemOfPerson(step, community.id, itemId, speaker.personId);
  if (!item) return refuse(deed);
  if (item.paidAt === null) await saidPaid(step, community, item);
  const texts = textsOf(deed);
  await replyTo(deed, 'fee-paid', { text: item.paidAt === null ? texts.feeNoted() : texts.feeIsPaid() });
}

async function settle(choosing: Choosing, itemId: string): Promise<void> {
  const { step, community, speaker, conversation } = choosing;
  const mayNote = speaker.staff && !isContractor(speaker.roles) && conversation.kind === 'direct';
  if (!mayNote) return refuse(choosing);
  const count = await markPaid(step, community.id, { itemId }, speaker.personId);
  await replyTo(choosing, 'fee-settled', { text: textsOf(choosing).feeMarked(count) });
}

async function settleList(choosing: Choosing, id: string, confirms: boolean): Promise<void> {
  const { step, community, speaker } = choosing;
  if (!(await managesOrRefused(choosing, 'fees'))) return;
  const texts = textsOf(choosing);
  const by = { id, byId: speaker.personId };
  const answer = (text: string): Promise<void> => replyTo(choosing, 'fees', { text });
  if (confirms) {
    const confirmed = await confirmFees(step, community, by);
    return answer(confirmed.kind === 'over' ? texts.feeOver() : texts.feeConfirmed(later(choosing, confirmed.at)));
  }
  const list = await step.tx.feeList.findFirst({
    where: { id, communityId: community.id },
    select: { confirmedAt: true },
  });
  const isDraft = list !== null && list.confirmedAt === null;
  return answer(isDraft && (await revokeFees(step, community, by)) ? texts.feeDiscarded() : texts.feeOver());
}

function refuse({ step, community, speaker }: Deed): Promise<void> {
  const entry = { communityId: community.id, actorId: speaker?.personId ?? null, action: 'refuse_press' };
  return audit(step.tx, { ...entry, subject: 'fees' });
}

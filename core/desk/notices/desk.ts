import type { Notice } from '../../../prisma/generated/client.ts';
import type { NoticeState } from '../../../prisma/generated/enums.ts';
import { audit } from '../../people/audit.ts';
import { isManager } from '../../people/roles.ts';
import type { AboutDesk } from '../about-desk.ts';
import { parseCommand } from '../command.ts';
import { readChoice } from '../read-choice.ts';
import type { Choosing, Scene } from '../scene.ts';
import { chooseForNotice } from './choose.ts';
import { readNoticeAct } from './order.ts';
import { chooseAnswer, replyWithAnswer } from './questions.ts';
import { confirmReceipt, receiptByReaction, receiptByReply } from './receipt.ts';
import { handleReceiptWords } from './status.ts';
import { orderNotice, rewriteNotice } from './write.ts';
import { noteAct } from '../note-act.ts';

/** How people speak with the desk about notices: residents confirm them, managers confirm, change and end them. */
export const noticeDesk: AboutDesk = {
  async choose(choosing, id, action) {
    if (action === 'got') return confirmReceipt(choosing, id);
    // Of an answer for all, the id is the answer's.
    if (await chooseAnswer(choosing, id, action)) return;
    const notice = await noticeHere(choosing, id);
    if (!notice) return;
    if (isManager(choosing.speaker.roles)) return chooseForNotice({ ...choosing, notice }, action);
    const { step, community, speaker } = choosing;
    const refused = { action: 'refuse_press', subject: 'notice' };
    await audit(step.tx, { communityId: community.id, actorId: speaker.personId, ...refused });
  },
  async reply(scene, id) {
    const notice = await noticeHere(scene, id);
    if (!notice) return replyWithAnswer(scene, id);
    if (isAmongTheOffice(scene) && (await managerReplies(scene, notice))) return true;
    return receiptByReply(scene, id);
  },
  react: (choosing, id, emoji) => receiptByReaction(choosing, id, emoji),
};

const noticeHere = ({ step, community }: Pick<Choosing, 'step' | 'community'>, id: string): Promise<Notice | null> =>
  step.tx.notice.findFirst({ where: { id, communityId: community.id } });

/** In the office's groups, or in somebody's direct chat: never where residents read. */
const isAmongTheOffice = ({ conversation, speaker }: Scene): boolean =>
  speaker !== null && (conversation.kind === 'direct' || conversation.audience !== 'residents');

const notToldYet: ReadonlySet<NoticeState> = new Set(['draft', 'awaiting', 'scheduled']);

/** A reply to a preview, or to a word about what waits, changes the draft; to any other word about it, it corrects, ends or takes back, or asks how it stands. */
async function managerReplies(scene: Scene, notice: Notice): Promise<boolean> {
  const { event, target, speaker } = scene;
  if (readChoice(event.text, target?.choices ?? []).kind !== 'none') return false;
  if (parseCommand(event.text, { strict: true }).kind === 'command') return false;
  if (!isManager(speaker?.roles ?? [])) return handleReceiptWords(scene, notice, event.text);
  if (notToldYet.has(notice.state) && (await rewriteNotice(scene, notice))) return noted(scene);
  const act = readNoticeAct(event.text);
  if (!act) return handleReceiptWords(scene, notice, event.text);
  await orderNotice(scene, notice, act);
  return noted(scene);
}

async function noted({ step, message }: Scene): Promise<true> {
  await noteAct({ step, message }, 'command');
  return true;
}

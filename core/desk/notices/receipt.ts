import type { ReceiptBy } from '../../../prisma/generated/enums.ts';
import { confirmNotice, type Confirmed } from '../../notices/receipts/confirm.ts';
import { beginsWithReceipt, isConfirming, isReceipt } from '../../notices/receipts/receipt-words.ts';
import type { Choosing, Scene } from '../scene.ts';
import { noteAct } from '../note-act.ts';

/**
 * Somebody pressed 收到 under a notice, or chose it in words. Nothing is said in reply: a group in which two hundred confirm must stay
 * readable.
 */
export async function confirmReceipt(choosing: Choosing, noticeId: string): Promise<void> {
  await confirm(choosing, noticeId, choosing.inWords ? 'words' : 'button');
}

/** Somebody put reactions under a notice: a thumb or a tick confirms it, and others mean nothing. */
export async function receiptByReaction(choosing: Choosing, noticeId: string, emoji: readonly string[]): Promise<void> {
  if (isConfirming(emoji)) await confirm(choosing, noticeId, 'reaction');
}

/**
 * Somebody replies to a notice in words: "收到", "知道了，谢谢", "ok". Returns whether that was all they said; "收到，几点恢复？" confirms,
 * and is heard on. What confirms a notice that asks for nothing is left in peace, and is no matter for the office either.
 */
export async function receiptByReply(scene: Scene, noticeId: string): Promise<boolean> {
  const { speaker, event } = scene;
  if (!speaker) return false;
  const isAll = isReceipt(event.text, { asked: true });
  if (!isAll && !beginsWithReceipt(event.text)) return false;
  const confirmed = await confirm({ ...scene, speaker }, noticeId, 'words');
  if (isAll && isOnRecord(confirmed)) await noteReceipt(scene);
  return isAll;
}

/** What confirms is no talk that a matter could be read together with. */
export async function noteReceipt({ step, message }: Pick<Scene, 'step' | 'message'>): Promise<void> {
  await noteAct({ step, message }, 'command');
}

export const isOnRecord = (confirmed: Confirmed): boolean => confirmed === 'confirmed' || confirmed === 'already';

function confirm(
  { step, community, speaker }: Pick<Choosing, 'step' | 'community' | 'speaker'>,
  noticeId: string,
  by: ReceiptBy,
): Promise<Confirmed> {
  const { personId, staff } = speaker;
  return confirmNotice(step, community.id, { noticeId, personId, staff, by });
}

import type { Notice } from '../../../prisma/generated/client.ts';
import { nameOf } from '../../notices/name.ts';
import { householdsReporting } from '../../notices/outages/count.ts';
import { statusOf } from '../../notices/receipts/status.ts';
import { unconfirmedPages } from '../../notices/receipts/unconfirmed.ts';
import { audit } from '../../people/audit.ts';
import { isContractor, mayRead } from '../../people/roles.ts';
import { lines } from '../../text/layout.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { toldInPerson } from './told.ts';

/** What can be asked of a notice beside its text, in lower case and half width: how it stands, who is missing, whom somebody has told. */
const asksStatus = /^(?:状态|狀態|进度|進度|回执|回執|status)$/u;
const asksMissing = /^(?:未确认|未確認|未回执|未回執|没确认|沒確認|名单|名單|unconfirmed|missing|walk ?list)$/u;
const tellsOfTold = /^(?:已告知|已通知|当面告知|當面告知|told)(?=$|[\s:：,，\d\p{Script=Han}a-z])[\s:：,，]*/iu;

/**
 * `通知 3 状态`, `通知 3 未确认`, `通知 3 已告知 3-2-501 502`, and the same in English. Returns whether it was one of these.
 *
 * @param rest what followed the number
 */
export async function handleReceiptWords(scene: Scene, notice: Notice, rest: string): Promise<boolean> {
  const said = rest.normalize('NFKC').trim().toLowerCase();
  if (asksStatus.test(said)) await noticeStatus(scene, notice);
  else if (asksMissing.test(said)) await showUnconfirmed(scene, notice);
  else {
    const told = tellsOfTold.exec(rest.trim());
    if (!told) return false;
    await toldInPerson(scene, notice, rest.trim().slice(told[0].length));
  }
  return true;
}

/**
 * How a notice stands: for each channel what was sent, waits or failed and why, and how many households have confirmed (P8b), or told of
 * what it announced (P8a). Of an emergency also who has not, as a list that a guard can walk with.
 */
export async function noticeStatus(scene: Scene, notice: Notice): Promise<void> {
  if (!(await mayLook(scene))) return;
  const texts = textsOf(scene);
  const status = await statusOf(scene.step, scene.community, notice, texts);
  const reporting = await householdsReporting(scene.step.tx, notice.id);
  const text = lines(texts.noticeStatus(status), reporting > 0 && texts.noticeReports(reporting));
  await replyTo(scene, 'notice-status', { text }, null, aboutIt(notice));
  const isMissing = status.receipts !== null && status.receipts.confirmed < status.receipts.households;
  if (notice.level === 'emergency' && notice.state === 'live' && isMissing) await showUnconfirmed(scene, notice);
}

/** Flats are named where the office is among itself, and in direct chats, and nowhere else (P9b). */
async function showUnconfirmed(scene: Scene, notice: Notice): Promise<void> {
  if (!(await mayLook(scene))) return;
  const texts = textsOf(scene);
  const { kind, audience } = scene.conversation;
  if (kind !== 'direct' && audience !== 'staff' && audience !== 'managers') {
    await replyTo(scene, 'notice-walk-list', { text: texts.walkListInOffice() });
    return;
  }
  if (notice.state !== 'live' || !notice.asksReceipt) {
    const name = nameOf(notice);
    const text = notice.state === 'live' ? texts.asksNoReceipt(name) : texts.noticeNotLive(name, notice.state);
    await replyTo(scene, 'notice-walk-list', { text });
    return;
  }
  const pages = await unconfirmedPages(scene.step, notice, texts);
  for (const [index, text] of pages.entries())
    await replyTo(scene, `notice-walk-list-${index}`, { text }, null, aboutIt(notice));
}

/** Contractors know of their own tickets only. */
export async function mayLook({ step, community, speaker }: Scene): Promise<boolean> {
  const roles = speaker?.roles ?? [];
  if (mayRead(roles) && !isContractor(roles)) return true;
  const entry = { action: 'refuse_command', subject: 'notice' };
  await audit(step.tx, { communityId: community.id, actorId: speaker?.personId ?? null, ...entry });
  return false;
}

const aboutIt = ({ id }: Notice): { subject: 'notice'; id: string } => ({ subject: 'notice', id });

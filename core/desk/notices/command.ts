import { latestNotices } from '../../notices/list.ts';
import { noticeByNumber } from '../../notices/notice.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { showNotice } from './act.ts';
import { levelSaid } from './draft-words.ts';
import { readNoticeOrder, type NoticeOrder } from './order.ts';
import { handleReceiptWords, noticeStatus } from './status.ts';
import { noticeLine } from './lines.ts';
import { writeFromTemplate } from './template.ts';
import { orderNotice, writeNotice } from './write.ts';

/** `通知 …`: writes a notice, or shows, corrects, ends or takes back one that is named by its number (P8a). */
export async function handleNotice(scene: Scene, rest: string): Promise<void> {
  const order = readNoticeOrder(rest);
  const level = levelSaid(scene.event.text);
  switch (order.kind) {
    case 'list':
      // "通知" under a photo alone is a draft without words, and is told so.
      return scene.message.attachments.length > 0 ? draft(scene, '', level) : list(scene);
    case 'how':
      return replyTo(scene, 'notice', { text: textsOf(scene).noticeHow() });
    case 'all_status':
      return latestStatus(scene);
    case 'numbered':
      return numbered(scene, order, () => draft(scene, rest.trim(), level));
    case 'from_template':
      if (await managesOrRefused(scene, 'notice')) await writeFromTemplate(scene, order.rest, level);
      return;
    case 'draft':
      return draft(scene, order.text, level);
  }
}

async function draft(scene: Scene, text: string, level: ReturnType<typeof levelSaid>): Promise<void> {
  if (await managesOrRefused(scene, 'notice')) await writeNotice(scene, text, { level });
}

async function numbered(
  scene: Scene,
  { number, act, rest }: Extract<NoticeOrder, { kind: 'numbered' }>,
  otherwise: () => Promise<void>,
): Promise<void> {
  const { step, community } = scene;
  const notice = await noticeByNumber(step, community.id, number);
  if (!notice) {
    if (!act) return otherwise();
    const [last] = await latestNotices(step, community.id, 1);
    const text = textsOf(scene).noticeUnknown(number, last?.number ?? null);
    return replyTo(scene, 'notice', { text });
  }
  if (!act) return (await handleReceiptWords(scene, notice, rest)) ? undefined : otherwise();
  if (act.kind === 'show') return showNotice(scene, notice);
  if (await managesOrRefused(scene, 'notice')) await orderNotice(scene, notice, act);
}

async function list(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const notices = await latestNotices(step, community.id, 12);
  const text = texts.noticeList(notices.map((notice) => noticeLine(scene, notice)));
  await replyTo(scene, 'notice', { text });
}

/** How the latest that was told stands. */
async function latestStatus(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const told = await step.tx.notice.findFirst({
    where: { communityId: community.id, liveAt: { not: null } },
    orderBy: { liveAt: 'desc' },
  });
  await (told ? noticeStatus(scene, told) : list(scene));
}

import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import { states } from '../notices/zh-tw.ts';
import { people } from '../people/zh-tw.ts';
import { words } from '../words/zh-tw.ts';
import type { ChannelLine, NoticeName, ReceiptTexts, TroubledLine } from './texts.ts';

const levels: Record<NoticeLevel, string> = { routine: '一般通知', important: '重要通知', emergency: '緊急通知' };

const { platform: channelName } = people;

const held: Record<string, string> = {
  quiet_hours: '安靜時間',
  budget: '這個群組今天的訊息夠多了，併入彙總',
  hears_less: '對方選擇了少發',
  superseded: '已有更新的說法',
  expired: '已過時效',
};
const because = (reason: string): string => held[reason] ?? words.failure(reason);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)}%`);

const title = ({ number, head }: NoticeName): string => `通知 ${number}「${quoted(head, 24)}」`;

const ofChannel = ({ channel, sent, waiting, failed, dropped }: ChannelLine): string =>
  `${channelName(channel)}：${[
    `已發 ${sent}`,
    waiting > 0 && `等待 ${waiting}`,
    failed > 0 && `失敗 ${failed}`,
    dropped > 0 && `不再發 ${dropped}`,
  ]
    .filter(Boolean)
    .join('，')}`;

const trouble = ({ title: group, channel, state, reason, until }: TroubledLine): string => {
  const how = state === 'failed' ? '沒發成' : state === 'dropped' ? '不再發' : until ? `等到 ${until}` : '等待發送';
  return `· ${group || '私訊'}（${channelName(channel)}）${how}${reason ? `：${because(reason)}` : ''}`;
};

const more = (count: number): string | false => count > 0 && `還有 ${count} 個沒有列出。`;

export const receipts = {
  noticeStatus: (view) =>
    lines(
      title(view),
      dots(levels[view.level], states[view.state], view.sentAt && `${view.sentAt} 發出`),
      view.channels.length === 0 && view.sentAt === null && '還沒有發出。',
      view.awaits && `${view.awaits.since} 起等另一位經理同意${view.awaits.isReminded ? '，已提醒過一次' : ''}。`,
      ...view.channels.map(ofChannel),
      ...view.troubled.map(trouble),
      more(view.more),
      view.receipts &&
        (view.receipts.households === 0
          ? `收到：${view.receipts.withoutFlat} 人`
          : `收到：${view.receipts.confirmed}/${view.receipts.households} 戶（${percent(view.receipts.confirmed, view.receipts.households)}）` +
            (view.receipts.withoutFlat > 0 ? `，另有 ${view.receipts.withoutFlat} 人沒有登記房號` : '')),
    ),
  noticeProgress: (view) => {
    const sent = view.channels.reduce((sum, line) => sum + line.sent, 0);
    const left = view.channels.reduce((sum, line) => sum + line.failed + line.dropped + line.waiting, 0);
    return lines(
      `${title(view)}已發 ${sent} 個群組或私訊${left > 0 ? `，${left} 個沒發到：` : '，全部送到。'}`,
      ...view.troubled.map(trouble),
      more(view.more),
    );
  },
  walkList: ({ page, pages, stairs, left, all, ...notice }) =>
    lines(
      `${title(notice)}未確認 ${left} 戶，共 ${all} 戶${pages > 1 ? `（第 ${page}/${pages} 頁）` : ''}`,
      ...stairs.flatMap(({ building, unit, floors }) => [
        `${building}棟${unit ? `${unit}單元` : ''}`,
        ...floors.map(({ floor, rooms }) => ` ${floor === null ? '其他' : `${floor}層`}：${rooms.join(' ')}`),
      ]),
      page === pages && '名單上只有登記過的住戶，沒登記的門也請敲一敲。',
      page === pages && `當面告知後請回：通知 ${notice.number} 已告知 3-2-501 502`,
    ),
  everybodyConfirmed: (notice, all) => `${title(notice)}所有登記在冊的 ${all} 戶都已確認。`,
  walkListInOffice: () => '住戶名單只在客服群組、經理群組和私訊裡顯示，請到那裡查看。',
  toldInPerson: ({ marked, already, unknown, ...notice }) =>
    lines(
      marked.length > 0
        ? `${title(notice)}已記下當面告知 ${marked.length} 戶：${marked.join('、')}`
        : `${title(notice)}沒有新記下的住戶。`,
      already.length > 0 && `此前已確認：${already.join('、')}`,
      unknown.length > 0 && `沒有登記或沒看懂，沒有記下：${unknown.join('、')}`,
    ),
  toldHow: (number) => `請寫上房號，例如：通知 ${number} 已告知 3-2-501 502`,
  noticeNotLive: (notice, state) => `${title(notice)}現在是「${states[state]}」，什麼都沒有改動。`,
  asksNoReceipt: (notice) => `${title(notice)}沒有請住戶確認，什麼都沒有改動。`,

  askedAboutNotice: (notice) => `問的是${title(notice)}`,
  manyAsk: (notice, asked, question, answer) =>
    lines(
      `${asked} 戶問了${title(notice)}的同一件事：`,
      `「${quoted(question, 200)}」`,
      answer ? lines('同事這樣答覆過：', `「${quoted(answer, 500)}」`) : '還沒有人答覆過。',
      answer ? '可以就這樣告訴所有人，也可以引用本條寫下更好的答覆。' : '請引用本條寫下答覆，確認後告訴所有人。',
    ),
  answerPreview: (notice, question, answer, groups) =>
    lines(
      `將在 ${groups} 個群組裡這樣說（${title(notice)}）：`,
      `問：${quoted(question, 200)}`,
      `答：${answer}`,
      '確認後發出；要改請再引用本條寫一遍。',
    ),
  approveAnswer: () => '告訴所有人',
  leaveAnswer: () => '不用',
  answerForAll: (head, question, answer) =>
    lines(`關於「${quoted(head, 24)}」，大家在問：`, `問：${quoted(question, 200)}`, `答：${answer}`),
  answerTold: (notice, groups, tickets) =>
    `${title(notice)}的答覆正在告訴 ${groups} 個群組${tickets > 0 ? `，${tickets} 件工單已一併答覆` : ''}。`,
  answerLeft: (notice) => `好的，${title(notice)}的這個問題不統一答覆，工單照常辦理。`,
  answerNeeded: () => '還沒有答覆，請先引用本條寫下答覆。',
  answerSettled: (notice) => `${title(notice)}的這個問題已經統一答覆過，什麼都沒有改動。`,
} satisfies ReceiptTexts;

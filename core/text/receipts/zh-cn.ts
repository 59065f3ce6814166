import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import { dots, lines, quoted } from '../layout.ts';
import { states } from '../notices/zh-cn.ts';
import { people } from '../people/zh-cn.ts';
import { words } from '../words/zh-cn.ts';
import type { ChannelLine, NoticeName, ReceiptTexts, TroubledLine } from './texts.ts';

const levels: Record<NoticeLevel, string> = { routine: '一般通知', important: '重要通知', emergency: '紧急通知' };

const { platform: channelName } = people;

const held: Record<string, string> = {
  quiet_hours: '安静时间',
  budget: '这个群今天的消息够多了，并入汇总',
  hears_less: '对方选择了少发',
  superseded: '已有更新的说法',
  expired: '已过时效',
};
const because = (reason: string): string => held[reason] ?? words.failure(reason);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)}%`);

const title = ({ number, head }: NoticeName): string => `通知 ${number}“${quoted(head, 24)}”`;

const ofChannel = ({ channel, sent, waiting, failed, dropped }: ChannelLine): string =>
  `${channelName(channel)}：${[
    `已发 ${sent}`,
    waiting > 0 && `等待 ${waiting}`,
    failed > 0 && `失败 ${failed}`,
    dropped > 0 && `不再发 ${dropped}`,
  ]
    .filter(Boolean)
    .join('，')}`;

const trouble = ({ title: group, channel, state, reason, until }: TroubledLine): string => {
  const how = state === 'failed' ? '没发成' : state === 'dropped' ? '不再发' : until ? `等到 ${until}` : '等待发送';
  return `· ${group || '私聊'}（${channelName(channel)}）${how}${reason ? `：${because(reason)}` : ''}`;
};

const more = (count: number): string | false => count > 0 && `还有 ${count} 个没有列出。`;

export const receipts = {
  noticeStatus: (view) =>
    lines(
      title(view),
      dots(levels[view.level], states[view.state], view.sentAt && `${view.sentAt} 发出`),
      view.channels.length === 0 && view.sentAt === null && '还没有发出。',
      view.awaits && `${view.awaits.since} 起等另一位经理同意${view.awaits.isReminded ? '，已提醒过一次' : ''}。`,
      ...view.channels.map(ofChannel),
      ...view.troubled.map(trouble),
      more(view.more),
      view.receipts &&
        (view.receipts.households === 0
          ? `收到：${view.receipts.withoutFlat} 人`
          : `收到：${view.receipts.confirmed}/${view.receipts.households} 户（${percent(view.receipts.confirmed, view.receipts.households)}）` +
            (view.receipts.withoutFlat > 0 ? `，另有 ${view.receipts.withoutFlat} 人没有登记房号` : '')),
    ),
  noticeProgress: (view) => {
    const sent = view.channels.reduce((sum, line) => sum + line.sent, 0);
    const left = view.channels.reduce((sum, line) => sum + line.failed + line.dropped + line.waiting, 0);
    return lines(
      `${title(view)}已发 ${sent} 个群或私聊${left > 0 ? `，${left} 个没发到：` : '，全部送到。'}`,
      ...view.troubled.map(trouble),
      more(view.more),
    );
  },
  walkList: ({ page, pages, stairs, left, all, ...notice }) =>
    lines(
      `${title(notice)}未确认 ${left} 户，共 ${all} 户${pages > 1 ? `（第 ${page}/${pages} 页）` : ''}`,
      ...stairs.flatMap(({ building, unit, floors }) => [
        `${building}栋${unit ? `${unit}单元` : ''}`,
        ...floors.map(({ floor, rooms }) => ` ${floor === null ? '其他' : `${floor}层`}：${rooms.join(' ')}`),
      ]),
      page === pages && '名单上只有登记过的住户，没登记的门也请敲一敲。',
      page === pages && `当面告知后请回：通知 ${notice.number} 已告知 3-2-501 502`,
    ),
  everybodyConfirmed: (notice, all) => `${title(notice)}所有登记在册的 ${all} 户都已确认。`,
  walkListInOffice: () => '住户名单只在客服群、经理群和私聊里显示，请到那里查看。',
  toldInPerson: ({ marked, already, unknown, ...notice }) =>
    lines(
      marked.length > 0
        ? `${title(notice)}已记下当面告知 ${marked.length} 户：${marked.join('、')}`
        : `${title(notice)}没有新记下的住户。`,
      already.length > 0 && `此前已确认：${already.join('、')}`,
      unknown.length > 0 && `没有登记或没看懂，没有记下：${unknown.join('、')}`,
    ),
  toldHow: (number) => `请写上房号，例如：通知 ${number} 已告知 3-2-501 502`,
  noticeNotLive: (notice, state) => `${title(notice)}现在是“${states[state]}”，什么都没有改动。`,
  asksNoReceipt: (notice) => `${title(notice)}没有请居民确认，什么都没有改动。`,

  askedAboutNotice: (notice) => `问的是${title(notice)}`,
  manyAsk: (notice, asked, question, answer) =>
    lines(
      `${asked} 户问了${title(notice)}的同一件事：`,
      `“${quoted(question, 200)}”`,
      answer ? lines('同事这样答复过：', `“${quoted(answer, 500)}”`) : '还没有人答复过。',
      answer ? '可以就这样告诉所有人，也可以引用本条写下更好的答复。' : '请引用本条写下答复，确认后告诉所有人。',
    ),
  answerPreview: (notice, question, answer, groups) =>
    lines(
      `将在 ${groups} 个群里这样说（${title(notice)}）：`,
      `问：${quoted(question, 200)}`,
      `答：${answer}`,
      '确认后发出；要改请再引用本条写一遍。',
    ),
  approveAnswer: () => '告诉所有人',
  leaveAnswer: () => '不用',
  answerForAll: (head, question, answer) =>
    lines(`关于“${quoted(head, 24)}”，大家在问：`, `问：${quoted(question, 200)}`, `答：${answer}`),
  answerTold: (notice, groups, tickets) =>
    `${title(notice)}的答复正在告诉 ${groups} 个群${tickets > 0 ? `，${tickets} 件工单已一并答复` : ''}。`,
  answerLeft: (notice) => `好的，${title(notice)}的这个问题不统一答复，工单照常办理。`,
  answerNeeded: () => '还没有答复，请先引用本条写下答复。',
  answerSettled: (notice) => `${title(notice)}的这个问题已经统一答复过，什么都没有改动。`,
} satisfies ReceiptTexts;

import { dots, lines } from '../layout.ts';
import type { Texts, TicketView } from '../texts.ts';
import { words } from '../words/zh-cn.ts';

/** "报修（3栋2单元 · 电梯）": never the room. */
function matter(ticket: TicketView): string {
  const where = words.place(ticket.place, 'coarse') || (ticket.area === 'other' ? '' : words.area(ticket.area));
  return words.kind(ticket.kind) + (where && `（${where}）`);
}

/** "王师傅负责，今天 15:00 前给您答复" */
function outlook(assignee: string | null, dueAt: string | null): string {
  if (assignee && dueAt) return `${assignee}负责，${dueAt} 前给您答复`;
  if (assignee) return `${assignee}负责跟进`;
  return dueAt ? `${dueAt} 前给您答复` : '客服会跟进，有消息就告诉您';
}

const privately = '涉及您的隐私，客服会与您私下沟通';
const isOver = (ticket: TicketView): boolean => ticket.status === 'closed' || ticket.status === 'dismissed';

export const residents = {
  receipt(ticket, dueAt) {
    if (ticket.sensitive) return `收到，编号 ${ticket.code}。${privately}。`;
    if (ticket.kind === 'praise') return `谢谢您的表扬，已记下（${ticket.code}），我们会转达给同事。`;
    return lines(`收到您的${matter(ticket)}，编号 ${ticket.code}。`, `${outlook(ticket.assignee, dueAt)}。`);
  },

  emergencyReceipt: (ticket, isToldSafety = false) =>
    lines(
      `收到，${ticket.code} 已按紧急情况通知值班人员${ticket.assignee ? `，由${ticket.assignee}马上联系处理` : ''}。`,
      !isToldSafety && '请先保证自身安全，远离危险；有人受伤、起火或有生命危险，请立即拨打 120、119 或 110。',
    ),

  receipts: (tickets) =>
    lines(
      `收到，一共登记了 ${tickets.length} 件：`,
      ...tickets.map(({ ticket, dueAt }) =>
        ticket.sensitive
          ? `${ticket.code} ${privately}`
          : `${ticket.code} ${matter(ticket)}，${outlook(ticket.assignee, dueAt)}`,
      ),
    ),

  taken: (code, staff) => `${code}：${staff}已接单，正在处理。`,
  answer: (code, staff, text) => `${staff}回复（${code}）：${text}`,
  askedBack: (code, staff, question) => lines(`${staff}想向您了解（${code}）：${question}`, '直接回复这条消息就可以。'),
  promised: (code, staff, at, note) => lines(`${code}：${staff}和您约定 ${at}。`, note),
  mergedForResident: (code, intoCode) =>
    `${code} 和 ${intoCode} 是同一件事，已并到 ${intoCode} 一起处理，进展照样告诉您。`,
  done: (code, staff, text) =>
    lines(
      text ? `${staff}（${code}）：${text}` : `${code}：${staff}已经处理好了。`,
      '请问解决了吗？回复 1–5 分（5 分最满意）；没解决就回“未解决”，我们继续办。',
    ),
  doneAtNight: (code, staff, text) => (text ? `${staff}（${code}）：${text}` : `${code}：${staff}已经处理好了。`),
  ratingReminder: (code) => `${code} 解决了吗？方便的话回复 1–5 分；没解决就回“未解决”，我们继续办。`,

  ratingThanks(code, score) {
    if (score === null) return `好的，${code} 已办结。谢谢您告诉我们。`;
    if (score >= 4) return `谢谢您的 ${score} 分（${code}），有事随时说。`;
    return `谢谢您直言（${code}，${score} 分），我们会改进。`;
  },

  ratingWhy: (code, score) =>
    `谢谢您直言（${code}，${score} 分）。方便说说哪里没做好吗？直接回复这条消息就可以，我们会跟进。`,
  ratingReasonNoted: (code) => `记下了（${code}），会交给负责人跟进。谢谢您。`,
  ratingRange: (code) => `${code} 请回复 1–5 分（5 分最满意）；没解决就回“未解决”。`,
  pressTaken: () => '收到您的点选了',

  reopened: (code, assignee) => `抱歉还没解决。${code} 已重新打开，${assignee ?? '客服'}会继续跟进。`,

  standing(ticket, dueAt) {
    if (ticket.sensitive) return `${ticket.code}：${words.status(ticket.status)}。${privately}。`;
    const head = `${ticket.code} ${matter(ticket)}：${words.status(ticket.status)}`;
    if (isOver(ticket) || ticket.status === 'merged') return `${head}。`;
    if (ticket.status === 'done') return `${head}。没解决请回“未解决”，我们继续办。`;
    return `${head}，${outlook(ticket.assignee, dueAt)}。`;
  },

  privateAnswer: (code) => `${code} 有答复了。内容涉及隐私，请私聊我发“进度”查看。`,

  ownTickets: (tickets) =>
    lines(
      `您有 ${tickets.length} 件正在办理：`,
      ...tickets.map((ticket) =>
        dots(
          `${ticket.code} ${ticket.sensitive ? '私下处理' : matter(ticket)}`,
          words.status(ticket.status),
          ticket.sensitive ? null : ticket.assignee,
          ticket.dueAt && (ticket.overdue ? `原定 ${ticket.dueAt}，已催办` : `${ticket.dueAt} 前答复`),
        ),
      ),
      '想了解某一件，引用您当时的消息问一句就行。',
    ),
  noOwnTickets: () => '您目前没有正在办理的事项。有事直接说一声就行。',
  directHint: () =>
    '我是物业的登记助手。报修、投诉、建议、咨询直接写给我就好，写明楼栋和情况；发“进度”可查自己的事项。',
  directUnknown: () => '您好，我还不知道您是哪个小区的住户。请先在居民群里说句话，再来私聊我。',
  notSolved: () => '未解决',

  introduceToResidents: (community) =>
    lines(
      `大家好，我是${community}物业的登记机器人，不是真人。`,
      '在群里照常说话就行：报修、投诉、建议、咨询会登记成工单，有人负责，有时限，办完告诉您。',
      '我会记录本群的消息和办理过程，用于跟进，按物业的沟通制度保存至少三年；不会在群里复述您的电话和房号。',
      '发“进度”查自己的事项；不想公开说的，请私聊我。',
    ),
  introduceToStaff: (community) =>
    lines(
      `大家好，我是${community}的登记机器人，不是真人。这里是客服群。`,
      '居民说的事会变成卡片发到这里：在卡片下选“接单”“办结”，或者直接写出来；引用卡片回复别的话，会转给居民。',
      '我会记录本群的消息和每一步操作，按物业的沟通制度保存至少三年。发“帮助”看全部说法。',
    ),
  introduceToManagers: (community) =>
    lines(
      `大家好，我是${community}的登记机器人，不是真人。这里是经理群。`,
      '超过时限的工单、紧急情况和发送失败会报到这里。通知、问卷、表决也在这里写，先给您看，确认后才发。',
      '我会记录本群的消息和每一步操作，按物业的沟通制度保存至少三年。发“帮助”看全部说法。',
    ),
  introduceUnlinked: () =>
    lines(
      '大家好，我是物业登记机器人，不是真人。这个群还没有关联小区，我先不登记任何事项。',
      '请物业经理发 /link residents（居民群）、/link staff（客服群）或 /link managers（经理群）；在别的平台上已是经理的，先私聊那边的我发“绑定”，再把“绑定”和绑定码发到这里。一天内没有关联，我会自己退群。',
    ),
  leavingUnlinked: () => '这个群一直没有关联到小区，我先退群了。需要时请物业经理再拉我进来。',

  helpForResidents: () =>
    lines(
      '有事直接说，写明楼栋、位置和情况，能拍照更好，我会登记并告诉您谁负责、何时答复。',
      '补充：引用原来的消息再说一句。查进度：发“进度”。何时答复、何时上班：发“服务标准”。办完后回复 1–5 分，或“未解决”。',
      '房号：发“房号 7-2-502”。在别的平台上也找我，请先私聊发“绑定”。',
      '通知回“收到”。活动：点“报名”，或接龙。问卷和表决：点选项，或私聊我发“问卷”“表决”。独居想每天有人问声平安，私聊发“关怀 每天9点”。',
      '不想公开的事，请私聊我。想在群里少收消息，发“少发”。',
    ),
} satisfies Partial<Texts>;

import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type { FollowUpCardView, FollowUpResult, FollowUpTexts } from './texts.ts';

const occasions: Record<FollowUpCardView['occasion'], string> = {
  complaint: '投诉件',
  emergency: '紧急件',
  reopened: '重开过',
  low_rating: '评分低',
  sample: '抽样',
};

const results: Record<FollowUpResult, string> = {
  satisfied: '满意',
  not_solved: '仍有问题',
  unreached: '没联系上',
  declined: '不愿回访',
  no_answer: '多次没联系上，不再回访',
};

const outcomes: Record<string, string> = {
  ...results,
  wants_contact: '想请人联系',
  overtaken: '不用了，工单已重新处理',
};

/** What came of a follow-up, as a step of a ticket's life. */
export const followedUp = (outcome: string, note: string | null): string =>
  `回访：${outcomes[outcome] ?? '已记录'}${note ? `，${note}` : ''}`;

export const followUps = {
  followUpQuestion: (code, what) => `上次的${what ?? '事'}（${code}）现在还好吗？`,
  followUpWell: () => '好着呢',
  followUpNotWell: () => '又坏了',
  followUpContact: () => '想请人联系我',
  followUpThanks: () => '那就好，谢谢您。',
  followUpContactComes: () => '好的，已请同事联系您。',
  followUpNoMore: () => '好的，不再打扰您。',

  followUpCard: ({ ticket, caller, requester, occasion, closedAt, score, said, attempt, dueAt }) =>
    lines(
      `☎️ 回访 ${ticket.code}${attempt > 1 ? `（第 ${attempt} 次）` : ''}：请${caller}联系${requester ?? '居民（没有留名）'}`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 40)),
      dots(
        occasions[occasion],
        closedAt && `${closedAt} 关闭`,
        score !== null && `评 ${score} 分`,
        dueAt && `请在 ${dueAt} 前`,
      ),
      said && `居民说：“${quoted(said)}”`,
      '一、您好，我是物业的，想问问上次的事现在怎么样了？',
      '二、当时处理得及时吗？还有什么没办好的？',
      '三、您还有别的建议吗？谢谢您。',
    ),
  followUpResult: (result) => results[result],
  followUpNoted: (code, by, result, nextAt) =>
    `${code} 回访：${results[result]}（${by}）${nextAt ? `，${nextAt} 再试` : ''}`,
  followUpNone: (code) => `${code} 现在不用回访，什么都没有改动。`,
  followUpHow: (code) =>
    `没看懂回访结果，什么都没有改动。请写“回访 ${code} 满意”，也可以是：仍有问题、没联系上、不愿回访，后面可以加一句说明。`,
  followUpReminder: (code, caller, left) => `${caller}，${code} 还没有回访，还剩 ${left}。`,
  followUpLate: (code, caller, late) => `${code} 的回访已过时限 ${late}，负责人：${caller}。`,
} satisfies FollowUpTexts;

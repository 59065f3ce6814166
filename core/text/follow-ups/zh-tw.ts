import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type { FollowUpCardView, FollowUpResult, FollowUpTexts } from './texts.ts';

const occasions: Record<FollowUpCardView['occasion'], string> = {
  complaint: '投訴件',
  emergency: '緊急件',
  reopened: '重開過',
  low_rating: '評分低',
  sample: '抽樣',
};

const results: Record<FollowUpResult, string> = {
  satisfied: '滿意',
  not_solved: '仍有問題',
  unreached: '沒聯絡上',
  declined: '不願回訪',
  no_answer: '多次沒聯絡上，不再回訪',
};

const outcomes: Record<string, string> = {
  ...results,
  wants_contact: '想請人聯絡',
  overtaken: '不用了，工單已重新處理',
};

/** What came of a follow-up, as a step of a ticket's life. */
export const followedUp = (outcome: string, note: string | null): string =>
  `回訪：${outcomes[outcome] ?? '已記錄'}${note ? `，${note}` : ''}`;

export const followUps = {
  followUpQuestion: (code, what) => `上次的${what ?? '事'}（${code}）現在還好嗎？`,
  followUpWell: () => '好著呢',
  followUpNotWell: () => '又壞了',
  followUpContact: () => '想請人聯絡我',
  followUpThanks: () => '那就好，謝謝您。',
  followUpContactComes: () => '好的，已請同事聯絡您。',
  followUpNoMore: () => '好的，不再打擾您。',

  followUpCard: ({ ticket, caller, requester, occasion, closedAt, score, said, attempt, dueAt }) =>
    lines(
      `☎️ 回訪 ${ticket.code}${attempt > 1 ? `（第 ${attempt} 次）` : ''}：請${caller}聯絡${requester ?? '住戶（沒有留名）'}`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 40)),
      dots(
        occasions[occasion],
        closedAt && `${closedAt} 關閉`,
        score !== null && `評 ${score} 分`,
        dueAt && `請在 ${dueAt} 前`,
      ),
      said && `住戶說：「${quoted(said)}」`,
      '一、您好，我是物業的，想問問上次的事現在怎麼樣了？',
      '二、當時處理得及時嗎？還有什麼沒辦好的？',
      '三、您還有別的建議嗎？謝謝您。',
    ),
  followUpResult: (result) => results[result],
  followUpNoted: (code, by, result, nextAt) =>
    `${code} 回訪：${results[result]}（${by}）${nextAt ? `，${nextAt} 再試` : ''}`,
  followUpNone: (code) => `${code} 現在不用回訪，什麼都沒有更動。`,
  followUpHow: (code) =>
    `沒看懂回訪結果，什麼都沒有更動。請寫「回訪 ${code} 滿意」，也可以是：仍有問題、沒聯絡上、不願回訪，後面可以加一句說明。`,
  followUpReminder: (code, caller, left) => `${caller}，${code} 還沒有回訪，還剩 ${left}。`,
  followUpLate: (code, caller, late) => `${code} 的回訪已過時限 ${late}，負責人：${caller}。`,
} satisfies FollowUpTexts;

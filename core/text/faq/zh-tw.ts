import { lines, quoted } from '../layout.ts';
import type { FaqLine, FaqTexts, FaqView } from './texts.ts';

const languages: Record<string, string> = { en: '英文', 'zh-TW': '繁體', 'zh-CN': '簡體' };

const line = ({ number, question, safe, used }: FaqLine): string =>
  `${number} ${quoted(question, 30)}${safe ? '（可自動答覆）' : ''}${used > 0 ? ` · 用過 ${used} 次` : ''}`;

const shown = ({ number, questions, answer, answers, safe, used, unhappy }: FaqView): string =>
  lines(
    `知識庫 ${number}${safe ? '（可自動答覆）' : ''}`,
    ...questions.map((question) => `問：${question}`),
    `答：${answer}`,
    ...Object.entries(answers).map(([locale, text]) => `${languages[locale] ?? locale}：${text}`),
    used + unhappy > 0 && `幫到 ${used} 次，沒幫到 ${unhappy} 次`,
  );

const how = lines(
  '知識庫 新增 問：管理費怎麼繳 問：在哪裡繳管理費 答：服務中心或網路都可以',
  '知識庫 收錄 A7K2：用這件工單的問題和答覆新增一條',
  '知識庫 3：看全文 · 知識庫 修改 3 答：… · 知識庫 停用 3',
  '知識庫 自動 3 開（或 關）：允許機器人自己答',
);

export const faq = {
  faqList: (entries) => lines(`知識庫 ${entries.length} 條：`, ...entries.map(line), '發「知識庫 編號」看全文。'),
  faqEmpty: () => lines('知識庫還是空的。', how),
  faqShown: shown,
  faqAdded: (entry) =>
    lines(
      '已收進知識庫。',
      shown(entry),
      `客服的卡片上會給出這個答覆；要讓機器人自己答，請發「知識庫 自動 ${entry.number} 開」。`,
    ),
  faqChanged: (entry) => lines('已修改。', shown(entry)),
  faqRevoked: (number, question) => `知識庫 ${number}「${quoted(question, 30)}」已停用。`,
  faqSafe: (number, question, safe) =>
    safe
      ? `知識庫 ${number}「${quoted(question, 30)}」以後由機器人自動答覆，會註明是自動答覆；住戶說沒幫到，就轉給人。`
      : `知識庫 ${number}「${quoted(question, 30)}」以後只給客服參考，機器人不再自己答。`,
  faqUnknown: (number, known) =>
    `知識庫裡沒有 ${number}，什麼都沒有改動。${known.length > 0 ? `現有：${known.join('、')}。` : ''}`,
  faqHow: () => how,
  faqIncomplete: (missing) =>
    missing === 'question'
      ? '還缺問題，什麼都沒有改動。請寫「問：…」，住戶有幾種問法就寫幾個。'
      : '還缺答案，什麼都沒有改動。請寫「答：…」。',
  faqNoAnswerYet: (code) =>
    `${code} 還沒有人答覆過，什麼都沒有改動。答覆後再收錄，或直接寫「知識庫 新增 問：… 答：…」。`,
  faqNotOf: (code) => `${code} 是私下處理的事，或者不是諮詢，不能收錄，什麼都沒有改動。`,
  faqProposed: (number, answer) => `💡 知識庫 ${number} 的答覆：${quoted(answer, 200)}`,
  faqGiven: (number, verdict) =>
    verdict === 'silent'
      ? `🤖 已用知識庫 ${number} 自動答覆，住戶還沒有回應`
      : `🤖 知識庫 ${number} 的自動答覆沒有幫到，請人工答覆`,
  faqSend: () => '發送這個答覆',
  faqAnswer: (code, answer) =>
    lines(`${code} 自動答覆：`, answer, '幫到您了嗎？沒幫到就選「沒幫到」，或引用本條說「轉人工」，由工作人員答覆您。'),
  faqHelped: () => '幫到了',
  faqNotHelped: () => '沒幫到，找工作人員',
  faqGlad: (code) => `好的，很高興幫到您，${code} 就此結案。`,
  faqToPerson: (code, assignee, dueAt) =>
    `抱歉沒有幫到您。${code} 已轉給${assignee ?? '客服'}，${dueAt ? `${dueAt} 前` : '會盡快'}答覆您。`,
  faqLostTrust: (number, question, unhappy) =>
    lines(
      `知識庫 ${number}「${quoted(question, 30)}」的自動答覆有 ${unhappy} 次沒幫到住戶，機器人不再自己答。`,
      `請看看答覆：知識庫 ${number}。改好後可發「知識庫 自動 ${number} 開」。`,
    ),
  faqNotSent: (number) => `知識庫 ${number} 已停用或已經發過，什麼都沒有改動。`,
} satisfies FaqTexts;

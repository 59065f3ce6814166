import { dots, lines } from '../layout.ts';
import type { Texts, TicketView } from '../texts.ts';
import { words } from '../words/zh-tw.ts';

/** "報修（3棟2單元 · 電梯）": never the room. */
function matter(ticket: TicketView): string {
  const where = words.place(ticket.place, 'coarse') || (ticket.area === 'other' ? '' : words.area(ticket.area));
  return words.kind(ticket.kind) + (where && `（${where}）`);
}

/** "由王師傅負責，今天 15:00 前給您答覆" */
function outlook(assignee: string | null, dueAt: string | null): string {
  if (assignee && dueAt) return `由${assignee}負責，${dueAt} 前給您答覆`;
  if (assignee) return `由${assignee}負責跟進`;
  return dueAt ? `${dueAt} 前給您答覆` : '客服會跟進，有消息就通知您';
}

const privately = '因涉及您的隱私，客服會與您私下聯絡';
const isOver = (ticket: TicketView): boolean => ticket.status === 'closed' || ticket.status === 'dismissed';

export const residents = {
  receipt(ticket, dueAt) {
    if (ticket.sensitive) return `收到，編號 ${ticket.code}。${privately}。`;
    if (ticket.kind === 'praise') return `謝謝您的肯定，已記下（${ticket.code}），我們會轉達給同仁。`;
    return lines(`收到您的${matter(ticket)}，編號 ${ticket.code}。`, `${outlook(ticket.assignee, dueAt)}。`);
  },

  emergencyReceipt: (ticket, isToldSafety = false) =>
    lines(
      `收到，${ticket.code} 已按緊急狀況通知值班人員${ticket.assignee ? `，由${ticket.assignee}立即聯絡處理` : ''}。`,
      !isToldSafety && '請先確保自身安全，遠離危險；有人受傷、失火或有生命危險，請立即撥打當地的緊急電話（119、110）。',
    ),

  receipts: (tickets) =>
    lines(
      `收到，一共登記了 ${tickets.length} 件：`,
      ...tickets.map(({ ticket, dueAt }) =>
        ticket.sensitive
          ? `${ticket.code} ${privately}`
          : `${ticket.code} ${matter(ticket)}，${outlook(ticket.assignee, dueAt)}`,
      ),
    ),

  taken: (code, staff) => `${code}：${staff}已接單，正在處理。`,
  answer: (code, staff, text) => `${staff}回覆（${code}）：${text}`,
  askedBack: (code, staff, question) => lines(`${staff}想跟您確認（${code}）：${question}`, '直接回覆這則訊息就可以。'),
  promised: (code, staff, at, note) => lines(`${code}：${staff}跟您約 ${at}。`, note),
  mergedForResident: (code, intoCode) =>
    `${code} 和 ${intoCode} 是同一件事，已併入 ${intoCode} 一起處理，進展照樣通知您。`,
  done: (code, staff, text) =>
    lines(
      text ? `${staff}（${code}）：${text}` : `${code}：${staff}已經處理好了。`,
      '請問解決了嗎？回覆 1–5 分（5 分最滿意）；還沒解決就回「未解決」，我們繼續處理。',
    ),
  doneAtNight: (code, staff, text) => (text ? `${staff}（${code}）：${text}` : `${code}：${staff}已經處理好了。`),
  ratingReminder: (code) => `${code} 解決了嗎？方便的話回覆 1–5 分；還沒解決就回「未解決」，我們繼續處理。`,

  ratingThanks(code, score) {
    if (score === null) return `好的，${code} 已完成。謝謝您告訴我們。`;
    if (score >= 4) return `謝謝您給的 ${score} 分（${code}），有事隨時說。`;
    return `謝謝您直說（${code}，${score} 分），我們會改進。`;
  },

  ratingWhy: (code, score) =>
    `謝謝您直言（${code}，${score} 分）。方便說說哪裡沒做好嗎？直接回覆這則訊息就可以，我們會跟進。`,
  ratingReasonNoted: (code) => `記下了（${code}），會交給負責人跟進。謝謝您。`,
  ratingRange: (code) => `${code} 請回覆 1–5 分（5 分最滿意）；沒解決就回「未解決」。`,
  pressTaken: () => '收到您的點選了',

  reopened: (code, assignee) => `抱歉還沒解決。${code} 已重新開啟，${assignee ?? '客服'}會繼續跟進。`,

  standing(ticket, dueAt) {
    if (ticket.sensitive) return `${ticket.code}：${words.status(ticket.status)}。${privately}。`;
    const head = `${ticket.code} ${matter(ticket)}：${words.status(ticket.status)}`;
    if (isOver(ticket) || ticket.status === 'merged') return `${head}。`;
    if (ticket.status === 'done') return `${head}。還沒解決請回「未解決」，我們繼續處理。`;
    return `${head}，${outlook(ticket.assignee, dueAt)}。`;
  },

  privateAnswer: (code) => `${code} 有答覆了。內容涉及隱私，請私訊我「進度」查看。`,

  ownTickets: (tickets) =>
    lines(
      `您有 ${tickets.length} 件正在處理：`,
      ...tickets.map((ticket) =>
        dots(
          `${ticket.code} ${ticket.sensitive ? '私下處理' : matter(ticket)}`,
          words.status(ticket.status),
          ticket.sensitive ? null : ticket.assignee,
          ticket.dueAt && (ticket.overdue ? `原訂 ${ticket.dueAt}，已催辦` : `${ticket.dueAt} 前答覆`),
        ),
      ),
      '想了解某一件，引用您當時的訊息問一句就行。',
    ),
  noOwnTickets: () => '您目前沒有處理中的事項。有事直接說一聲就行。',
  directHint: () =>
    '我是物業的登記小幫手。報修、申訴、建議、詢問直接寫給我就好，請註明樓棟和狀況；傳「進度」可查自己的事項。',
  directUnknown: () => '您好，我還不知道您是哪個社區的住戶。請先在住戶群組裡說句話，再來私訊我。',
  notSolved: () => '未解決',

  introduceToResidents: (community) =>
    lines(
      `大家好，我是${community}物業的登記機器人，不是真人。`,
      '在群組裡照常說話就行：報修、申訴、建議、詢問都會登記成工單，有人負責，有時限，辦完通知您。',
      '我會記錄本群組的訊息和處理過程，供後續跟進，依物業的溝通制度保存至少三年；不會在群組裡重複您的電話和門牌。',
      '傳「進度」查自己的事項；不想公開說的，請私訊我。',
    ),
  introduceToStaff: (community) =>
    lines(
      `大家好，我是${community}的登記機器人，不是真人。這裡是客服群組。`,
      '住戶說的事會變成卡片傳到這裡：在卡片下選「接單」「完成」，或者直接寫出來；引用卡片回覆別的話，會轉給住戶。',
      '我會記錄本群組的訊息和每一步操作，依物業的溝通制度保存至少三年。傳「幫助」看全部說法。',
    ),
  introduceToManagers: (community) =>
    lines(
      `大家好，我是${community}的登記機器人，不是真人。這裡是經理群組。`,
      '超過時限的工單、緊急狀況和傳送失敗會報到這裡。通知、問卷、表決也在這裡寫，先給您看，確認後才傳送。',
      '我會記錄本群組的訊息和每一步操作，依物業的溝通制度保存至少三年。傳「幫助」看全部說法。',
    ),
  introduceUnlinked: () =>
    lines(
      '大家好，我是物業登記機器人，不是真人。這個群組還沒有連結社區，我先不登記任何事項。',
      '請物業經理傳 /link residents（住戶群組）、/link staff（客服群組）或 /link managers（經理群組）；在別的平台上已是經理的，先私訊那邊的我傳「綁定」，再把「綁定」和綁定碼傳到這裡。一天內沒有連結，我會自行退出。',
    ),
  leavingUnlinked: () => '這個群組一直沒有連結到社區，我先退出了。需要時請物業經理再邀我進來。',

  helpForResidents: () =>
    lines(
      '有事直接說，註明樓棟、位置和狀況，能拍照更好，我會登記並告訴您誰負責、何時答覆。',
      '補充：引用原來的訊息再說一句。查進度：傳「進度」。何時答覆、何時上班：傳「服務標準」。辦完後回覆 1–5 分，或「未解決」。',
      '房號：發「房號 7-2-502」。在別的平台上也找我，請先私訊發「綁定」。',
      '通知回「收到」。活動：按「報名」，或接龍。問卷和表決：按選項，或私訊我發「問卷」「表決」。獨居想每天有人問聲平安，私訊發「關懷 每天9點」。',
      '不想公開的事，請私訊我。想在群裡少收訊息，發「少發」。',
    ),
} satisfies Partial<Texts>;

import { chosenBecause } from '../duty/chosen-zh-tw.ts';
import { dots, isAnswerable, lines, markOf, quoted, wordIn } from '../layout.ts';
import type { Texts, TicketLine, TicketView } from '../texts.ts';
import type { StaffVerb } from '../../desk/verb.ts';
import { passing } from '../passing/zh-tw.ts';
import { followedUp } from '../follow-ups/zh-tw.ts';
import { joined, left } from '../incidents/zh-tw.ts';
import { decided } from '../suggestions/zh-tw.ts';
import { words } from '../words/zh-tw.ts';

const nobody = '暫無負責人';

function head(ticket: TicketView): string {
  const urgency = ticket.urgency === 'normal' ? null : words.urgency(ticket.urgency);
  const isPrivate = ticket.sensitive ? '私下處理' : null;
  return `${ticket.code} ${dots(words.kind(ticket.kind), words.area(ticket.area), urgency, isPrivate)}`;
}

function line(ticket: TicketLine): string {
  const due = ticket.dueAt && (ticket.overdue ? `已逾時（${ticket.dueAt}）` : `${ticket.dueAt} 前`);
  const where = words.place(ticket.place, 'full');
  return `${markOf(ticket.urgency)} ${dots(`${ticket.code} ${words.kind(ticket.kind)}`, where, quoted(ticket.summary, 24), ticket.assignee ?? nobody, due)}`;
}

const command = (verb: StaffVerb, code: string | null): string => [words.verb(verb), code].filter(Boolean).join(' ');

const carried: Partial<Record<Parameters<Texts['carriedOut']>[0], string>> = {
  take: '已接單，已告知住戶',
  answer: '已轉告住戶',
  ask: '已向住戶追問',
  promise: '已把約定告訴住戶',
  progress: '進展已告知住戶',
  pass: '已轉交，對方接單前仍由原負責人負責',
  merge: '已合併',
  dismiss: '已取消，不列工單',
  done: '已完成，正在請住戶確認',
  decline: '已退回',
  reopen: '已重新開啟',
};

export const staff = {
  card: (card) =>
    lines(
      `${markOf(card.urgency)} ${head(card)}`,
      words.place(card.place, 'full'),
      `「${quoted(card.summary)}」`,
      dots(
        card.requester,
        words.origin(card.origin),
        card.reporters > 1 && card.kind !== 'suggestion' && `${card.reporters} 人反映`,
        card.chased > 0 && `催問 ${card.chased} 次`,
        card.photos > 0 && `照片 ${card.photos} 張`,
      ),
      dots(
        card.offered
          ? passing.inChargeUntil(card.offered.to, card.offered.acceptBy, card.assignee ?? nobody)
          : `${card.assignee ?? nobody}（${words.status(card.status)}）`,
        card.dueAt ? `${card.dueAt} 前` : card.status === 'waiting' && '時限已暫停',
        card.score !== null && `評分 ${card.score}/5`,
      ),
      dots(card.lastStep, card.settledByResident && '住戶說已經好了，請確認後按完成'),
      ...(card.notes ?? []),
      isAnswerable(card) && '引用本卡片回覆，即可答覆住戶',
    ),

  doubt: (sender, said, ticket) =>
    lines(
      `這是一件要處理的事嗎？${sender}說：`,
      `「${quoted(said)}」`,
      `可能是：${dots(ticket.urgency === 'emergency' && `${markOf('emergency')} 緊急`, words.kind(ticket.kind), words.area(ticket.area), words.place(ticket.place, 'full'))}`,
    ),
  doubtLikeNote: (other) =>
    `可能和 ${other.code}${other.summary === null ? ' ' : `「${quoted(other.summary, 16)}」`}是同一件事，開了工單還可以合併`,
  doubtYes: () => '是，開工單',
  doubtNo: () => '不是',
  doubtSettled: (by, code) => (code ? `${by}：已開工單 ${code}` : `${by}：不列工單`),
  doubtShown: (by, said, code) =>
    `${by}${said === '' ? '又說了' : `說：「${quoted(said)}」`}，${code ? `已開工單 ${code}` : '已記入工單'}，不用再選了。`,
  doubtTakenBack: (by) => `${by}收回了那句話，不用再選了。`,
  doubtChanged: (by, said) => `${by}後來改成：「${quoted(said)}」，不用再選了。`,
  seemsLikeNote: (code, other) =>
    `可能和 ${other.code}${other.summary === null ? ' ' : `「${quoted(other.summary, 16)}」`}是同一件事，是的話傳「${words.verb('merge')} ${code} ${other.code}」`,
  wroteOnClosed: (code, sender, said) =>
    lines(`${sender}在已結束的 ${code} 下又說：`, `「${quoted(said)}」`, '要重開嗎？'),
  reopenChoice: () => '重開',
  leaveChoice: () => '不用',
  addedToTicket: (code, sender, said) => `${code} ${sender}補充：${quoted(said, 200) || '（照片）'}`,
  cardBrief: (code, what, { closed, reporters }) =>
    `${code} ${[what ?? `現在有 ${reporters} 人反映`, closed && '已關閉'].filter(Boolean).join('，')}`,
  carriedOut: (verb, code) => `${carried[verb] ?? '已完成'} · ${code}`,
  notByChat: (code) => `${code} 已記錄。這件事不是從群組來的，住戶看不到，請致電或當面告知。`,
  entered: (ticket, dueAt) =>
    lines(
      `已登記 ${head(ticket)}`,
      dots(words.place(ticket.place, 'full'), ticket.assignee ?? nobody, dueAt && `${dueAt} 前答覆`),
    ),
  choosePromise: (code) => `${code} 約在什麼時候？選一個，或寫「承諾 ${code} 明天15:00」。`,
  choosePass: (code) => `${code} 轉給誰？選一位，或寫「轉交 ${code} 姓名」。`,
  promiseIn: (minutes) => ({ 30: '30 分鐘內', 60: '1 小時內', 120: '2 小時內' })[minutes],
  promiseToday: () => '今天下班前',
  promiseTomorrow: () => '明天中午前',
  timeline: (ticket, steps) =>
    lines(
      head(ticket),
      dots(words.place(ticket.place, 'full'), words.status(ticket.status), ticket.assignee ?? nobody),
      `「${quoted(ticket.summary)}」`,
      ...steps.map(({ at, who, what }) => `${at} ${dots(who, what)}`),
    ),
  openTickets: (tickets, all) =>
    lines(
      `未結工單 ${all} 件${all > tickets.length ? `，最急的 ${tickets.length} 件` : ''}：`,
      ...tickets.map(line),
      all > tickets.length && `另有 ${all - tickets.length} 件沒有列出，傳「查找」加字詞或編號來找。`,
      '傳「詳情」加編號看經過。',
    ),
  noOpenTickets: () => '目前沒有未結的工單。',

  deliveryFailed: (code, why) => `${code ? `${code} 有一則訊息` : '有一則訊息'}沒能送達：${why}。請換個方式聯絡對方。`,
  botRemoved: (group) => `機器人被移出了「${group}」，那個群組裡的話暫時收不到了。需要時請重新邀請並連結。`,
  intakeFault: () => '有一則住戶訊息處理出錯，反覆重試仍未成功。訊息已保存，請到群組裡看一下，並請管理員查看執行紀錄。',

  helpForStaff: () =>
    lines(
      '引用卡片直接回覆，就是答覆住戶。也可以寫「說法 編號 內容」，例如：回覆 A7K2 師傅已出發',
      '只寫「接單」「辦結」，就是指群組裡最近的那張卡片；有幾張分不清時，我會先問。卡片下有編號的，也可以引用它回數字。',
      '接單 · 回覆 · 追問 · 承諾（承諾 A7K2 明天15:00）· 進展 · 轉交（轉交 A7K2 王師傅，對方接單前仍由原負責人負責）· 退回',
      '延後（延後 A7K2 2小時 等零件）· 合併（合併 A7K2 B3M4）· 誤報 · 完成 · 重開 · 回訪（回訪 A7K2 滿意）· 詳情',
      '登記 電話 3棟2單元501 電梯不動了：記下電話、意見箱、座談會、巡查來的事',
      '房號：引用住戶的話或卡片發「房號 7-2-502」，登記他的房號 · 綁定：把您在別的平台上的帳號合成一個人',
      '值班：誰在值班（值班 本週）· 換班 11月30日 @老王 · 請假 11月25日 到 27日 · 網格、代理人：誰負責什麼',
      '通知 3 狀態 / 未確認 / 已告知 3-2-501：一則通知誰收到了 · 預案 火災：步驟 · 活動 1：名單，簽到 · 關懷：平安問候的名單 · 繳費 已繳 3-2-501（私訊）',
      '待辦：未結工單 · 事件：幾戶反映的同一件事，一次答覆 · 搜尋 電梯 3棟：找以前的工單 · 知識庫：常見問題的答覆。英文說法和 /take 這樣的寫法同樣有效。',
    ),
  helpForManagers: () =>
    lines(
      '超過時限的工單、緊急狀況和傳送失敗會報到這裡。',
      '待辦：未結工單 · 詳情 A7K2：一件事的經過 · 登記：代住戶輸入',
      '引用同仁的一則訊息傳「角色 維修 3,4」：由他負責 3、4 棟的維修；不寫樓棟就是全社區 · 「角色 取消 @姓名」：他不再負責工單',
      '排班：值班 週一至週五 08:30-18:00 維修 @李工 @王工 · 網格 3棟 @李工 · 代理人 @老王 · 接單上限 @李工 8 · 請假 @李工 明天',
      '服務標準：答應住戶的時限和服務時間；要改就寫「服務標準 諮詢 12小時」，看版本寫「服務標準 版本」',
      '告訴住戶：通知 · 範本 · 標籤 · 公示 · 預案 · 演練 · 關懷 · 繳費。怎麼寫，傳「幫助 通知」',
      '徵求住戶：問卷 · 表決 · 徵求意見 · 認捐 · 活動 · 知識庫，建議：採納 / 不採納。怎麼寫，傳「幫助 問卷」',
      '評價：近 90 天住戶給同仁和外包單位的評分 · 旁聽 3棟群組 開：那個群組只聽不辦，一週後彙整給您看',
      '帳號：各平台的帳號是否在線 · 額度：發了多少、還有多少在等 · 停發 微信 / 恢復 微信 · 登入碼',
      '未發：被延後、合併或沒發出的訊息和原因，也可以立即發 · 通道：各個群組和帳號是否暢通 · 設備：能報警的設備（在私訊裡新增）',
      '/link residents 3,4 · /link staff · /link managers：在要連結的群組裡傳，指明它是什麼群組',
    ),

  unknownCode: (code, near) =>
    `沒有編號 ${code}，什麼都沒有更動。${near ? `您是不是指 ${near}？` : '傳「待辦」可以看到所有編號。'}`,
  whichChoice: (said) => `「${quoted(said, 12)}」是指哪一個？什麼都沒有更動。`,
  notOffered: (said, offered) => `沒有「${quoted(said, 12)}」這個選項，什麼都沒有更動。可以選：${offered}`,
  whichTicket: (verb) => `要${words.verb(verb)}哪一件？請引用它的卡片，或寫上編號，例如「${words.verb(verb)} A7K2」。`,
  nearestVerb: (said, verb, code) =>
    `沒有「${quoted(said, 20)}」這個說法，什麼都沒有更動。您是不是指「${command(verb, code)}」？`,
  codeAndWords: (code, said, tells) =>
    `「${code} ${quoted(said, 20)}」裡沒有指令，什麼都沒有更動，住戶也沒有收到。要怎麼處理？${tells.length > 0 ? `選${tells.map((verb) => `「${words.verb(verb)}」`).join('或')}會把這句話傳給住戶。` : ''}`,
  needsText: (verb) => `還缺內容，例如「${words.verb(verb)} A7K2 師傅已經出發」。什麼都沒有更動。`,
  needsTime: () => '看不懂時間，什麼都沒有更動。可以寫「今天15:00」「明天上午10點」「兩小時後」。',
  timePassed: () => '這個時間已經過去了，什麼都沒有更動。請寫一個將來的時間。',
  needsPerson: (names) =>
    `要交給誰？${names.length > 0 ? `可以是：${names.join('、')}。` : '請寫上同仁的名字。'}什麼都沒有更動。`,
  needsEntry: () => '請寫明來源和內容，例如：登記 電話 3棟2單元501 電梯不動了',
  ticketIsOver: (code, status) =>
    `${code} ${words.status(status)}，什麼都沒有更動。需要繼續處理，請先「重開 ${code}」。`,
  alreadyTaken: (code, assignee) => `${code} 已由${assignee}接單，什麼都沒有更動。要接過來，請寫「接單 ${code}」。`,
  cannotMerge: (code) =>
    `${code} 不能這樣合併，什麼都沒有更動。請寫兩個不同的、沒有合併過的編號，例如「合併 A7K2 B3M4」。`,

  setupDone: (community) =>
    `設定完成：您是${community}的第一位經理，本群組是客服群組。接著到住戶群組裡傳 /link residents 就可以用了。`,
  setupWrong: () => '口令不對，或者已經用過了。',
  linked(audience, buildings) {
    const group = { residents: '住戶群組', staff: '客服群組', managers: '經理群組' }[audience];
    return `已連結：本群組是${group}${buildings.length > 0 ? `（${buildings.join('、')}棟）` : ''}。`;
  },
  linkHow: () =>
    lines(
      '請在要連結的群組裡傳下面一種：',
      '/link residents 3,4（住戶群組，3、4 棟；不寫樓棟就是全社區）',
      '/link staff（客服群組） · /link managers（經理群組）',
    ),
  roleGranted: (name, role, buildings) =>
    `${name}現在是${words.role(role)}${buildings.length > 0 ? `（${buildings.join('、')}棟）` : ''}。`,
  roleHow: () =>
    '請引用那位同仁的一則訊息，傳「角色 維修 3,4」（不寫樓棟就是全社區）。職務有：客服、維修、保安、清潔、園藝、經理、監督、業委會、外包。',

  step(type, data) {
    const by = wordIn(data, 'by') ?? '';
    const text = wordIn(data, 'text');
    const steps: Record<string, () => string> = {
      opened: () => '開單',
      assigned: () => `負責人：${wordIn(data, 'name') ?? '暫無'}${chosenBecause(data)}`,
      taken: () => `${by}接單`,
      answered: () => `${by}答覆：${text ?? ''}`,
      auto_answered: () => `自動答覆（知識庫 ${wordIn(data, 'faq') ?? ''}）`,
      decided: () => decided(by, data['adopted'] === true, text),
      auto_unhelpful: () => '居民說自動答覆沒有幫到',
      asked_back: () => `${by}問住戶：${wordIn(data, 'question') ?? ''}`,
      promised: () => [`${by}約定了時間`, wordIn(data, 'dueAt'), wordIn(data, 'note')].filter(Boolean).join('，'),
      progressed: () => `${by}告知進展：${text ?? ''}`,
      passed: () => `${by}轉交給${wordIn(data, 'toName') ?? '同仁'}`,
      declined: () => (wordIn(data, 'reason') ? `${by}退回：${wordIn(data, 'reason')}` : `${by}退回`),
      returned: () => `${wordIn(data, 'fromName') ?? '同仁'}沒有接單，仍由${wordIn(data, 'toName') ?? '原負責人'}負責`,
      merged: () => `${by}併入 ${wordIn(data, 'intoCode') ?? '另一件'}`,
      absorbed: () => `${by}把 ${wordIn(data, 'fromCode') ?? '另一件'} 併進來`,
      dismissed: () => `${by}認為不列工單`,
      message_added: () => (text ? `住戶補充：${text}` : '住戶補充'),
      message_recalled: () => '住戶收回了訊息',
      message_edited: () => '住戶修改了訊息',
      policy_moved: () => `改按服務標準第 ${wordIn(data, 'version') ?? ''} 版計時`,
      corrected: () => '資料有更正',
      settled_by_resident: () => '住戶說已經好了',
      incident_joined: () => joined(wordIn(data, 'incident') ?? '', wordIn(data, 'by')),
      incident_left: () =>
        left(wordIn(data, 'incident') ?? '', wordIn(data, 'by'), {
          why: wordIn(data, 'why') ?? '',
          text: text ?? null,
        }),
      done: () => (text ? `${by}完成：${text}` : `${by}完成`),
      rated: () =>
        `住戶評 ${wordIn(data, 'score') ?? '?'} 分${wordIn(data, 'comment') ? `：${wordIn(data, 'comment')}` : ''}`,
      confirmed: () => '住戶確認解決',
      reopened: () =>
        `${data['by'] === 'resident' ? '住戶說未解決，重開' : '重開'}${wordIn(data, 'comment') ? `：${wordIn(data, 'comment')}` : ''}`,
      follow_up_planned: () => ['計劃回訪', wordIn(data, 'dueAt')].filter(Boolean).join('，'),
      followed_up: () => followedUp(wordIn(data, 'outcome') ?? '', wordIn(data, 'note')),
      closed: () => '結案',
      reminded: () => '已提醒負責人',
      seems_like: () => `可能和 ${wordIn(data, 'code') ?? '另一件'} 是同一件事`,
      may_be_missing: () => `${wordIn(data, 'from') ?? ''} 到 ${wordIn(data, 'until') ?? ''} 的訊息可能有遺漏`,
      machine_reported: () =>
        `設備「${wordIn(data, 'device') ?? ''}」${data['alarm'] === true ? `報警（第 ${wordIn(data, 'count') ?? '1'} 次）` : '回報恢復正常'}`,
      breached: () => `超過時限（${wordIn(data, 'clause') ?? '時限'}）`,
      escalated: () => `已告知${wordIn(data, 'told') ?? '相關人員'}（${wordIn(data, 'clause') ?? '時限'}）`,
      apologised: () =>
        ['已向住戶致歉', wordIn(data, 'dueAt') && `答應 ${wordIn(data, 'dueAt')} 前回音`].filter(Boolean).join('，'),
      paused: () => '時限暫停，等住戶回覆',
      resumed: () => '時限繼續計算',
      postponed: () =>
        [`${by}延後了提醒`, wordIn(data, 'until') && `到 ${wordIn(data, 'until')}`, wordIn(data, 'reason')]
          .filter(Boolean)
          .join('，'),
      delivery_failed: () => `訊息沒能送達：${words.failure(wordIn(data, 'failure') ?? '')}`,
    };
    return steps[type]?.() ?? '有新的紀錄';
  },
} satisfies Partial<Texts>;

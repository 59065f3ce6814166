import type { Threshold } from '../../surveys/consultations/threshold.ts';
import { least } from '../../surveys/consultations/threshold.ts';
import { dots, lines, quoted } from '../layout.ts';
import { percentOf, yuan } from './figures.ts';
import type { AskedView, ConsultationTexts, DraftMistake, OutcomeView, StatusView, VoteView } from './texts.ts';

const kinds: Record<AskedView['kind'], string> = { consultation: '徵求意見', vote: '表決', pledge: '認捐' };
const states: Record<StatusView['state'], string> = {
  draft: '草稿',
  scheduled: '已排期',
  open: '進行中',
  closed: '已結束',
  withdrawn: '已撤回',
  discarded: '已放棄',
};

const named = ({ kind, number, title }: AskedView): string => `${kinds[kind]}${number}「${quoted(title, 40)}」`;
const share = (it: Threshold): string => {
  if (it.share * 2 === it.of && it.over) return '過半';
  return `${it.over ? '超過' : '不少於'} ${percentOf(it)}`;
};
const where = (buildings: readonly string[]): string =>
  buildings.length === 0 ? '全社區' : buildings.map((label) => `${label}棟`).join('、');

function howDecided({ kind, rules, options }: AskedView): string | null {
  if (kind !== 'vote') return null;
  const whole = rules.base === 'eligible' ? '全體戶數' : '票數';
  const yes = rules.yes === null ? '得票最多且' : `「${options[rules.yes] ?? ''}」`;
  const abstaining = rules.abstain === null ? '' : `棄權${rules.countAbstentions ? '計入' : '不計入'}${whole}。`;
  return `參與戶數${share(rules.quorum)}才有效，${yes}${share(rules.majority)}（按${whole}）即通過。${rules.base === 'votes' ? abstaining : ''}`;
}

function howToAnswer({ kind, number, options }: AskedView): string {
  if (kind === 'pledge')
    return `願意出多少，引用本條回覆金額即可，例如「200元」；私訊我也行（「認捐${number} 200元」）。只登記意向，不在這裡收錢。截止前可以改。`;
  if (options.length === 0) return `有意見請引用本條回覆，或私訊我「徵求意見${number} 您的意見」。`;
  const rule = kind === 'vote' ? '每戶一票，截止前可以改。' : '截止前可以改。';
  return `${rule}點下面的選項，或引用本條回覆選項，後面可以寫理由。私訊我傳「${kinds[kind]}${number}」可查本戶的記錄。`;
}

const said = ({ choice, amount, opinion }: VoteView): string =>
  [choice, amount === null ? null : yuan(amount), opinion ? '附意見' : null].filter(Boolean).join('，') || '意見';

function verdict({ result, winner, asked, voters, eligible, counts, base, pledged }: OutcomeView): string {
  const { rules, goal } = asked;
  const quorum = least(rules.quorum, eligible);
  switch (result) {
    case 'carried':
      return `結果：通過（${winner ?? ''}，${share(rules.majority)}，按 ${base} ${rules.base === 'eligible' ? '戶' : '票'}計）。`;
    case 'chosen':
      return `結果：選定「${winner ?? ''}」（按 ${base} 票計，${share(rules.majority)}）。`;
    case 'rejected':
      return `結果：未通過，沒有達到${share(rules.majority)}（按 ${base} ${rules.base === 'eligible' ? '戶' : '票'}計）。`;
    case 'tie':
      return `結果：票數相同（各 ${Math.max(...counts.filter((_, i) => i !== rules.abstain), 0)} 票），沒有通過。`;
    case 'no_majority':
      return `結果：沒有一項達到${share(rules.majority)}（按 ${base} 票計），未能選定。`;
    case 'no_quorum':
      return `結果：參與不足，表決無效。需要 ${quorum} 戶，實際 ${voters} 戶。`;
    case 'no_votes':
      return '結果：沒有人參與。';
    case 'heard':
      return '意見已全部收到，物業會一併研究後答覆。';
    case 'goal_met':
      return `認捐意向 ${yuan(pledged)}，達到目標 ${yuan(goal ?? 0)}。只是意向，沒有收款。`;
    case 'goal_short':
      return `認捐意向 ${yuan(pledged)}，離目標 ${yuan(goal ?? 0)} 還差 ${yuan((goal ?? 0) - pledged)}。只是意向，沒有收款。`;
    case 'pledged':
      return `認捐意向共 ${yuan(pledged)}。只是意向，沒有收款。`;
  }
}

function mistake(it: DraftMistake): string {
  switch (it.kind) {
    case 'field':
      return it.nearest ? `沒有「${it.said}」這一項，是不是「${it.nearest}」？` : `沒有「${it.said}」這一項。`;
    case 'no_title':
      return '第一行要寫題目，例如：表決 更換電梯';
    case 'title_long':
      return '題目請不超過 60 個字，其餘寫在下一行。';
    case 'no_text':
      return '請寫上說明：為什麼做、怎麼做、花多少錢。';
    case 'options':
      return '選項至少兩個，各不相同，例如：選項: 同意/反對/棄權';
    case 'too_many':
      return '選項最多 8 個，每個不超過 20 個字。';
    case 'audience_by_ticket':
      return '範圍請寫棟別或標籤，例如：範圍: 3棟 5棟';
    case 'audience':
    case 'unknown_audience':
      return `範圍裡的「${quoted(it.said, 20)}」沒有找到。例如：範圍: 3棟 5棟`;
    case 'time':
      return `時間「${quoted(it.said, 20)}」看不懂。例如：截止: 11月30日18:00，或 截止: 7天`;
    case 'time_order':
      return '截止時間要晚於現在，也要晚於開始時間。';
    case 'share':
      return `「${quoted(it.said, 20)}」看不懂。例如：法定: 參與 2/3，同意 過半`;
    case 'amount':
      return `金額「${quoted(it.said, 20)}」看不懂。例如：目標: 3000元`;
    case 'households':
      return `戶數「${quoted(it.said, 20)}」看不懂。例如：戶數: 320`;
    case 'abstain':
      return '棄權寫「計入」或「不計入」。';
  }
}

const statusLine = ({ asked, state, opensAt, voters, eligible }: StatusView): string =>
  dots(
    `${named(asked)} ${states[state]}`,
    state === 'scheduled' && opensAt && `${opensAt} 開始`,
    (state === 'scheduled' || state === 'open') && `${asked.closesAt} 截止`,
    state === 'open' && `已參與 ${voters}/${eligible} 戶`,
  );

export const consultations = {
  consultation: (asked) =>
    lines(
      `【${kinds[asked.kind]}${asked.number}】${asked.title}`,
      asked.text,
      `範圍：${where(asked.buildings)}　截止：${asked.closesAt}`,
      asked.goal !== null && `目標：${yuan(asked.goal)}`,
      howDecided(asked),
      howToAnswer(asked),
    ),
  consultationReminder: (asked) =>
    lines(`${named(asked)} ${asked.closesAt} 截止，還沒參與的請抓緊。`, howToAnswer(asked)),
  consultationPreview: ({ asked, opensAt, groups, households, stated, attachments }) =>
    lines(
      asked.options.length > 0 && `選項：${asked.options.join(' / ')}`,
      `以上是${kinds[asked.kind]}${asked.number} 草稿，還沒有發出。`,
      groups.length === 0
        ? '⚠️ 沒有符合範圍的住戶群組，現在發不出去。'
        : `發到：${groups.slice(0, 8).join('、')}${groups.length > 8 ? ` 等 ${groups.length} 個群組` : ''}`,
      stated
        ? `共 ${households} 戶（按您寫的戶數）。`
        : `登記在冊 ${households} 戶；若總戶數不止這些，請寫「戶數: …」，參與率按它算。`,
      opensAt ? `${opensAt} 開始。` : '確認後馬上發布。',
      attachments > 0 && `附件 ${attachments} 個。`,
      '發布後題目、正文、選項都不能再改，只能延長或撤回。',
    ),
  consultationNobody: () => '沒有符合範圍的住戶群組，沒有發出。引用草稿改「範圍: …」，或先連結住戶群組。',
  consultationConfirm: () => '確認發布',
  consultationChange: () => '修改',
  consultationDiscard: () => '放棄',
  consultationChangeHow: () =>
    '引用草稿，寫要改的項，例如「截止: 12月5日18:00」「選項: A方案/B方案」「法定: 參與 2/3，同意 過半」；只換正文，寫「改成 新的正文」。',
  consultationHow: () =>
    lines(
      '這樣寫：',
      '表決 更換電梯',
      '為什麼換、怎麼換、花多少錢……',
      '範圍: 3棟 5棟',
      '截止: 11月30日18:00',
      '選項、法定、棄權、戶數、開始也都可以寫，不寫按服務標準。「徵求意見 …」收意見，「認捐 …」登記金額（目標: 3000元）。',
      '已發布的：「表決1」看參與率，「表決1 延長 12月5日」，「表決1 撤回 原因」。',
    ),
  consultationMistakes: (mistakes) => lines('還不能發布，請改好再發：', ...mistakes.map((it) => `· ${mistake(it)}`)),
  consultationOpened: (number, groups) => `${number} 號開始發送，共 ${groups} 個群組。群組當天訊息已滿時會晚一點發出。`,
  consultationScheduled: (number, when) => `${number} 號已排期，${when} 開始。`,
  consultationDiscarded: () => '已放棄，什麼都沒有發出。',
  consultationChangedSince: (number) => `表決${number} 在您看過之後改過了，請看最新的再確認：`,
  consultationSettled: (state) => `這一份${states[state]}，不用再處理。`,
  consultationUnknown: (number) => `沒有 ${number} 號。傳「表決」看全部。`,
  consultationStatus: (status) =>
    lines(statusLine(status), status.state === 'open' && '結束前只公佈參與率，不公佈各選項票數，以免影響大家。'),
  consultationList: (all) =>
    all.length === 0
      ? '現在沒有表決、徵求意見或認捐。'
      : lines(...all.map(statusLine), '結束前只公佈參與率，不公佈各選項票數。'),
  consultationExtendHow: () => '請寫延到什麼時候（要晚於原來的截止時間），例如：表決1 延長 12月5日18:00',
  consultationExtended: (asked) => `${named(asked)}延長到 ${asked.closesAt} 截止。已經投的仍然有效，截止前可以改。`,
  consultationWithdrawHow: () => '請寫明原因，會告訴所有人，例如：表決1 撤回 方案有誤，修改後重發',
  consultationWithdrawn: (asked, reason) => `${named(asked)}撤回了，已有的記錄不再計算。原因：${reason}`,
  consultationDone: () => '已辦好，並通知了原來的群組。',
  consultationOutcome: (outcome) =>
    lines(
      `${named(outcome.asked)}結束了。`,
      `應參與 ${outcome.eligible} 戶，參與 ${outcome.voters} 戶。`,
      outcome.counts.length > 0 &&
        outcome.voters > 0 &&
        outcome.counts.map((count, i) => `${outcome.asked.options[i] ?? ''} ${count}`).join(' · '),
      verdict(outcome),
      outcome.asked.kind !== 'consultation' &&
        `記錄校驗碼：${outcome.headHash.slice(0, 16)}（可向物業索取明細自行複核）`,
    ),
  consultationOpinions: (opinions, more, late) =>
    lines(
      opinions.length === 0 ? '沒有人寫意見。' : '住戶意見（不署名）：',
      ...opinions.map((one) => `· ${quoted(one, 200)}`),
      more > 0 && `另有 ${more} 條。`,
      late > 0 && `其中 ${late} 戶是開始之後才登記房號的，請核對。`,
    ),
  consultationBroken: (asked, seq) =>
    `⚠️ ${named(asked)}到期，但記錄從第 ${seq} 條起對不上，結果沒有公佈。請管理員執行 linli recount ${asked.number} 查看。`,
  ballotCounted: (asked, vote, hash, changed) =>
    `${named(asked)}${changed ? '，本戶的記錄已改為' : '，已記錄'}：${said(vote)}。編號 ${hash}，結束後可在明細裡查到。${changed ? '以最後一次為準。' : '截止前可以改。'}`,
  ballotUnchanged: (asked, vote, hash) => `${named(asked)}，本戶的記錄是：${said(vote)}。編號 ${hash}。`,
  ballotNoted: () => '已記錄。',
  ballotChangedAtHome: (asked, vote) =>
    `${named(asked)}：您家有人把記錄改成了「${said(vote)}」。每戶一票，以最後一次為準；要改請回覆您的選擇。`,
  ballotOver: (asked) => `${named(asked)}已經結束，這次沒有計入。`,
  ballotNotOpen: (asked, when) => `${named(asked)}還沒有開始，${when} 開始後再來。`,
  ballotNoFlat: (asked) =>
    `${named(asked)}按戶計算，還不知道您住哪一戶，這次沒有計入。請先私訊我傳「房號 7-2-502」（換成您的），再選一次。`,
  ballotNoFlatInGroup: (asked) =>
    `${named(asked)}按戶計算。房號還沒有確認的，點了不會計入：請先私訊我傳「房號 7-2-502」（換成您的），再選一次。`,
  ballotFlatQuestion: (asked, flat) => `${named(asked)}按戶計算。您住 ${flat}，對嗎？確認後這一次就計入。`,
  ballotFlatYes: () => '對，計入',
  ballotFlatNo: () => '不對',
  ballotFlatWrong: () => '好的，沒有計入。請傳「房號 7-2-502」（換成您的），再選一次。',
  ballotElsewhere: (asked) => `${named(asked)}只問 ${where(asked.buildings)} 的住戶，所以沒有計入。謝謝您關心。`,
  ballotOtherFlat: (asked) =>
    `${named(asked)}：您已經為另一套房登記過，一個人只能代表一戶，這次沒有計入。房號有變請聯絡物業。`,
  ballotNotOffered: (asked) =>
    asked.kind === 'pledge'
      ? `請回覆金額，例如「認捐${asked.number} 200元」。`
      : `沒有這個選項。可以選：${asked.options.join(' / ')}`,
  ballotWhich: (all) =>
    lines(
      '現在有幾項都在進行，您說的是哪一項？請帶上編號：',
      ...all.map((asked) => `· ${kinds[asked.kind]}${asked.number} ${quoted(asked.title, 30)}`),
    ),
  ballotNone: (asked) => `${named(asked)}，本戶還沒有記錄。`,
} satisfies ConsultationTexts;

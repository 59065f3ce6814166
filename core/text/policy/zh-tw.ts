import { words } from '../words/zh-tw.ts';
import { mattersWith } from './matters-with.ts';
import { pageWith, type PageSentences } from './page.ts';
import { spanParts } from './span-parts.ts';
import type { PolicyTexts } from './texts.ts';

const weekday = { mon: '週一', tue: '週二', wed: '週三', thu: '週四', fri: '週五', sat: '週六', sun: '週日' };
const order = Object.keys(weekday) as (keyof typeof weekday)[];
const list = (items: readonly string[]): string => items.join('、');

const inWords: Pick<PolicyTexts, 'span' | 'matters' | 'windows' | 'weekHours'> = {
  span({ ms, counts }) {
    const { days, hours, minutes } = spanParts(ms);
    const parts = [days && `${days} 天`, hours && `${hours} 小時`, minutes && `${minutes} 分鐘`].filter(Boolean);
    return `${counts === 'service' ? '服務時間 ' : ''}${parts.join(' ')}`;
  },
  matters: (scope) =>
    mattersWith(
      {
        ...words,
        list,
        except: (areas) => `${areas}除外`,
        everything: '所有事項',
        emergencies: '緊急狀況',
        qualified: (what, how) => `${what}（${how.join('，')}）`,
      },
      scope,
    ),
  windows: (windows) => list(windows.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)) || '休息',
  weekHours(hours) {
    const said = hours.map(({ days, windows }) => {
      const [first, last] = [days[0] ?? 'mon', days.at(-1) ?? 'sun'];
      const inRow = order.indexOf(last) - order.indexOf(first) === days.length - 1;
      if (days.length === 7) return windows.length > 0 ? `每天 ${inWords.windows(windows)}` : '暫不開放';
      const which =
        inRow && days.length > 2 ? `${weekday[first]}至${weekday[last]}` : list(days.map((day) => weekday[day]));
      return `${which}${windows.length > 0 ? ' ' : ''}${inWords.windows(windows)}`;
    });
    return said.join('；');
  },
};

const sentences: PageSentences = {
  ...inWords,
  list,
  title: '【服務標準】',
  hours: (week, holidays, zone) => `服務時間：${week}${holidays ? `，${holidays}` : ''}${zone ? `（${zone}）` : ''}`,
  asEver: '國定假日照常',
  onHolidays: (windows) => `國定假日${windows === '休息' ? '' : ' '}${windows}`,
  quiet: (from, to) => `${from} 到 ${to} 是安靜時間，除緊急狀況外不打擾您`,
  expect: '您可以期待：',
  answer: (matters, within, isEmergency) =>
    within === null
      ? `${matters}：不設回覆時限`
      : isEmergency
        ? `${matters}：${within}內有人應答，不分晝夜`
        : `${matters}：${within}內回覆`,
  everything: '所有事項',
  progress: (within) => `還沒辦完的事，至少每 ${within}告訴您一次進展`,
  resolution: (within) => `結案時限：${within}`,
  promise: '約好的時間就是時限',
  passing: '首問負責：您找到誰，誰就負責到底，直到有人接手',
  ifLate: '如果晚了：',
  told: (who) => who.map(({ who, after }) => (after ? `逾時 ${after}由${who}過問` : `到時限由${who}過問`)).join('，'),
  apology: (newDate) => `不用您催，我們主動致歉，並告訴您新的時間（${newDate}以內）`,
  afterwards: '結案以後：',
  closing: (remindAfter, closeAfter) =>
    `請您評價；${remindAfter}沒有評價提醒一次，${closeAfter}沒有回音就結案，說「未解決」隨時重辦`,
  reopened: (within) => `您說沒解決的，再次回覆的時限：${within}`,
  followUps: (after, byPerson, byBot) =>
    `結案 ${after}後回訪：${[byPerson && `專人回訪${byPerson}`, byBot && `機器人詢問${byBot}`].filter(Boolean).join('；')}`,
  occasion: (occasion, share) =>
    ({
      complaint: '申訴',
      emergency: '緊急狀況',
      reopened: '重辦的事',
      low_rating: '評價低的事',
      sample: `其餘事項的 ${share}`,
    })[occasion],
  addressee: {
    assignee: '負責人',
    on_duty: '值班人員',
    next_on_duty: '下一位值班人員',
    staff: '全體工作人員',
    supervisor: '監督小組',
    manager: '物業經理',
    requester: '您',
  },
  telling: '怎樣通知和徵求您：',
  budget: (most, digestAt) => `每個群組一天 ${most} 則以後，不急的合併到 ${digestAt} 一起說；嫌多請說「少發」`,
  changes: (leadTime) => `收費和規定有變，提前 ${leadTime}說明`,
  votes: (quorum, majority) => `表決一戶一票：${quorum} 的住戶參與才有效，超過 ${majority} 的票同意才通過`,
  inCharge: '負責人：',
  inChargeOf: (what, name) => `${what}：${name}`,
  spanOf: (matters, within) => `${matters}${matters && ' '}${within}`,
  specialDay: (windows, because) => `${windows}（${because}）`,
  clauses: (codes) => `（${codes.join('、')}）`,
};

const fields: Record<string, string> = {
  'calendar.week': '服務時間',
  'calendar.holidays': '國定假日依據',
  'calendar.onHolidays': '國定假日服務時間',
  'calendar.onMakeUpDays': '補班日服務時間',
  'calendar.quietHours': '安靜時間',
  'passing.acceptWithin': '轉交後須接手',
  'passing.counts': '轉交的計時方式',
  'breach.newDateWithin': '逾時後新的時限',
  'breach.counts': '逾時後的計時方式',
  'reminders.spacing': '同一個人兩次提醒的間隔',
  'reminders.digestFrom': '合併提醒的起點（則）',
  'reminders.postponeAtMost': '提醒最多延後',
  'closing.remindToRateAfter': '提醒評價',
  'closing.closeUnansweredAfter': '無回音結案',
  'followUps.after': '回訪時間（結案後）',
  'followUps.by.complaint': '申訴的回訪',
  'followUps.by.emergency': '緊急狀況的回訪',
  'followUps.by.reopened': '重辦的回訪',
  'followUps.by.low_rating': '低分的回訪',
  'followUps.by.sample': '抽樣回訪',
  'followUps.sampleShare': '抽樣回訪的比例',
  'followUps.lowRatingUpTo': '低分上限',
  'followUps.retryAt': '再次回訪的時刻',
  'followUps.attemptsAtMost': '最多回訪次數',
  'health.every': '通道檢查間隔',
  'health.silentFrom': '判斷靜默所需的發言數',
  'health.silentAfter': '多久沒有發言算靜默',
  'health.clockSkew': '允許的時鐘誤差',
  'health.queueLag': '允許的排隊時間',
  'machines.flappingWithin': '設備反覆警報合併',
  'machines.perMinute': '設備每分鐘回報上限',
  'understanding.actFrom': '多有把握就開工單',
  'understanding.askFrom': '多有把握就問客服',
  'understanding.opinionsPerDay': '每天最多問語言模型幾次',
  'understanding.opinionWithin': '語言模型多久沒答就問客服',
  'understanding.shadowFor': '只聽不辦的群多久後彙整',
  'understanding.incidentFrom': '幾戶報同一件事算一個事件',
  'understanding.incidentWithin': '多久之內報的算同一個事件',
  'safety.words': '緊急時先發安全提示',
  'restraint.perGroupAndDay': '每個群組每天的訊息則數',
  'restraint.digestAt': '合併訊息的時刻',
  'notices.takeBackWithin': '通知確認後可撤回的時間',
  'notices.secondPersonFor': '需要第二位經理同意的通知',
  'notices.remindSecondAfter': '等第二位經理多久後提醒',
  'notices.leadTime': '收費和規定變動的提前期',
  'notices.offerQuestionsFrom': '同一個問題幾戶問就請經理統一回答',
  'notices.walkListAfter': '緊急通知多久後列出未確認的住戶',
  'publications.remindBefore': '公示到期前多久提醒',
  'publications.overdueAfter': '公示晚多久報監督小組',
  'care.askAgainAfter': '平安問候多久沒回再問一次',
  'care.handOnAfter': '平安問候多久沒回開工單',
  'care.lookInWithin': '平安問候的工單多久內須有人接手',
  'care.ladder': '平安問候的工單沒人接手時逐級告知',
  'questionnaires.open': '問卷開放多久',
  'questionnaires.remindBefore': '問卷截止前多久提醒',
  'consultations.open': '表決和徵求意見開放多久',
  'consultations.remindBefore': '表決截止前多久提醒',
  'consultations.quorum': '表決有效的參與比例',
  'consultations.majority': '表決通過須超過的比例',
  'activities.remindBefore': '活動開始前多久提醒',
  'activities.thankAfter': '活動開始後多久致謝',
  'archive.keep': '紀錄保存多久，之後匿名',
  'review.on': '每年複審服務標準的日子',
  leaveUnlinkedAfter: '沒有連結的群組多久退出',
};

const purposes = {
  first_response: '',
  reopened: '重辦後回覆',
  progress: '進展',
  resolution: '結案',
  promise: '約定時間',
  follow_up: '回訪',
};

export const policy = {
  ...inWords,
  counts: (counts) => ({ calendar: '日曆時間', service: '服務時間' })[counts],
  serviceStandards: (standards) => pageWith(sentences, standards),
  policyChange: (what, before, after) => `${what}：${before} → ${after}`,
  limitName: (purpose, matters) => [purposes[purpose], matters].filter(Boolean).join(' · ') || '所有事項',
  policyField: (path) => fields[path] ?? null,
  specialDay: (windows, because) => `${windows}（${because}）`,
  asOnMonday: () => '同週一',
  wholeEstate: () => '全社區',
  names: list,
  nothing: () => '無',
  unlimited: () => '不限時',
  holidaysUnknown: (year) =>
    `⚠️ 還沒有收錄 ${year} 年的國定假日，那一年按平常的星期算。公布後請更新 linli，或在 calendar.days 裡逐日寫明。`,
  samePolicy: () => '兩份服務標準一樣。',
} satisfies PolicyTexts;

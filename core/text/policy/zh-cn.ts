import { words } from '../words/zh-cn.ts';
import { mattersWith } from './matters-with.ts';
import { pageWith, type PageSentences } from './page.ts';
import { spanParts } from './span-parts.ts';
import type { PolicyTexts } from './texts.ts';

const weekday = { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' };
const order = Object.keys(weekday) as (keyof typeof weekday)[];
const list = (items: readonly string[]): string => items.join('、');

const inWords: Pick<PolicyTexts, 'span' | 'matters' | 'windows' | 'weekHours'> = {
  span({ ms, counts }) {
    const { days, hours, minutes } = spanParts(ms);
    const parts = [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分钟`].filter(Boolean);
    return `${counts === 'service' ? '服务时间 ' : ''}${parts.join(' ')}`;
  },
  matters: (scope) =>
    mattersWith(
      {
        ...words,
        list,
        except: (areas) => `${areas}除外`,
        everything: '所有事项',
        emergencies: '紧急情况',
        qualified: (what, how) => `${what}（${how.join('，')}）`,
      },
      scope,
    ),
  windows: (windows) => list(windows.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)) || '休息',
  weekHours(hours) {
    const said = hours.map(({ days, windows }) => {
      const [first, last] = [days[0] ?? 'mon', days.at(-1) ?? 'sun'];
      const inRow = order.indexOf(last) - order.indexOf(first) === days.length - 1;
      if (days.length === 7) return windows.length > 0 ? `每天 ${inWords.windows(windows)}` : '暂不开放';
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
  title: '【服务标准】',
  hours: (week, holidays, zone) => `服务时间：${week}${holidays ? `，${holidays}` : ''}${zone ? `（${zone}）` : ''}`,
  asEver: '节假日照常',
  onHolidays: (windows) => `法定节假日${windows === '休息' ? '' : ' '}${windows}`,
  quiet: (from, to) => `${from} 到 ${to} 是安静时间，除紧急情况外不打扰您`,
  expect: '您可以期待：',
  answer: (matters, within, isEmergency) =>
    within === null
      ? `${matters}：不设答复时限`
      : isEmergency
        ? `${matters}：${within}内有人应答，不分昼夜`
        : `${matters}：${within}内答复`,
  everything: '所有事项',
  progress: (within) => `没办完的事，至少每 ${within}告诉您一次进展`,
  resolution: (within) => `办结时限：${within}`,
  promise: '约好的时间就是时限',
  passing: '首问负责：您找到谁，谁就管到底，直到有人接手',
  ifLate: '如果晚了：',
  told: (who) => who.map(({ who, after }) => (after ? `超时 ${after}由${who}过问` : `到时限由${who}过问`)).join('，'),
  apology: (newDate) => `不用您催，我们主动致歉，并告诉您新的时间（${newDate}以内）`,
  afterwards: '办结以后：',
  closing: (remindAfter, closeAfter) =>
    `请您评价；${remindAfter}没有评价提醒一次，${closeAfter}没有回音就关闭，说“未解决”随时重办`,
  reopened: (within) => `您说没解决的，再次答复的时限：${within}`,
  followUps: (after, byPerson, byBot) =>
    `关闭 ${after}后回访：${[byPerson && `专人回访${byPerson}`, byBot && `机器人询问${byBot}`].filter(Boolean).join('；')}`,
  occasion: (occasion, share) =>
    ({
      complaint: '投诉',
      emergency: '紧急情况',
      reopened: '重办的事',
      low_rating: '评价低的事',
      sample: `其余事项的 ${share}`,
    })[occasion],
  addressee: {
    assignee: '负责人',
    on_duty: '值班人员',
    next_on_duty: '下一位值班人员',
    staff: '全体工作人员',
    supervisor: '监督小组',
    manager: '物业经理',
    requester: '您',
  },
  telling: '怎样通知和征求您：',
  budget: (most, digestAt) => `每个群一天 ${most} 条以后，不急的合并到 ${digestAt} 一起说；嫌多请说“少发”`,
  changes: (leadTime) => `收费和规定有变，提前 ${leadTime}说明`,
  votes: (quorum, majority) => `表决一户一票：${quorum} 的住户参与才有效，超过 ${majority} 的票同意才通过`,
  inCharge: '负责人：',
  inChargeOf: (what, name) => `${what}：${name}`,
  spanOf: (matters, within) => `${matters}${matters && ' '}${within}`,
  specialDay: (windows, because) => `${windows}（${because}）`,
  clauses: (codes) => `（${codes.join('、')}）`,
};

const fields: Record<string, string> = {
  'calendar.week': '服务时间',
  'calendar.holidays': '节假日依据',
  'calendar.onHolidays': '节假日服务时间',
  'calendar.onMakeUpDays': '调休上班日服务时间',
  'calendar.quietHours': '安静时间',
  'passing.acceptWithin': '转交后须接手',
  'passing.counts': '转交的计时方式',
  'breach.newDateWithin': '超时后新的时限',
  'breach.counts': '超时后的计时方式',
  'reminders.spacing': '同一个人两次提醒的间隔',
  'reminders.digestFrom': '合并提醒的起点（条）',
  'reminders.postponeAtMost': '提醒最多延后',
  'closing.remindToRateAfter': '提醒评价',
  'closing.closeUnansweredAfter': '无回音关闭',
  'followUps.after': '回访时间（关闭后）',
  'followUps.by.complaint': '投诉的回访',
  'followUps.by.emergency': '紧急情况的回访',
  'followUps.by.reopened': '重办的回访',
  'followUps.by.low_rating': '低分的回访',
  'followUps.by.sample': '抽样回访',
  'followUps.sampleShare': '抽样回访的比例',
  'followUps.lowRatingUpTo': '低分上限',
  'followUps.retryAt': '再次回访的时刻',
  'followUps.attemptsAtMost': '最多回访次数',
  'health.every': '通道检查间隔',
  'health.silentFrom': '判断静默所需的发言数',
  'health.silentAfter': '多久没有发言算静默',
  'health.clockSkew': '允许的时钟误差',
  'health.queueLag': '允许的排队时间',
  'machines.flappingWithin': '设备反复报警合并',
  'machines.perMinute': '设备每分钟上报上限',
  'understanding.actFrom': '多有把握就开工单',
  'understanding.askFrom': '多有把握就问客服',
  'understanding.opinionsPerDay': '每天最多问语言模型几次',
  'understanding.opinionWithin': '语言模型多久没答就问客服',
  'understanding.shadowFor': '只听不办的群多久后汇总',
  'understanding.incidentFrom': '几户报同一件事算一个事件',
  'understanding.incidentWithin': '多久之内报的算同一个事件',
  'safety.words': '紧急时先发安全提示',
  'restraint.perGroupAndDay': '每个群每天的消息条数',
  'restraint.digestAt': '合并消息的时刻',
  'notices.takeBackWithin': '通知确认后可撤回的时间',
  'notices.secondPersonFor': '需要第二位经理同意的通知',
  'notices.remindSecondAfter': '等第二位经理多久后提醒',
  'notices.leadTime': '收费和规定变动的提前期',
  'notices.offerQuestionsFrom': '同一个问题几户问就请经理统一回答',
  'notices.walkListAfter': '紧急通知多久后列出未确认的住户',
  'publications.remindBefore': '公示到期前多久提醒',
  'publications.overdueAfter': '公示晚多久报监督小组',
  'care.askAgainAfter': '平安问候多久没回再问一次',
  'care.handOnAfter': '平安问候多久没回开工单',
  'care.lookInWithin': '平安问候的工单多久内须有人接手',
  'care.ladder': '平安问候的工单没人接手时逐级告知',
  'questionnaires.open': '问卷开放多久',
  'questionnaires.remindBefore': '问卷截止前多久提醒',
  'consultations.open': '表决和征求意见开放多久',
  'consultations.remindBefore': '表决截止前多久提醒',
  'consultations.quorum': '表决有效的参与比例',
  'consultations.majority': '表决通过须超过的比例',
  'activities.remindBefore': '活动开始前多久提醒',
  'activities.thankAfter': '活动开始后多久致谢',
  'archive.keep': '记录保存多久，之后匿名',
  'review.on': '每年复审服务标准的日子',
  leaveUnlinkedAfter: '没有关联的群多久退出',
};

const purposes = {
  first_response: '',
  reopened: '重办后答复',
  progress: '进展',
  resolution: '办结',
  promise: '约定时间',
  follow_up: '回访',
};

export const policy = {
  ...inWords,
  counts: (counts) => ({ calendar: '自然时间', service: '服务时间' })[counts],
  serviceStandards: (standards) => pageWith(sentences, standards),
  policyChange: (what, before, after) => `${what}：${before} → ${after}`,
  limitName: (purpose, matters) => [purposes[purpose], matters].filter(Boolean).join(' · ') || '所有事项',
  policyField: (path) => fields[path] ?? null,
  specialDay: (windows, because) => `${windows}（${because}）`,
  asOnMonday: () => '同周一',
  wholeEstate: () => '全小区',
  names: list,
  nothing: () => '无',
  unlimited: () => '不限时',
  holidaysUnknown: (year) =>
    `⚠️ 还没有收录 ${year} 年的法定节假日，那一年按平常的星期算。公布后请更新 linli，或在 calendar.days 里逐日写明。`,
  samePolicy: () => '两份服务标准一样。',
} satisfies PolicyTexts;

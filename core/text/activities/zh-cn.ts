import { dots, lines } from '../layout.ts';
import type { ActivityMistake, ActivityTexts, ActivityView, SignUpLine } from './texts.ts';

const states: Record<ActivityView['state'], string> = {
  draft: '草稿',
  scheduled: '待发布',
  open: '报名中',
  closed: '报名已截止',
  withdrawn: '已取消',
  discarded: '已放弃',
};

const places = ({ capacity, going, waiting }: ActivityView): string =>
  [
    capacity === null ? `已报名 ${going} 人` : `名额 ${capacity} 人，已报名 ${going} 人，`,
    capacity !== null && (going >= capacity ? '名额已满' : `还剩 ${capacity - going} 个`),
    waiting > 0 && `，候补 ${waiting} 人`,
  ]
    .filter(Boolean)
    .join('');

const row = ({ name, heads, comment, attended }: SignUpLine, at: number): string =>
  `${at + 1}. ${name}${heads > 1 ? ` ${heads}人` : ''}${comment ? `（${comment}）` : ''}${attended ? ' ✓' : ''}`;

const rows = (all: SignUpLine[]): string => {
  const going = all.filter(({ state }) => state === 'going');
  const waiting = all.filter(({ state }) => state === 'waiting');
  return lines(...going.map(row), waiting.length > 0 && '候补：', ...waiting.map(row));
};

const mistake = (one: ActivityMistake): string => {
  switch (one.kind) {
    case 'no_title':
      return '没有写活动名称，请写在“活动”后面';
    case 'no_time':
      return '没有写时间，请加一行“时间：周六10点”';
    case 'time_passed':
      return '活动时间已经过了';
    case 'until_late':
      return '报名截止比活动开始还晚';
    case 'until_passed':
      return '报名截止时间已经过了';
    case 'time':
      return `时间“${one.said}”没看懂，可以写“周六10点”“12月6日9:30”`;
    case 'until':
      return `报名截止“${one.said}”没看懂，可以写“周五18点”`;
    case 'capacity':
      return `名额“${one.said}”没看懂，请写一个数字，例如“20”`;
    case 'audience':
      return `范围里的“${one.said}”没看懂，可以写“全体”“3栋 5栋”“#租户”`;
    case 'field':
      return one.nearest ? `“${one.said}”是不是“${one.nearest}”？` : `没有“${one.said}”这一项`;
  }
};

export const activities = {
  activityAnnouncement: (activity) =>
    lines(
      `📣 ${activity.title}`,
      activity.text,
      `时间：${activity.startsAt}`,
      activity.place && `地点：${activity.place}`,
      places(activity),
      activity.isOpen
        ? `报名：回复这条消息“报名”或“报名 2人”，接龙也可以。${activity.closesAt} 截止。`
        : activity.state === 'withdrawn'
          ? '活动已取消。'
          : '报名已截止。',
    ),
  activityFull: (title) => `“${title}”名额已满，还可以报名候补，有空位会按顺序补上。`,
  activityJoin: () => '报名',
  activityLeave: () => '取消报名',
  activityJoined: (title, heads, left) =>
    `已报名“${title}”，${heads} 人${left === null ? '' : `，还剩 ${left} 个名额`}。不能来时回复“取消报名”。`,
  activityWaits: (title, heads, place) =>
    `“${title}”名额不够了，已为您排在候补第 ${place} 位（${heads} 人），有空位马上告诉您。`,
  activityNoRoom: (title, heads, left) => `“${title}”只剩 ${left} 个名额，您原来的报名（${heads} 人）不变。`,
  activityLeft: (title) => `已取消“${title}”的报名，谢谢您告诉我们。`,
  activityNotJoined: (title) => `您还没有报名“${title}”，不用取消。`,
  activityNoMore: (title) => `“${title}”现在不能报名了。`,
  activityMovedUp: (title, heads, startsAt) =>
    `有空位了：您已从候补转为报名“${title}”（${heads} 人），${startsAt} 见。不能来时请回复“取消报名”。`,
  activityWhich: () => '现在有几个活动可以报名，您要报哪一个？',
  activityListKept: (title, heads) => `接龙里少了几位邻居，这边都记着，“${title}”一共 ${heads} 人，不用重新接。`,
  activityNone: () => '现在没有可以报名的活动。',
  activityList: (all) =>
    lines(
      '活动：',
      ...all.map((one) => `${one.number}. ${dots(one.title, one.startsAt, states[one.state], places(one))}`),
    ),
  activityOwn: (activity, own) =>
    lines(
      `${activity.title} · ${activity.startsAt}${activity.place ? ` · ${activity.place}` : ''}`,
      places(activity),
      own
        ? own.state === 'going'
          ? `您已报名，${own.heads} 人。`
          : `您在候补名单上，${own.heads} 人。`
        : activity.isOpen
          ? '您还没有报名，回复“报名”就可以。'
          : states[activity.state],
    ),
  activityReminder: (activity) =>
    `提醒您：“${activity.title}”${activity.startsAt} 开始${activity.place ? `，在${activity.place}` : ''}。不能来时请回复“取消报名”，把位子让给候补的邻居。`,
  activityReminderForAll: (activity) =>
    `“${activity.title}”${activity.startsAt} 开始${activity.place ? `，在${activity.place}` : ''}，已有 ${activity.going} 人报名，到时见。`,
  activityCancelled: (title, reason) => `“${title}”取消了${reason ? `：${reason}` : '，给您添麻烦了'}。`,
  activityThanks: (title, heads) => `“${title}”顺利结束，共 ${heads} 位邻居参加，谢谢大家。`,

  activityPreview: ({ number, announcement, groups, households, unknown, remindAt, thankAt }) =>
    lines(
      `活动${number} 草稿，请核对，居民会看到：`,
      '———',
      announcement,
      '———',
      `发到 ${groups.length} 个群${groups.length > 0 ? `（${groups.join('、')}）` : ''}，涉及 ${households} 户。`,
      unknown.length > 0 && `没有找到：${unknown.join('、')}。`,
      remindAt ? `${remindAt} 提醒报名的人，${thankAt} 致谢。` : `离活动很近，不再另外提醒；${thankAt} 致谢。`,
      '要改就回复这条消息，例如“名额：30”。',
    ),
  activityConfirm: () => '确认发布',
  activityDiscard: () => '放弃',
  activityMistakes: (all) => lines('还不能发布，什么都没有改动：', ...all.map((one) => `· ${mistake(one)}`)),
  activityOpened: (number, groups) =>
    `活动${number} 正在发到 ${groups} 个群，群里当天消息已满时会晚一点发出。写“活动 ${number}”看名单。`,
  activityDiscarded: (number) => `活动${number} 已放弃，没有发出。`,
  activityDetail: (activity, all) =>
    lines(
      `活动${activity.number} ${activity.title}（${states[activity.state]}）`,
      dots(activity.startsAt, activity.place),
      places(activity),
      rows(all),
    ),
  activityUnknown: (number) => `没有活动${number}，什么都没有改动。写“活动”看有哪些。`,
  activityNotNow: (activity) => `活动${activity.number} ${states[activity.state]}，什么都没有改动。`,
  activityHow: () =>
    lines(
      '发起活动请这样写：',
      '活动 重阳节包饺子',
      '一起包饺子，食材已备好',
      '时间：周六10点',
      '地点：活动室',
      '名额：20',
      '报名截止：周五18点',
      '范围：全体',
      '之后：活动 1（名单）· 活动 1 代报 老王 2人 · 活动 1 签到 老王 · 活动 1 缺席 小陈 · 活动 1 取消 下雨',
    ),
  activityCancelNoted: (number, told, untold) =>
    lines(
      `活动${number} 已取消，正在告诉群里，另外私下通知了 ${told} 位。`,
      untold.length > 0 && `这几位没有私聊，请打个招呼：${untold.join('、')}。`,
    ),
  activityMovedUpUntold: (number, name, heads) =>
    `活动${number}：${name}（${heads} 人）从候补转为报名，没能通知到，请告诉一声。`,
  activitySignUpOver: (activity, all) =>
    lines(`活动${activity.number} ${activity.title} 报名截止，${places(activity)}。`, rows(all)),
  activityAttended: (number, heads, unknown) =>
    lines(`活动${number} 签到 ${heads} 人。`, unknown.length > 0 && `名单里没有找到：${unknown.join('、')}。`),
  activityEntered: (number, name, heads, waits) =>
    `活动${number} 已记下 ${name} ${heads} 人${waits ? '（候补）' : ''}。`,
} satisfies ActivityTexts;

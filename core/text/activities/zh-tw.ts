import { dots, lines } from '../layout.ts';
import type { ActivityMistake, ActivityTexts, ActivityView, SignUpLine } from './texts.ts';

const states: Record<ActivityView['state'], string> = {
  draft: '草稿',
  scheduled: '待發布',
  open: '報名中',
  closed: '報名已截止',
  withdrawn: '已取消',
  discarded: '已放棄',
};

const places = ({ capacity, going, waiting }: ActivityView): string =>
  [
    capacity === null ? `已報名 ${going} 人` : `名額 ${capacity} 人，已報名 ${going} 人，`,
    capacity !== null && (going >= capacity ? '名額已滿' : `還剩 ${capacity - going} 個`),
    waiting > 0 && `，候補 ${waiting} 人`,
  ]
    .filter(Boolean)
    .join('');

const row = ({ name, heads, comment, attended }: SignUpLine, at: number): string =>
  `${at + 1}. ${name}${heads > 1 ? ` ${heads}人` : ''}${comment ? `（${comment}）` : ''}${attended ? ' ✓' : ''}`;

const rows = (all: SignUpLine[]): string => {
  const going = all.filter(({ state }) => state === 'going');
  const waiting = all.filter(({ state }) => state === 'waiting');
  return lines(...going.map(row), waiting.length > 0 && '候補：', ...waiting.map(row));
};

const mistake = (one: ActivityMistake): string => {
  switch (one.kind) {
    case 'no_title':
      return '沒有寫活動名稱，請寫在「活動」後面';
    case 'no_time':
      return '沒有寫時間，請加一行「時間：週六10點」';
    case 'time_passed':
      return '活動時間已經過了';
    case 'until_late':
      return '報名截止比活動開始還晚';
    case 'until_passed':
      return '報名截止時間已經過了';
    case 'time':
      return `時間「${one.said}」沒看懂，可以寫「週六10點」「12月6日9:30」`;
    case 'until':
      return `報名截止「${one.said}」沒看懂，可以寫「週五18點」`;
    case 'capacity':
      return `名額「${one.said}」沒看懂，請寫一個數字，例如「20」`;
    case 'audience':
      return `範圍裡的「${one.said}」沒看懂，可以寫「全體」「3棟 5棟」「#租戶」`;
    case 'field':
      return one.nearest ? `「${one.said}」是不是「${one.nearest}」？` : `沒有「${one.said}」這一項`;
  }
};

export const activities = {
  activityAnnouncement: (activity) =>
    lines(
      `📣 ${activity.title}`,
      activity.text,
      `時間：${activity.startsAt}`,
      activity.place && `地點：${activity.place}`,
      places(activity),
      activity.isOpen
        ? `報名：回覆這則訊息「報名」或「報名 2人」，接龍也可以。${activity.closesAt} 截止。`
        : activity.state === 'withdrawn'
          ? '活動已取消。'
          : '報名已截止。',
    ),
  activityFull: (title) => `「${title}」名額已滿，還可以報名候補，有空位會按順序補上。`,
  activityJoin: () => '報名',
  activityLeave: () => '取消報名',
  activityJoined: (title, heads, left) =>
    `已報名「${title}」，${heads} 人${left === null ? '' : `，還剩 ${left} 個名額`}。不能來時回覆「取消報名」。`,
  activityWaits: (title, heads, place) =>
    `「${title}」名額不夠了，已為您排在候補第 ${place} 位（${heads} 人），有空位馬上告訴您。`,
  activityNoRoom: (title, heads, left) => `「${title}」只剩 ${left} 個名額，您原來的報名（${heads} 人）不變。`,
  activityLeft: (title) => `已取消「${title}」的報名，謝謝您告訴我們。`,
  activityNotJoined: (title) => `您還沒有報名「${title}」，不用取消。`,
  activityNoMore: (title) => `「${title}」現在不能報名了。`,
  activityMovedUp: (title, heads, startsAt) =>
    `有空位了：您已從候補轉為報名「${title}」（${heads} 人），${startsAt} 見。不能來時請回覆「取消報名」。`,
  activityWhich: () => '現在有幾個活動可以報名，您要報哪一個？',
  activityListKept: (title, heads) => `接龍裡少了幾位鄰居，這邊都記著，「${title}」一共 ${heads} 人，不用重新接。`,
  activityNone: () => '現在沒有可以報名的活動。',
  activityList: (all) =>
    lines(
      '活動：',
      ...all.map((one) => `${one.number}. ${dots(one.title, one.startsAt, states[one.state], places(one))}`),
    ),
  activityOwn: (activity, own) =>
    lines(
      `${activity.title} · ${activity.startsAt}${activity.place ? ` · ${activity.place}` : ''}`,
      places(activity),
      own
        ? own.state === 'going'
          ? `您已報名，${own.heads} 人。`
          : `您在候補名單上，${own.heads} 人。`
        : activity.isOpen
          ? '您還沒有報名，回覆「報名」就可以。'
          : states[activity.state],
    ),
  activityReminder: (activity) =>
    `提醒您：「${activity.title}」${activity.startsAt} 開始${activity.place ? `，在${activity.place}` : ''}。不能來時請回覆「取消報名」，把位子讓給候補的鄰居。`,
  activityReminderForAll: (activity) =>
    `「${activity.title}」${activity.startsAt} 開始${activity.place ? `，在${activity.place}` : ''}，已有 ${activity.going} 人報名，到時見。`,
  activityCancelled: (title, reason) => `「${title}」取消了${reason ? `：${reason}` : '，給您添麻煩了'}。`,
  activityThanks: (title, heads) => `「${title}」順利結束，共 ${heads} 位鄰居參加，謝謝大家。`,

  activityPreview: ({ number, announcement, groups, households, unknown, remindAt, thankAt }) =>
    lines(
      `活動${number} 草稿，請核對，住戶會看到：`,
      '———',
      announcement,
      '———',
      `發到 ${groups.length} 個群組${groups.length > 0 ? `（${groups.join('、')}）` : ''}，涉及 ${households} 戶。`,
      unknown.length > 0 && `沒有找到：${unknown.join('、')}。`,
      remindAt ? `${remindAt} 提醒報名的人，${thankAt} 致謝。` : `離活動很近，不再另外提醒；${thankAt} 致謝。`,
      '要改就回覆這則訊息，例如「名額：30」。',
    ),
  activityConfirm: () => '確認發布',
  activityDiscard: () => '放棄',
  activityMistakes: (all) => lines('還不能發布，什麼都沒有更動：', ...all.map((one) => `· ${mistake(one)}`)),
  activityOpened: (number, groups) =>
    `活動${number} 正在發到 ${groups} 個群組，群組當天訊息已滿時會晚一點發出。寫「活動 ${number}」看名單。`,
  activityDiscarded: (number) => `活動${number} 已放棄，沒有發出。`,
  activityDetail: (activity, all) =>
    lines(
      `活動${activity.number} ${activity.title}（${states[activity.state]}）`,
      dots(activity.startsAt, activity.place),
      places(activity),
      rows(all),
    ),
  activityUnknown: (number) => `沒有活動${number}，什麼都沒有更動。寫「活動」看有哪些。`,
  activityNotNow: (activity) => `活動${activity.number} ${states[activity.state]}，什麼都沒有更動。`,
  activityHow: () =>
    lines(
      '發起活動請這樣寫：',
      '活動 重陽節包餃子',
      '一起包餃子，食材已備好',
      '時間：週六10點',
      '地點：活動室',
      '名額：20',
      '報名截止：週五18點',
      '範圍：全體',
      '之後：活動 1（名單）· 活動 1 代報 老王 2人 · 活動 1 簽到 老王 · 活動 1 缺席 小陳 · 活動 1 取消 下雨',
    ),
  activityCancelNoted: (number, told, untold) =>
    lines(
      `活動${number} 已取消，正在告訴群組，另外私下通知了 ${told} 位。`,
      untold.length > 0 && `這幾位沒有私訊，請打個招呼：${untold.join('、')}。`,
    ),
  activityMovedUpUntold: (number, name, heads) =>
    `活動${number}：${name}（${heads} 人）從候補轉為報名，沒能通知到，請告訴一聲。`,
  activitySignUpOver: (activity, all) =>
    lines(`活動${activity.number} ${activity.title} 報名截止，${places(activity)}。`, rows(all)),
  activityAttended: (number, heads, unknown) =>
    lines(`活動${number} 簽到 ${heads} 人。`, unknown.length > 0 && `名單裡沒有找到：${unknown.join('、')}。`),
  activityEntered: (number, name, heads, waits) =>
    `活動${number} 已記下 ${name} ${heads} 人${waits ? '（候補）' : ''}。`,
} satisfies ActivityTexts;

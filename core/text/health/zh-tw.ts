import { dots, lines } from '../layout.ts';
import { people } from '../people/zh-tw.ts';
import type { ChannelTrouble, HealthTexts } from './texts.ts';

const audiences = { residents: '住戶群組', staff: '客服群組', managers: '經理群組' };
const states = { active: '正常', left: '機器人已不在群組裡', unreachable: '聯絡不上' };
const queues = { outbox: '要傳的訊息', inbound: '收到的訊息', deadlines: '到點的提醒' };

function what(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'failing' ? `「${trouble.group}」的訊息接連傳不出去` : `「${trouble.group}」聯絡不上`;
    case 'silent':
      return `「${trouble.group}」異常安靜`;
    case 'clock_skew':
      return trouble.platform === null ? '資料庫和本機的時鐘不一致' : `${trouble.platform}的時鐘比本機快`;
    case 'queue_lag':
      return `${queues[trouble.queue]}積壓`;
    case 'account_down':
      return `${people.platform(trouble.account.channel)}帳號${trouble.account.name ? `「${trouble.account.name}」` : ''}不在線`;
  }
}

function sinceOf(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'silent':
      return `${trouble.since} 以後沒有訊息，往常這段時間約 ${trouble.usual} 則`;
    case 'clock_skew':
      return `相差 ${trouble.by}`;
    case 'unreachable':
    case 'queue_lag':
    case 'account_down':
      return `從 ${trouble.since} 起`;
  }
}

function meaning(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'left'
        ? '那個群組裡的話聽不到，也傳不進去。請重新把機器人加進群組。'
        : '答覆和通知送不到那個群組。請看看機器人有沒有被禁言或封鎖，必要時重新加進群組。';
    case 'silent':
      return '可能只是沒人說話，也可能是聽不到了。請到群組裡傳一句話，看機器人收不收得到。';
    case 'clock_skew':
      return '時限會算錯。請檢查伺服器的時間同步。';
    case 'queue_lag':
      return '住戶等著的答覆或提醒會晚到。請管理員看日誌，必要時重新啟動。';
    case 'account_down':
      return '那裡的話聽不到，也傳不出去。請盡快恢復登入。';
  }
}

const told = (trouble: ChannelTrouble): string => lines(`${what(trouble)}：${sinceOf(trouble)}。`, meaning(trouble));

export const health = {
  channelsTroubled: (troubles) =>
    lines(troubles.length > 1 ? `⚠️ 通道有 ${troubles.length} 個問題` : '⚠️ 通道有問題', ...troubles.map(told)),
  channelsWell: (over) => lines(...over.map(({ trouble, lasted }) => `✅ ${what(trouble)}：已恢復，前後 ${lasted}。`)),
  channels: (groups, accounts, troubles) =>
    lines(
      troubles.length > 0 ? `⚠️ 現有 ${troubles.length} 個問題：` : '✅ 各個通道都正常。',
      ...troubles.map(told),
      groups.length > 0 && '群組：',
      ...groups.map(({ title, platform, audience, state, heard }) =>
        dots(
          `「${title || '未命名的群組'}」${audiences[audience]}`,
          platform,
          states[state],
          heard ? `最近一則 ${heard}` : '還沒有訊息',
        ),
      ),
      accounts.length > 0 && '帳號（含最近一天的中斷）：',
      accounts.length > 0 && people.accounts(accounts),
    ),
  missingNote: (from, until) => `⚠️ ${from} 到 ${until} 的訊息可能有遺漏`,
} satisfies HealthTexts;

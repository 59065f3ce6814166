import { dots, lines } from '../layout.ts';
import { people } from '../people/zh-cn.ts';
import type { ChannelTrouble, HealthTexts } from './texts.ts';

const audiences = { residents: '居民群', staff: '客服群', managers: '经理群' };
const states = { active: '正常', left: '机器人已不在群里', unreachable: '联系不上' };
const queues = { outbox: '要发的消息', inbound: '收到的消息', deadlines: '到点的提醒' };

function what(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'failing' ? `“${trouble.group}”的消息接连发不出去` : `“${trouble.group}”联系不上`;
    case 'silent':
      return `“${trouble.group}”异常安静`;
    case 'clock_skew':
      return trouble.platform === null ? '数据库和本机的时钟不一致' : `${trouble.platform}的时钟比本机快`;
    case 'queue_lag':
      return `${queues[trouble.queue]}积压`;
    case 'account_down':
      return `${people.platform(trouble.account.channel)}账号${trouble.account.name ? `“${trouble.account.name}”` : ''}不在线`;
  }
}

function sinceOf(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'silent':
      return `${trouble.since} 以后没有消息，往常这段时间约 ${trouble.usual} 条`;
    case 'clock_skew':
      return `相差 ${trouble.by}`;
    case 'unreachable':
    case 'queue_lag':
    case 'account_down':
      return `从 ${trouble.since} 起`;
  }
}

function meaning(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'left'
        ? '那个群里的话听不到，也发不进去。请重新把机器人拉进群。'
        : '答复和通知送不到那个群。请看看机器人有没有被禁言或屏蔽，必要时重新拉进群。';
    case 'silent':
      return '可能只是没人说话，也可能是听不到了。请到群里发一句话，看机器人收不收得到。';
    case 'clock_skew':
      return '时限会算错。请检查服务器的时间同步。';
    case 'queue_lag':
      return '居民等着的答复或提醒会晚到。请管理员看日志，必要时重启。';
    case 'account_down':
      return '那里的话听不到，也发不出去。请尽快恢复登录。';
  }
}

const told = (trouble: ChannelTrouble): string => lines(`${what(trouble)}：${sinceOf(trouble)}。`, meaning(trouble));

export const health = {
  channelsTroubled: (troubles) =>
    lines(troubles.length > 1 ? `⚠️ 通道有 ${troubles.length} 个问题` : '⚠️ 通道有问题', ...troubles.map(told)),
  channelsWell: (over) => lines(...over.map(({ trouble, lasted }) => `✅ ${what(trouble)}：已恢复，前后 ${lasted}。`)),
  channels: (groups, accounts, troubles) =>
    lines(
      troubles.length > 0 ? `⚠️ 现有 ${troubles.length} 个问题：` : '✅ 各个通道都正常。',
      ...troubles.map(told),
      groups.length > 0 && '群：',
      ...groups.map(({ title, platform, audience, state, heard }) =>
        dots(
          `“${title || '未命名的群'}”${audiences[audience]}`,
          platform,
          states[state],
          heard ? `最近一条 ${heard}` : '还没有消息',
        ),
      ),
      accounts.length > 0 && '账号（含最近一天的中断）：',
      accounts.length > 0 && people.accounts(accounts),
    ),
  missingNote: (from, until) => `⚠️ ${from} 到 ${until} 的消息可能有遗漏`,
} satisfies HealthTexts;

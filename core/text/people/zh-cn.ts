import { dots, lines } from '../layout.ts';
import type { AccountView, MissedView, PeopleTexts } from './texts.ts';

const platforms: Record<string, string> = { wechat: '微信', telegram: 'Telegram', web: '网页聊天室' };
const platform = (channel: string): string => platforms[channel] ?? channel;
const named = ({ channel, name }: AccountView): string =>
  name ? `${platform(channel)}账号“${name}”` : `${platform(channel)}账号`;

const states = { online: '在线', connecting: '正在连接', login_needed: '等人扫码登录', offline: '已掉线' };

function missedLine({ from, until, lasted, fetched, complete }: MissedView): string {
  if (until === null) return `${from} 起没有收听，已 ${lasted}`;
  return `${from} 到 ${until} 没有收听（${lasted}）${complete ? `，已补回 ${fetched} 条` : '，可能有遗漏'}`;
}

function becameOf({ from, until, fetched, complete }: MissedView): string {
  if (complete) return fetched > 0 ? `这段时间的 ${fetched} 条消息已全部补回。` : '这段时间没有漏掉消息。';
  const some = fetched > 0 ? `已补回 ${fetched} 条，但 ` : '';
  return `${some}${from} 到 ${until ?? '现在'} 之间的消息可能有遗漏，请到群里看一看。`;
}

export const people = {
  platform,

  accountDown: (account, since) =>
    lines(
      `${named(account)}从 ${since} 起掉线了。`,
      `${platform(account.channel)}群里的话现在听不到，要说的话也发不出去，急事请直接到群里看。已经记下的事不受影响，恢复后会告诉大家。`,
    ),
  accountUnsteady: () => '这几个小时里它断了好几次：短的中断先不再逐次报告，发“账号”可以看到每一次。请检查手机和网络。',
  colleagueUnreached: (name, code, why) =>
    `${name}的私聊送不到${code ? `，${code} 的消息他没有收到` : ''}：${why}。请当面或打电话告诉他。`,
  accountBack: (account, missed) => lines(`${named(account)}恢复了，中断了 ${missed.lasted}。`, becameOf(missed)),
  mayBeMissing: (account, missed) =>
    `${platform(account.channel)}群里 ${missed.from} 到 ${missed.until ?? '现在'} 的消息可能没有收全，请到群里看一看，漏掉的请登记。`,
  loginNeeded: (account, since) =>
    lines(
      since ? `${named(account)}从 ${since} 起掉线，需要重新登录。` : `${named(account)}需要登录。`,
      `请用这个账号的手机，在${platform(account.channel)}里扫这个码并确认。码只在几分钟内有效，请不要转发。`,
      `登录之前，${platform(account.channel)}群里的话听不到，也发不出去。`,
    ),
  loginCodesHeld: (account) =>
    `${named(account)}的登录码发了几次都没有人扫，先不再发。要扫的时候，请经理在这里发“登录码”。`,
  loginCodeComes: () => '好的，下一个登录码一出来就发给经理，请准备好手机。',
  noLoginNeeded: () => '现在没有账号在等人登录。',
  groupsTakenOver: (from, to, groups) =>
    lines(
      `${named(from)}不在线，下面 ${groups.length} 个群改由${named(to)}收听和答复：`,
      groups.map((group) => `“${group || '未命名的群'}”`).join('、'),
    ),
  accounts: (all) =>
    lines(
      ...all.flatMap((line) => [
        dots(named(line), states[line.state] + (line.since ? `（${line.since} 起）` : ''), line.stopped && '已停发'),
        ...line.gaps.map((gap) => `　${missedLine(gap)}`),
      ]),
    ),

  quota: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          named(line),
          line.stoppedSince && `${line.stoppedSince} 起已停发`,
          line.windows.map(({ used, allowed, per }) => `${per}内 ${used}/${allowed} 条`).join('，') || '不限条数',
          line.waiting > 0 ? `${line.waiting} 条在等` : '没有在等的',
          line.next && `下一条 ${line.next}`,
        ),
      ),
    ),
  sendingStopped: (on) =>
    `${on.join('、')}已停发：从现在起什么也不往外发，消息照常收、照常记，要说的话排队等着。要继续，发“恢复 ${on[0] ?? ''}”。`,
  sendingResumed: (on) => `${on.join('、')}已恢复发送：排队的话按先急后缓陆续发出，过了时效的不再发。`,
  stopHow: (on) =>
    `要停哪个平台？请写明，例如“停发 ${on[0] ?? '微信'}”“恢复 ${on[0] ?? '微信'}”，或“停发 全部”。可以写：${on.join('、')}。`,

  samePerson(channel, name, candidates) {
    const [only] = candidates;
    if (only && candidates.length === 1)
      return lines(`${platform(channel)}里来了一位“${name}”，账号没见过。`, `是之前的${this.samePersonYes(only)}吗？`);
    return lines(`${platform(channel)}里来了一位“${name}”，账号没见过。`, '是下面哪一位吗？');
  },
  samePersonYes: (known) =>
    known
      ? `“${known.name}”（${dots(known.flat, `${known.since} 起`, known.tickets > 0 && `${known.tickets} 件工单`)}）`
      : '是同一个人',
  samePersonNo: (candidates) => (candidates > 1 ? '都不是，是新来的' : '不是，是新来的'),
  samePersonSettled: (by, known) => (known ? `${by}：是“${known}”，记录已合在一起` : `${by}：是新来的`),

  joinCode: (code, minutes) =>
    lines(
      `您的绑定码：${code}`,
      `请在 ${minutes} 分钟内，到另一个平台上私聊我，发“绑定 ${code}”。用一次就作废，请不要告诉别人。`,
    ),
  joinInPrivate: () => '绑定码只能在私聊里看。请私聊我，发“绑定”。',
  joinDone: (channel) => `绑定好了：这里和${platform(channel)}上的您，现在是同一个人。`,
  joinWrong: () => '绑定码不对，什么都没有改动。请核对后再发一次。',
  joinExpired: () => '这个绑定码已经过期。请在原来的平台上再发一次“绑定”。',
  joinUsed: () => '这个绑定码已经用过了。请在原来的平台上再发一次“绑定”。',
  joinOwn: () => '请到另一个平台上发这个绑定码：这里已经是您本人。',
  joinOtherWay: () => '您在这里有岗位，请反过来：在这里发“绑定”拿码，到另一个平台上用。',
  joinConfirm: (channel, name) =>
    lines(`${platform(channel)}里的“${name}”用了您的绑定码。`, '是您本人吗？确认后，两边的岗位和记录合在一起。'),
  joinConfirmYes: () => '是我',
  joinConfirmNo: () => '不是我',
  joinWaits: () => '收到。请回到原来的平台，确认是您本人，就绑定好了。',
  joinRefused: () => '没有绑定，什么都没有改动。这个绑定码已作废。',
  joinRefusedElsewhere: () => '对方没有确认，绑定没有成功。',

  flatOnRecord: (flat, confirmed) =>
    confirmed
      ? `您登记的房号：${flat}。要改，发“房号 7-2-502”这样的写法。`
      : `从名字里看，您住 ${flat}，还没有确认。对的话发“房号 对”，不对就发“房号 7-2-502”这样的写法。`,
  flatUnknown: () => '还没有您的房号。请发“房号 7-2-502”这样的写法。',
  flatNoted: () => '房号已登记，谢谢。',
  flatHow: () => '没看懂房号，什么都没有改动。请写全楼栋和房间，例如“房号 7-2-502”。',
  flatInPrivate: () => '房号请私聊我查看，群里不便说。',
  flatConfirmed: (name, flat) => `${name}：${flat}，已确认。`,
  flatHowForStaff: () => '请引用居民的一条消息，发“房号 7-2-502”；房号已经从名字里看出来的，发“房号 对”。',
  noSuchBuilding: () => '小区里没有这一栋，什么都没有改动。请核对后再发。',
} satisfies PeopleTexts;

import { dots, lines } from '../layout.ts';
import type { AccountView, MissedView, PeopleTexts } from './texts.ts';

const platforms: Record<string, string> = { wechat: '微信', telegram: 'Telegram', web: '網頁聊天室' };
const platform = (channel: string): string => platforms[channel] ?? channel;
const named = ({ channel, name }: AccountView): string =>
  name ? `${platform(channel)}帳號「${name}」` : `${platform(channel)}帳號`;

const states = { online: '在線', connecting: '正在連線', login_needed: '等人掃碼登入', offline: '已斷線' };

function missedLine({ from, until, lasted, fetched, complete }: MissedView): string {
  if (until === null) return `${from} 起沒有收聽，已 ${lasted}`;
  return `${from} 到 ${until} 沒有收聽（${lasted}）${complete ? `，已補回 ${fetched} 則` : '，可能有遺漏'}`;
}

function becameOf({ from, until, fetched, complete }: MissedView): string {
  if (complete) return fetched > 0 ? `這段時間的 ${fetched} 則訊息已全部補回。` : '這段時間沒有漏掉訊息。';
  const some = fetched > 0 ? `已補回 ${fetched} 則，但 ` : '';
  return `${some}${from} 到 ${until ?? '現在'} 之間的訊息可能有遺漏，請到群組裡看一看。`;
}

export const people = {
  platform,

  accountDown: (account, since) =>
    lines(
      `${named(account)}從 ${since} 起斷線了。`,
      `${platform(account.channel)}群組裡的話現在聽不到，要說的話也發不出去，急事請直接到群組裡看。已經記下的事不受影響，恢復後會告訴大家。`,
    ),
  accountUnsteady: () =>
    '這幾個小時裡它斷了好幾次：短的中斷先不再逐次報告，發「帳號」可以看到每一次。請檢查手機和網路。',
  colleagueUnreached: (name, code, why) =>
    `${name}的私訊送不到${code ? `，${code} 的訊息他沒有收到` : ''}：${why}。請當面或打電話告訴他。`,
  accountBack: (account, missed) => lines(`${named(account)}恢復了，中斷了 ${missed.lasted}。`, becameOf(missed)),
  mayBeMissing: (account, missed) =>
    `${platform(account.channel)}群組裡 ${missed.from} 到 ${missed.until ?? '現在'} 的訊息可能沒有收全，請到群組裡看一看，漏掉的請登記。`,
  loginNeeded: (account, since) =>
    lines(
      since ? `${named(account)}從 ${since} 起斷線，需要重新登入。` : `${named(account)}需要登入。`,
      `請用這個帳號的手機，在${platform(account.channel)}裡掃這個碼並確認。碼只在幾分鐘內有效，請不要轉發。`,
      `登入之前，${platform(account.channel)}群組裡的話聽不到，也發不出去。`,
    ),
  loginCodesHeld: (account) =>
    `${named(account)}的登入碼發了幾次都沒有人掃，先不再發。要掃的時候，請經理在這裡發「登入碼」。`,
  loginCodeComes: () => '好的，下一個登入碼一出來就發給經理，請準備好手機。',
  noLoginNeeded: () => '現在沒有帳號在等人登入。',
  groupsTakenOver: (from, to, groups) =>
    lines(
      `${named(from)}不在線，下面 ${groups.length} 個群組改由${named(to)}收聽和答覆：`,
      groups.map((group) => `「${group || '未命名的群組'}」`).join('、'),
    ),
  accounts: (all) =>
    lines(
      ...all.flatMap((line) => [
        dots(named(line), states[line.state] + (line.since ? `（${line.since} 起）` : ''), line.stopped && '已停發'),
        ...line.gaps.map((gap) => `　${missedLine(gap)}`),
      ]),
    ),

  quota: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          named(line),
          line.stoppedSince && `${line.stoppedSince} 起已停發`,
          line.windows.map(({ used, allowed, per }) => `${per}內 ${used}/${allowed} 則`).join('，') || '不限則數',
          line.waiting > 0 ? `${line.waiting} 則在等` : '沒有在等的',
          line.next && `下一則 ${line.next}`,
        ),
      ),
    ),
  sendingStopped: (on) =>
    `${on.join('、')}已停發：從現在起什麼也不往外發，訊息照常收、照常記，要說的話排隊等著。要繼續，發「恢復 ${on[0] ?? ''}」。`,
  sendingResumed: (on) => `${on.join('、')}已恢復發送：排隊的話按先急後緩陸續發出，過了時效的不再發。`,
  stopHow: (on) =>
    `要停哪個平台？請寫明，例如「停發 ${on[0] ?? '微信'}」「恢復 ${on[0] ?? '微信'}」，或「停發 全部」。可以寫：${on.join('、')}。`,

  samePerson(channel, name, candidates) {
    const [only] = candidates;
    if (only && candidates.length === 1)
      return lines(
        `${platform(channel)}裡來了一位「${name}」，帳號沒見過。`,
        `是之前的${this.samePersonYes(only)}嗎？`,
      );
    return lines(`${platform(channel)}裡來了一位「${name}」，帳號沒見過。`, '是下面哪一位嗎？');
  },
  samePersonYes: (known) =>
    known
      ? `「${known.name}」（${dots(known.flat, `${known.since} 起`, known.tickets > 0 && `${known.tickets} 件工單`)}）`
      : '是同一個人',
  samePersonNo: (candidates) => (candidates > 1 ? '都不是，是新來的' : '不是，是新來的'),
  samePersonSettled: (by, known) => (known ? `${by}：是「${known}」，紀錄已合在一起` : `${by}：是新來的`),

  joinCode: (code, minutes) =>
    lines(
      `您的綁定碼：${code}`,
      `請在 ${minutes} 分鐘內，到另一個平台上私訊我，發「綁定 ${code}」。用一次就作廢，請不要告訴別人。`,
    ),
  joinInPrivate: () => '綁定碼只能在私訊裡看。請私訊我，發「綁定」。',
  joinDone: (channel) => `綁定好了：這裡和${platform(channel)}上的您，現在是同一個人。`,
  joinWrong: () => '綁定碼不對，什麼都沒有更動。請核對後再發一次。',
  joinExpired: () => '這個綁定碼已經過期。請在原來的平台上再發一次「綁定」。',
  joinUsed: () => '這個綁定碼已經用過了。請在原來的平台上再發一次「綁定」。',
  joinOwn: () => '請到另一個平台上發這個綁定碼：這裡已經是您本人。',
  joinOtherWay: () => '您在這裡有職務，請反過來：在這裡發「綁定」拿碼，到另一個平台上用。',
  joinConfirm: (channel, name) =>
    lines(`${platform(channel)}裡的「${name}」用了您的綁定碼。`, '是您本人嗎？確認後，兩邊的職務和紀錄合在一起。'),
  joinConfirmYes: () => '是我',
  joinConfirmNo: () => '不是我',
  joinWaits: () => '收到。請回到原來的平台，確認是您本人，就綁定好了。',
  joinRefused: () => '沒有綁定，什麼都沒有更動。這個綁定碼已作廢。',
  joinRefusedElsewhere: () => '對方沒有確認，綁定沒有成功。',

  flatOnRecord: (flat, confirmed) =>
    confirmed
      ? `您登記的房號：${flat}。要改，發「房號 7-2-502」這樣的寫法。`
      : `從名字裡看，您住 ${flat}，還沒有確認。對的話發「房號 對」，不對就發「房號 7-2-502」這樣的寫法。`,
  flatUnknown: () => '還沒有您的房號。請發「房號 7-2-502」這樣的寫法。',
  flatNoted: () => '房號已登記，謝謝。',
  flatHow: () => '沒看懂房號，什麼都沒有更動。請寫全樓棟和房間，例如「房號 7-2-502」。',
  flatInPrivate: () => '房號請私訊我查看，群組裡不便說。',
  flatConfirmed: (name, flat) => `${name}：${flat}，已確認。`,
  flatHowForStaff: () => '請引用居民的一則訊息，發「房號 7-2-502」；房號已經從名字裡看出來的，發「房號 對」。',
  noSuchBuilding: () => '社區裡沒有這一棟，什麼都沒有更動。請核對後再發。',
} satisfies PeopleTexts;

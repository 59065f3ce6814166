import type { NoticeLevel, NoticeState } from '../../../prisma/generated/enums.ts';
import type { Audience } from '../../outbox/broadcast/audience.ts';
import { dots, lines } from '../layout.ts';
import { repeats } from './repeats/zh-tw.ts';
import type { NoticeMistake, NoticePreview, NoticeTexts, TemplateLine } from './texts.ts';

const titles: Record<NoticeLevel, string> = { routine: '通知', important: '重要通知', emergency: '緊急通知' };
export const states: Record<NoticeState, string> = {
  draft: '草稿',
  awaiting: '等另一位經理同意',
  scheduled: '待傳送',
  live: '生效中',
  ended: '已結束',
  withdrawn: '已撤回',
  discarded: '已放棄',
};
const changes = { corrected: '更正', extended: '延長', ended: '已結束', withdrawn: '已作廢' };
const drill = (isDrill: boolean): string => (isDrill ? '【演練】' : '');

const audience = ({ to, buildings, tags, reportersOf, persons }: Audience): string =>
  dots(
    to === 'staff'
      ? '員工群組'
      : buildings.length + tags.length + reportersOf.length === 0 && !persons
        ? '全社區'
        : null,
    buildings.length > 0 && `${buildings.join('、')} 棟`,
    tags.length > 0 && `標籤 ${tags.join('、')}`,
    reportersOf.length > 0 && `反映過 ${reportersOf.join('、')} 的住戶`,
    persons && `指定的 ${persons.length} 人`,
    to === 'direct' && '私訊',
    to === 'both' && '群組和私訊',
  );

const reach = ({ groups, households, direct, unreachable, audience: { to } }: NoticePreview): string =>
  dots(
    to !== 'direct' &&
      `${groups.length} 個群組${groups.length > 0 ? `（${groups.slice(0, 12).join('、')}${groups.length > 12 ? '…' : ''}）` : ''}`,
    to !== 'staff' && `在冊 ${households} 戶`,
    (to === 'direct' || to === 'both') && `私訊 ${direct} 人`,
    (to === 'direct' || to === 'both') && unreachable > 0 && `${unreachable} 人沒有和我私訊過，收不到`,
  );

const warnings = (p: NoticePreview): string[] =>
  [
    p.groups.length + p.direct === 0 && '沒有一個群組或住戶收得到，請改範圍；沒有群組的樓，可以寫「範圍: 7棟 私訊」。',
    p.uncovered.length > 0 &&
      `${p.uncovered.join('、')} 棟沒有群組，群組裡傳不到；要私訊告訴那裡的住戶，請寫上「群組和私訊」。`,
    p.needsSecond && p.lacksSecond && '現在沒有另一位經理，確認後沒有人能同意。請先設一位經理，或改服務標準。',
    p.isLate && '原定的傳送時間已經過了，請改時間。',
    p.secrets.length > 0 && `文中有個人資料：${p.secrets.join('、')}。請確認可以公開。`,
    p.leadMissing && `生效前要提前 ${p.leadMissing.wanted}通知，還差 ${p.leadMissing.by}。`,
  ].flatMap((line) => (line ? [`⚠️ ${line}`] : []));

const body = (p: NoticePreview): string[] => [
  '————',
  p.shown,
  ...p.others.flatMap((other) => ['——', other]),
  '————',
  lines(
    p.numbered !== null && `沒有按鈕的群組裡，按鈕顯示為：${p.numbered}`,
    `範圍：${audience(p.audience)}`,
    `送達：${reach(p)}`,
    `傳送：${p.at === null ? '確認後立即' : p.at}${p.quietFrom === null ? '' : `（${p.quietFrom} 是安靜時段，不打擾住戶）`}`,
    p.repeat && `重複：${repeats(p.repeat)}`,
    ...warnings(p),
  ),
];

const mistake = (one: NoticeMistake): string => {
  switch (one.kind) {
    case 'no_text':
      return '沒有正文。';
    case 'too_long':
      return `正文太長，最多 ${one.most} 字。`;
    case 'until_early':
      return `「至」要晚於傳送時間，現在確認要到 ${one.at} 才傳送。`;
    case 'fixed':
      return `已經送出的通知不能再改${fixed[one.said]}，更正只能改正文、「生效」和「至」。`;
    case 'repeat_late':
      return '「重複」的通知不用寫「生效」。';
    case 'field':
      return `不認識「${one.said}：」${one.nearest ? `，是不是「${one.nearest}：」？` : '。'}`;
    case 'audience':
      return `範圍裡的「${one.said}」看不懂，可以寫：全體、3棟 5棟、#租戶、工單編號、私訊。`;
    case 'not_there':
      return `沒有「${one.said}」${one.nearest ? `，是不是「${one.nearest}」？` : '。'}`;
    case 'time':
      return `時間「${one.said}」看不懂，可以寫：明天8:30。`;
    case 'time_passed':
      return `「${one.said}」已經過了。`;
    case 'repeat':
      return `重複「${one.said}」看不懂，可以寫：每週一 8:30、每月最後一個工作日 9:00。`;
    case 'receipt':
      return `「收到：${one.said}」看不懂，請寫 是 或 否。`;
    case 'loose':
      return `「${one.said}」不知道要放在哪裡；要換正文請寫「改成 ……」。`;
    case 'level':
      return `級別「${one.said}」看不懂，可以寫：普通、重要、緊急。`;
  }
};

const fixed = { audience: '範圍', time: '傳送時間', repeat: '重複', level: '級別', receipt: '「收到」' };
const templateLine = ({ name, level, asks }: TemplateLine): string =>
  `· ${dots(name, level !== 'routine' && titles[level], asks.length > 0 && `要填：${asks.join('、')}`)}`;

const change = '要改就回覆這則訊息：「範圍: 3棟 5棟」「時間: 明天8:30」「改成 新的正文」。';

export const notices = {
  noticeTitle: (level, isDrill) => `${drill(isDrill)}【${level === 'emergency' ? '🔴 ' : ''}${titles[level]}】`,
  noticeHolds: (from, until) => dots(from && `${from} 起生效`, until && `預計到 ${until}`),
  noticeAsksReceipt: () => '看到請點「收到」或回覆「收到」。',
  noticeGot: () => '收到',
  noticeChanged: (how, at) => `【${changes[how]}】${at}`,
  noticeVoid: (first) => `此通知作廢，請以後續通知為準：${first}`,
  noticeEnded: (first, words, isDrill) => `${drill(isDrill)}✅ ${words ?? '已恢復正常，謝謝大家的理解'}（${first}）`,
  noticeExtended: (first, until, isDrill) => `${drill(isDrill)}【延長】預計到 ${until}，給您添麻煩了。（${first}）`,

  noticePreview: (p) =>
    lines(`通知 ${p.number} 草稿，請核對：`, ...body(p), p.needsSecond && '確認後還要另一位經理同意。', change),
  noticePreviewOld: (number) => `通知 ${number}：這份預覽已經過時，請看最新的一則。`,
  noticeConfirm: () => '確認發布',
  noticeChangeTime: () => '改時間',
  noticeDiscard: () => '放棄',
  noticeAskTime: (number) => `通知 ${number} 什麼時候傳送？也可以直接回覆「時間: 明天8:30」。`,
  noticeNow: () => '確認後就傳送',
  noticeInAnHour: () => '一小時後',
  noticeTomorrow: () => '明早 8:30',
  noticeMistakes: (mistakes) =>
    lines('有幾處要改，還沒有記下：', ...mistakes.map((one) => `· ${mistake(one)}`), '改好後請整則再傳一次。'),
  noticeScheduled: (number, at, repeating) =>
    lines(
      `通知 ${number} 將於 ${at} 送出，在那之前都可以撤回。`,
      repeating && `撤回就不再重複；只跳過這一次，請傳「通知 ${number} 跳過」。`,
    ),
  noticeTakeBackChoice: () => '撤回',
  noticeAskSecond: (p, by) => lines(`通知 ${p.number} 由${by}確認，還要另一位經理同意：`, ...body(p)),
  noticeHandedIn: (number) => `通知 ${number} 已請其他經理同意，同意後才會送出。`,
  noticeSecondWaits: (number, first) =>
    `通知 ${number} 還在等另一位經理同意：${first}。內容見上面的草稿；不同意也請點一下。`,
  noticeAgree: () => '同意發布',
  noticeRefuse: () => '不同意',
  noticeRefused: (number, by) => `${by}不同意通知 ${number}，沒有送出。`,
  noticeOwn: (number) => `通知 ${number} 是您寫的或確認的，要請另一位經理同意。`,
  noticeStale: (number) => `通知 ${number} 後來改過，請在最新的預覽下確認。`,
  noticeLate: (number) => `通知 ${number} 的傳送時間已經過了，沒有送出。請先改時間。`,
  noticePast: (number) =>
    `通知 ${number} 寫的「至」等不到送出就過了，沒有送出。請先改時間，例如回覆草稿「至: 今天18點」。`,
  noticeForNobody: (number) => `通知 ${number} 沒有一個群組或住戶收得到，沒有送出。請先改範圍。`,

  noticeGoesOut: (number, first) =>
    lines(`通知 ${number} 開始傳送：${first}`, '回覆這則訊息可以：更正 新的正文 · 延長 到18點 · 結束 · 撤回 · 狀態'),
  noticeUnsent: (number, first) =>
    `通知 ${number} 沒有送出：到了時間系統沒有運行，現在傳送已經晚了（${first}）。還要傳送，請重新寫一則。`,
  noticeIsItOver: (number, first) => `通知 ${number} 預計的時間到了：${first}。結束了嗎？`,
  noticeEndChoice: () => '已結束，告訴大家',
  noticeLaterChoice: () => '還要延長',
  noticeAskLater: (number) => `請傳「通知 ${number} 延長 到18點」，會告訴所有收到的人。`,
  noticeDiscarded: (number) => `通知 ${number} 已放棄，沒有送出。`,
  noticeTakenBack: (number, series) => `通知 ${number} 已撤回，沒有人看到${series ? '，以後也不再重複' : ''}。`,
  noticeSkipped: (number, next, at) => `通知 ${number} 這次跳過；下一次是通知 ${next}，${at} 送出。`,
  noticeWithdrawn: (number) => `通知 ${number} 正在撤回；平台不能撤回的群組會收到「此通知作廢」。`,
  noticeCorrected: (number) => `通知 ${number} 已更正；平台不能改的群組會收到一則更正。`,
  noticeIsExtended: (number, until) => `通知 ${number} 延長到 ${until}，正在告訴大家。`,
  noticeIsEnded: (number) => `通知 ${number} 已結束，正在告訴大家。`,
  noticeNotNow: (number, state) => `通知 ${number} 現在是「${states[state]}」，不能這樣做，什麼都沒有改動。`,
  noticeUnknown: (number, last) =>
    `沒有通知 ${number}，什麼都沒有改動。${last === null ? '' : `最近的一則是通知 ${last}，`}傳「通知 列表」可以看到。`,
  noticeNeedsWords: (number) => `請寫上新的正文：通知 ${number} 更正 ……`,
  noticeNeedsTime: (number) => `請寫上到什麼時候，要在現在之後：通知 ${number} 延長 到18點`,
  noticeList: (all) =>
    lines(
      all.length > 0 ? '最近的通知：' : '還沒有通知。',
      ...all.map(({ number, level, state, first, at, repeat }) =>
        dots(
          `${number} ${level === 'routine' ? '' : `【${titles[level]}】`}${first}`,
          states[state],
          at,
          repeat && repeats(repeat),
        ),
      ),
      '寫一則：通知 明天8點到12點停水 · 怎麼用：通知 幫助',
    ),
  noticeShown: ({ number, state, at, repeat }, shown, to) =>
    lines(dots(`通知 ${number}`, states[state], at, repeat && repeats(repeat)), `範圍：${audience(to)}`, '————', shown),
  noticeHow: () =>
    lines(
      '寫通知：「通知 正文」，也可以是「重要通知」「緊急通知」，可以帶照片和檔案。我會先給您看，確認後才傳送。',
      '可以另起一行寫：',
      '範圍: 3棟 5棟（或 #租戶、工單編號、私訊；不寫就是全社區）',
      '時間: 明天8:30 · 重複: 每月最後一個工作日 9:00',
      '生效: 12月1日 · 至: 今天18點 · 收到: 是 · 照片: 是（剛才傳的照片）',
      '英文: … · 繁體: …',
      '傳送以後：通知 3 更正 … · 通知 3 延長 到18點 · 通知 3 結束 · 通知 3 撤回 · 通知 3 狀態',
      '範本：準備好的通知 · 標籤：給群組做標記',
    ),
  noticeRepeat: repeats,
  noticeAudience: audience,

  templates: (own, shipped) =>
    lines(
      '準備好的通知：',
      ...own.map(templateLine),
      shipped.length > 0 && '自帶的：',
      ...shipped.map(templateLine),
      '用法：通知 範本 停水 時間=明天8點到12點 原因=管線檢修',
      '自己加：範本 新增 停水：尊敬的業主，{時間}停水 · 去掉：範本 停用 停水',
    ),
  templateShown: (name, text) => lines(`範本「${name}」：`, text),
  templateAdded: (name, asks, renewed) =>
    `範本「${name}」${renewed ? '已換成新的' : '已記下'}。${asks.length > 0 ? `用的時候要填：${asks.join('、')}。` : ''}`,
  templateRevoked: (name) => `範本「${name}」已停用。`,
  templateUnknown: (name, near) =>
    `沒有範本「${name}」，什麼都沒有改動。${near ? `是不是「${near}」？` : '傳「範本」可以看到有哪些。'}`,
  templateAsks: (name, missing, given) =>
    lines(
      `還缺：${missing.join('、')}。請這樣傳：`,
      `通知 範本 ${name} ${[...given, ...missing.map((one) => `${one}=…`)].join(' ')}`,
    ),
  templateHow: () => '請這樣寫：範本 新增 停水：尊敬的業主，{時間}停水，請儲水 · 範本 停用 停水 · 範本 停水（檢視）',
  tagged: (group, tags) => (tags.length > 0 ? `${group}的標籤：${tags.join('、')}` : `${group}沒有標籤了。`),
  tagList: (groups) =>
    lines(
      '住戶群組的標籤：',
      ...groups.map(({ title, tags }) => `${title}：${tags.length > 0 ? tags.join('、') : '無'}`),
      '加一個：標籤 3棟群組 租戶 · 去掉：標籤 3棟群組 取消 租戶 · 通知時寫「範圍: #租戶」',
    ),
  tagNoGroup: (said, near) =>
    `沒有住戶群組「${said}」，什麼都沒有改動。${near ? `是不是「${near}」？` : '傳「標籤」可以看到所有的群組。'}`,
  tagHow: () => '請這樣寫：標籤 3棟群組 租戶 · 標籤 3棟群組 取消 租戶。標籤是一個詞，不帶空格和標點。',
} satisfies NoticeTexts;

import type { Festival } from '../../notices/care/festivals.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { CareTexts, CareView } from './texts.ts';

const dayNames = '一二三四五六日';
const scheduled = ({ weekdays, askAt }: CareView): string => {
  const days = weekdays.map((day) => dayNames[day - 1]).join('、');
  return `${weekdays.length === 7 ? '每天' : `每週${days}`} ${askAt}`;
};
const stopHow = '不需要了，隨時回覆「關懷 停」。';

const names: Record<Festival, string> = {
  new_year: '元旦',
  spring: '春節',
  lantern: '元宵節',
  dragon_boat: '端午節',
  mid_autumn: '中秋節',
  national: '國慶節',
  double_ninth: '重陽節',
};
const wishes: Record<Festival, string> = {
  new_year: '新年快樂！願您和家人在新的一年裡平安健康，萬事順心。',
  spring: '春節到了，給您拜年！祝您闔家團圓，身體健康，新春吉祥。假期裡物業照常值班，有事隨時找我們。',
  lantern: '元宵節快樂！願您和家人團團圓圓，甜甜美美。',
  dragon_boat: '端午安康！願您和家人平安健康，過一個清清爽爽的節日。',
  mid_autumn: '中秋快樂！願月圓人圓，您和家人平安喜樂。',
  national: '國慶快樂！祝您和家人節日愉快，出行平安。假期裡物業照常值班，有事隨時找我們。',
  double_ninth: '重陽節到了，祝您和家中長輩身體康健，笑口常開。有什麼需要幫忙的，隨時告訴我們。',
};

export const care = {
  careAsk: (part) => `${{ morning: '早安', afternoon: '午安', evening: '晚上好' }[part]}！今天一切都好嗎？`,
  careAgain: () => '剛才沒有等到您的回覆，再問候您一聲：一切都好嗎？',
  careWellChoice: () => '我很好',
  careHelpChoice: () => '需要幫助',
  careGlad: () => '知道您都好，我們就放心了。有事隨時叫我們。',
  careHelpComes: (code) =>
    `收到，我們馬上請同事來幫您（${code}）。如果有生命危險，請立刻撥打急救電話，也請告訴我們是什麼情況。`,
  careSomebodyComes: (code) => `一直沒有等到您的回覆，我們請同事去看看您（${code}）。您若平安，回覆「我很好」即可。`,
  careSet: (view) =>
    lines(
      `好的，${scheduled(view)} 我們會在這裡問候您，${view.next ? `下一次是${view.next}` : '從下一次開始'}。`,
      '沒有等到回覆時會再問一次，還沒有回音就請同事上門看看。',
      stopHow,
    ),
  careStanding: (view, greetings) =>
    lines(
      view
        ? `${scheduled(view)} 我們會問候您${view.next ? `，下一次是${view.next}` : ''}。${stopHow}`
        : '目前沒有為您安排問候。需要的話，回覆「關懷 每天9點」。',
      greetings ? '節日祝福：開（「關懷 祝福 關」可關閉）。' : '節日祝福：關（「關懷 祝福 開」可開啟）。',
    ),
  carePaused: (next) => `好的，先不打擾您，下一次問候是${next}。`,
  careStopped: () => '好的，以後不再問候。什麼時候想恢復，回覆「關懷 每天9點」。',
  careNone: () => '目前沒有為您安排問候。需要的話，回覆「關懷 每天9點」。',
  careOffered: (view) =>
    lines(
      `您好，物業為您登記了平安問候：${scheduled(view)} 在這裡問您一聲好，沒有回音就請同事上門看看。`,
      '願意的話不用做什麼；不需要請選「不用了」。',
    ),
  careOkChoice: () => '好的',
  careNoChoice: () => '不用了',
  careKept: () => '好的，到時候見。',
  greetingsWanted: (wanted) => (wanted ? '好的，過節時給您送上祝福。' : '好的，以後不再發節日祝福。'),
  careInPrivate: () => '這是您自己的事，請在私訊裡發給我，群組裡不說。',
  careHow: () =>
    lines(
      '沒有看懂，什麼都沒有改。請寫成下面一種：',
      '關懷 每天9點 · 關懷 週一週三 15:00',
      '關懷 暫停到下週一 · 關懷 停',
      '關懷 祝福 開 · 關懷 祝福 關',
    ),
  careAtNight: (from) => `這個時間太晚或太早，夜裡不打擾。請選 ${from} 以後、白天的時間，什麼都沒有改。`,

  careSummary: (reason, said) =>
    ({
      silent: '平安問候沒有等到回覆，請上門看看',
      unreached: '平安問候沒有送到，請上門看看',
      help: said ? `平安問候時說需要幫助：${quoted(said, 50)}` : '平安問候時說需要幫助',
    })[reason],
  careLookIn: (code, name, place, reason) =>
    lines(
      `請您現在去看一看：${dots(name, place)}（${code}）。`,
      {
        silent: '問候了兩次都沒有回覆。',
        unreached: '問候沒有送到，聯絡不上本人。',
        help: '本人說需要幫助。',
      }[reason],
      '看到人以後請接單並回報；叫門不應請按應變程序處理。',
    ),
  careNobodyGoes: (code, waited) =>
    `${code}：有住戶的平安問候沒有回音，或說需要幫助，已經 ${waited}沒有人接單。請馬上去看一看並接單；地點請傳「查看 ${code}」。`,
  careNobodyTold: (code) => `${code} 是一件需要有人上門看看的關懷工單，負責人沒能在私訊裡通知到，請馬上安排人。`,
  careWellAfterAll: (code) => `${code}：本人剛剛回覆，一切平安。確認後請結案。`,
  careHowForStaff: () =>
    lines(
      '沒有看懂，什麼都沒有改。請寫成下面一種：',
      '關懷 新增 3-2-501 李阿姨 每天9點（先徵得本人同意）',
      '關懷 停 3-2-501 李阿姨',
      '關懷（名單）',
    ),
  careEntered: (name, view) =>
    `記下了：${name}，${scheduled(view)}${view.next ? `，第一次是${view.next}` : ''}。已告訴本人，可以隨時說不用。`,
  careEnded: (name) => `好的，以後不再問候${name}。`,
  careNotAsked: (name) => `${name}沒有在問候名單裡，什麼都沒有改。`,
  careDeclined: (name) => `${name}說不用問候，已經停了。`,
  careNoChat: (name) => `${name}還沒有和我私訊過，沒法問候，什麼都沒有改。請本人先在私訊裡給我發一句話。`,
  careFlatUnknown: () => '沒有看出是哪一戶，什麼都沒有改。請寫清楚樓棟和房號，如：關懷 新增 3-2-501 李阿姨 每天9點。',
  careWhoThere: (all) =>
    all.length > 0
      ? `這一戶登記的有：${all.join('、')}。請寫上是哪一位，什麼都沒有改。`
      : '這一戶還沒有登記的住戶，什麼都沒有改。請本人先在群組裡或私訊裡說句話，並登記房號。',
  careList: (all) =>
    all.length > 0
      ? lines(
          '平安問候名單：',
          ...all.map(({ name, view }) => dots(name, scheduled(view), view.next && `下一次${view.next}`)),
        )
      : '平安問候名單還是空的。新增：關懷 新增 3-2-501 李阿姨 每天9點（先徵得本人同意）。',

  festival: (festival) => names[festival],
  greeting: (festival) => wishes[festival],
  greetingOffer: (festival, day, wanting) =>
    lines(
      `${day}是${names[festival]}，祝福已經備好：`,
      wishes[festival],
      wanting > 0 ? `有 ${wanting} 位住戶願意收到私訊祝福。` : '還沒有住戶登記要私訊祝福。',
      '要怎麼發？',
    ),
  greetingToAll: () => '發到群組裡（先看預覽）',
  greetingToWanting: () => '只發給願意收的人',
  greetingNotNow: () => '這次不發',
  greetingPrepared: (festival, at, wanting) => `好的，${names[festival]}祝福將在${at}私訊發給 ${wanting} 位住戶。`,
  greetingDropped: (festival) => `好的，這次不發${names[festival]}祝福。`,
} satisfies CareTexts;

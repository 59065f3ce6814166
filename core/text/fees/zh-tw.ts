import type { FeeMistake } from '../../notices/fees/read-list.ts';
import { dots, lines } from '../layout.ts';
import type { FeeListView, FeeTexts } from './texts.ts';

const mends: Record<FeeMistake['kind'], string> = {
  columns: '列數不對。每行寫：房號,金額,到期日；金額裡的千位逗號請去掉，或給金額加引號',
  flat: '看不出房號。請寫成 3-2-501 這樣',
  no_such_building: '社區沒有這一棟樓，請核對房號',
  amount: '金額看不懂。請寫成 1234.50，大於 0，最多兩位小數',
  day: '到期日看不懂或沒有這一天。請寫成 2026-12-31',
  twice: '這一戶前面已經有了，請合併成一行',
};
const states = { draft: '待確認', confirmed: '已確認', revoked: '已作廢' };
const line = ({ number, title, households, total, reminded, paid, state }: FeeListView): string =>
  dots(
    `繳費 ${number}`,
    title,
    `${households} 戶`,
    `共 ${total} 元`,
    states[state],
    `已提醒 ${reminded}`,
    `已繳 ${paid}`,
  );

export const fees = {
  feeReminder: ({ title, paysFor, how, flat, amount, dueOn }) =>
    lines(
      `您好，${flat} 的${title}：${amount} 元${dueOn ? `，請在 ${dueOn} 前繳納` : ''}。`,
      paysFor && `用途：${paysFor}`,
      how && `繳費方式：${how}`,
      '這條提醒只發給您家。已經繳過請回覆「已繳」；有疑問直接回復這條訊息，我們來解答。',
    ),
  feePaidChoice: () => '已繳',
  feeNoted: () => '謝謝，已經轉告客服核對，有問題會聯絡您。',
  feeIsPaid: () => '您家的這筆費用已經登記為已繳，謝謝。',
  feeQuestion: (title) => `關於${title}的疑問`,

  feePreview: (view, at) =>
    lines(
      `繳費清單「${view.title}」，確認前不會提醒任何人：`,
      `共 ${view.households} 戶，合計 ${view.total} 元。`,
      `能私訊提醒到 ${view.reachable} 戶${view.unknown > 0 ? `；${view.unknown} 戶還沒有登記的住戶` : ''}。`,
      view.paysFor ? '' : '沒有寫用途，住戶會想知道這筆錢用在哪裡，建議補上「用途：…」再匯入。',
      view.how ? '' : '沒有寫繳費方式，建議補上「方式：…」再匯入。',
      `提醒時間：${at ?? '確認後馬上'}，只發到各戶的私訊，群組裡不發。`,
      '每戶會看到（舉例）：',
      view.example,
    ),
  feeConfirm: () => '確認提醒',
  feeDiscard: () => '作廢',
  feeConfirmed: (at) => `好的，${at ? `將在${at}` : '馬上'}私訊提醒各戶。`,
  feeDiscarded: () => '好的，這份清單作廢，不會提醒任何人。',
  feeOver: () => '這份清單已經確認過或作廢了，沒有再改。',
  feeMistakes: (mistakes, more) =>
    lines(
      '清單有問題，什麼都沒有匯入。請改好再發（您發來的第一行是第 1 行）：',
      ...mistakes.map(({ line: at, kind }) => `第 ${at} 行：${mends[kind]}`),
      more > 0 && `……還有 ${more} 行`,
    ),
  feeEmpty: () => lines('清單裡沒有一戶，什麼都沒有匯入。', '請在下面每戶寫一行：房號,金額,到期日'),
  feeNoTitle: () => '請給清單起個名字，如：繳費 匯入 2026年物業費。什麼都沒有匯入。',
  feeFieldUnknown: (said, near) => `沒有看懂「${said}」${near ? `，是不是「${near}」？` : '。'}什麼都沒有匯入。`,
  feeTimeUnclear: (said) => `沒有看懂提醒時間「${said}」，或者時間已過，什麼都沒有匯入。請寫成：提醒：明天9點。`,
  feeLists: (all) =>
    all.length > 0
      ? lines(
          '繳費清單：',
          ...all.map(line),
          '提醒還沒繳的：繳費 提醒 1 · 登記已繳：繳費 已繳 3-2-501 · 作廢：繳費 作廢 1',
        )
      : '還沒有繳費清單。匯入：繳費 匯入 2026年物業費，下面每戶一行：房號,金額,到期日。',
  feeList: (view) =>
    lines(
      line(view),
      `能私訊提醒到 ${view.reachable} 戶${view.unknown > 0 ? `；${view.unknown} 戶沒有登記的住戶` : ''}。`,
    ),
  feeListUnknown: (number) => `沒有編號 ${number} 的繳費清單，什麼都沒有改。看全部：繳費。`,
  feeRemindedAgain: (at) => `好的，${at ? `將在${at}` : '馬上'}私訊提醒還沒有繳的各戶。`,
  feeMarked: (count) => (count > 0 ? `已登記為已繳（${count} 筆）。` : '沒有找到這一戶未繳的費用，什麼都沒有改。'),
  feeFlatUnclear: () => '沒有看出是哪一戶，什麼都沒有改。請寫成：繳費 已繳 3-2-501。',
  feeHow: () =>
    lines(
      '沒有看懂，什麼都沒有改。可以這樣寫：',
      '繳費（看清單） · 繳費 提醒 1 · 繳費 已繳 3-2-501 · 繳費 作廢 1',
      '匯入清單：',
      '繳費 匯入 2026年物業費\n用途：清潔、電梯維保、公共照明\n方式：物業前台或公眾號\n提醒：明天9點\n房號,金額,到期日\n3-2-501,1234.50,2026-12-31',
    ),
  feeSaidPaid: (title, flat) => `${flat} 回覆說${title}已經繳了。請核對到賬，核對後點下面登記。`,
  feeSettleChoice: () => '登記為已繳',

  feeInPrivate: () => '繳費的事涉及各家各戶，請在私訊裡發給我，群組裡不說。',
  feeSomebodyPaid: () =>
    '有住戶回覆說費用已繳。請客服在私訊裡和我說句話，以後這類訊息會私訊告訴您；登記已繳請在私訊裡發「繳費 已繳 房號」。',
} satisfies FeeTexts;

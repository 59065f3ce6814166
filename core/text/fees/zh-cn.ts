import type { FeeMistake } from '../../notices/fees/read-list.ts';
import { dots, lines } from '../layout.ts';
import type { FeeListView, FeeTexts } from './texts.ts';

const mends: Record<FeeMistake['kind'], string> = {
  columns: '列数不对。每行写：房号,金额,到期日；金额里的千位逗号请去掉，或给金额加引号',
  flat: '看不出房号。请写成 3-2-501 这样',
  no_such_building: '小区没有这一栋楼，请核对房号',
  amount: '金额看不懂。请写成 1234.50，大于 0，最多两位小数',
  day: '到期日看不懂或没有这一天。请写成 2026-12-31',
  twice: '这一户前面已经有了，请合并成一行',
};
const states = { draft: '待确认', confirmed: '已确认', revoked: '已作废' };
const line = ({ number, title, households, total, reminded, paid, state }: FeeListView): string =>
  dots(
    `缴费 ${number}`,
    title,
    `${households} 户`,
    `共 ${total} 元`,
    states[state],
    `已提醒 ${reminded}`,
    `已缴 ${paid}`,
  );

export const fees = {
  feeReminder: ({ title, paysFor, how, flat, amount, dueOn }) =>
    lines(
      `您好，${flat} 的${title}：${amount} 元${dueOn ? `，请在 ${dueOn} 前缴纳` : ''}。`,
      paysFor && `用途：${paysFor}`,
      how && `缴费方式：${how}`,
      '这条提醒只发给您家。已经缴过请回复“已缴”；有疑问直接回复这条消息，我们来解答。',
    ),
  feePaidChoice: () => '已缴',
  feeNoted: () => '谢谢，已经转告客服核对，有问题会联系您。',
  feeIsPaid: () => '您家的这笔费用已经登记为已缴，谢谢。',
  feeQuestion: (title) => `关于${title}的疑问`,

  feePreview: (view, at) =>
    lines(
      `缴费清单“${view.title}”，确认前不会提醒任何人：`,
      `共 ${view.households} 户，合计 ${view.total} 元。`,
      `能私聊提醒到 ${view.reachable} 户${view.unknown > 0 ? `；${view.unknown} 户还没有登记的住户` : ''}。`,
      view.paysFor ? '' : '没有写用途，居民会想知道这笔钱用在哪里，建议补上“用途：…”再导入。',
      view.how ? '' : '没有写缴费方式，建议补上“方式：…”再导入。',
      `提醒时间：${at ?? '确认后马上'}，只发到各户的私聊，群里不发。`,
      '每户会看到（举例）：',
      view.example,
    ),
  feeConfirm: () => '确认提醒',
  feeDiscard: () => '作废',
  feeConfirmed: (at) => `好的，${at ? `将在${at}` : '马上'}私聊提醒各户。`,
  feeDiscarded: () => '好的，这份清单作废，不会提醒任何人。',
  feeOver: () => '这份清单已经确认过或作废了，没有再改。',
  feeMistakes: (mistakes, more) =>
    lines(
      '清单有问题，什么都没有导入。请改好再发（您发来的第一行是第 1 行）：',
      ...mistakes.map(({ line: at, kind }) => `第 ${at} 行：${mends[kind]}`),
      more > 0 && `……还有 ${more} 行`,
    ),
  feeEmpty: () => lines('清单里没有一户，什么都没有导入。', '请在下面每户写一行：房号,金额,到期日'),
  feeNoTitle: () => '请给清单起个名字，如：缴费 导入 2026年物业费。什么都没有导入。',
  feeFieldUnknown: (said, near) => `没有看懂“${said}”${near ? `，是不是“${near}”？` : '。'}什么都没有导入。`,
  feeTimeUnclear: (said) => `没有看懂提醒时间“${said}”，或者时间已过，什么都没有导入。请写成：提醒：明天9点。`,
  feeLists: (all) =>
    all.length > 0
      ? lines(
          '缴费清单：',
          ...all.map(line),
          '提醒还没缴的：缴费 提醒 1 · 登记已缴：缴费 已缴 3-2-501 · 作废：缴费 作废 1',
        )
      : '还没有缴费清单。导入：缴费 导入 2026年物业费，下面每户一行：房号,金额,到期日。',
  feeList: (view) =>
    lines(
      line(view),
      `能私聊提醒到 ${view.reachable} 户${view.unknown > 0 ? `；${view.unknown} 户没有登记的住户` : ''}。`,
    ),
  feeListUnknown: (number) => `没有编号 ${number} 的缴费清单，什么都没有改。看全部：缴费。`,
  feeRemindedAgain: (at) => `好的，${at ? `将在${at}` : '马上'}私聊提醒还没有缴的各户。`,
  feeMarked: (count) => (count > 0 ? `已登记为已缴（${count} 笔）。` : '没有找到这一户未缴的费用，什么都没有改。'),
  feeFlatUnclear: () => '没有看出是哪一户，什么都没有改。请写成：缴费 已缴 3-2-501。',
  feeHow: () =>
    lines(
      '没有看懂，什么都没有改。可以这样写：',
      '缴费（看清单） · 缴费 提醒 1 · 缴费 已缴 3-2-501 · 缴费 作废 1',
      '导入清单：',
      '缴费 导入 2026年物业费\n用途：保洁、电梯维保、公共照明\n方式：物业前台或公众号\n提醒：明天9点\n房号,金额,到期日\n3-2-501,1234.50,2026-12-31',
    ),
  feeSaidPaid: (title, flat) => `${flat} 回复说${title}已经缴了。请核对到账，核对后点下面登记。`,
  feeSettleChoice: () => '登记为已缴',

  feeInPrivate: () => '缴费的事涉及各家各户，请在私聊里发给我，群里不说。',
  feeSomebodyPaid: () =>
    '有住户回复说费用已缴。请客服在私聊里和我说句话，以后这类消息会私聊告诉您；登记已缴请在私聊里发“缴费 已缴 房号”。',
} satisfies FeeTexts;

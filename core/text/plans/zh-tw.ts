import type { PlanKind } from '../../notices/plans/kinds.ts';
import { dots, lines } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import { notices, steps } from './shipped-zh-tw.ts';
import type { PlanTexts } from './texts.ts';

const names: Record<PlanKind, string> = {
  fire: '火災',
  gas: '瓦斯洩漏',
  lift: '電梯困人',
  flood: '暴雨內澇',
  power: '停電',
  water: '停水',
  storm: '颱風大風',
  crime: '治安事件',
};
const numbered = (all: readonly string[]): string => all.map((step, index) => `${index + 1}. ${step}`).join('\n');
const mark = (drill: boolean): string => (drill ? '【演練】' : '🔴 ');

export const plans = {
  planName: (kind) => names[kind],
  planNotice: (kind, numbers) => notices[kind](numbers),
  planSteps: (kind, numbers) => steps[kind](numbers),
  planAnywhere: () => '社區內',
  planList: (all) =>
    lines(
      '應急預案：',
      ...all.map(({ name, isOwn }) => dots(name, isOwn && '本社區修改過')),
      '看內容：預案 火災 · 啟動：啟動預案 火災 3棟 · 演練：演練 火災',
    ),
  plan: ({ name, text, languages, steps: todo, calls, isOwn }) =>
    lines(
      `預案：${name}${isOwn ? '（本社區修改過）' : ''}`,
      '— 發給住戶 —',
      text,
      languages.length > 0 && `另有：${languages.join('、')}`,
      '— 員工要做的 —',
      numbered(todo),
      '— 要叫的人 —',
      ...calls.map(
        ({ role, names: who }) => `${words.role(role)}：${who.length > 0 ? who.join('、') : '現在沒有人在崗'}`,
      ),
    ),
  planUnknown: (said, known) => `沒有叫「${said}」的預案，什麼都沒有改。現有：${known.join('、')}。`,
  planChanged: (name) => `${name}預案已改好，以後按新的來。`,
  planHow: () =>
    lines(
      '沒有看懂，什麼都沒有改。可以這樣寫：',
      '預案（列表） · 預案 火災（看內容）',
      '啟動預案 火災 3棟 · 演練 火災 · 演練 記錄',
      '改預案，換行寫要改的：',
      '預案 火災\n內容：…{地點}…\n步驟：…（每步一行）\n呼叫：保全 維修 經理',
    ),
  planNoRole: (said) => `沒有「${said}」這個角色，什麼都沒有改。可以寫：客服、維修、保全、清潔、綠化、經理。`,
  planStartChoice: () => '啟動預案（先看預覽）',
  planDrillChoice: () => '演練一次（只叫員工）',
  planNoPlace: (said) => `沒有看懂「${said}」是哪裡，什麼都沒有改。請寫棟別，如：啟動預案 火災 3棟；不寫就是全社區。`,
  planMissing: (all) =>
    lines(`還缺：${all.join('、')}。什麼都沒有發。請在下面各寫一行，如：`, `啟動預案 火災 3棟\n${all[0] ?? ''}：…`),
  planHint: (code, name) => `${code} 可能要用${name}預案。需要的話點下面啟動，會先給您看預覽，確認後才發。`,
  planHintChoice: (name) => `啟動${name}預案`,

  planCall: (name, place, drill) =>
    lines(
      `${mark(drill)}${name}：${place}。請馬上到位，到群組裡看處置步驟。`,
      drill ? '這是演練，請按真的來，收到請回應，不要驚動住戶。' : '收到請馬上回應。',
    ),
  planComing: () => '收到，馬上到',
  planGot: (drill) => (drill ? '【演練】收到，已記下您的響應時間。' : '收到，注意安全。'),
  planChecklist: (name, place, todo, called, drill) =>
    lines(
      `${mark(drill)}${name}：${place}`,
      '請按步驟處置：',
      numbered(todo),
      called.length > 0 ? `已私訊叫：${called.join('、')}` : '現在沒有人能在私訊裡叫到，請馬上打電話。',
      drill && '這是演練，只在員工中進行，不要驚動住戶。',
    ),
  planNobodyCalled: (who, drill) => `${mark(drill)}沒能在私訊裡叫到：${who.join('、')}。請馬上打電話。`,

  drillReport: ({ name, number, startedAt, prepared, firstTold, allTold, told, failed, calls }) =>
    lines(
      `【演練】${name} 演練報告（通知${number}）`,
      `開始：${startedAt}（準備用時 ${prepared}）`,
      `第一條發出：${firstTold ?? '沒有發出'}`,
      `全部發出：${allTold ?? '沒有發完'}（${told} 條${failed > 0 ? `，${failed} 條沒有發出` : ''}）`,
      `響應：${calls.filter(({ answered }) => answered !== null).length}/${calls.length}`,
      ...calls.map(({ name: who, answered }) => `　${who}：${answered === null ? '沒有響應' : `用時 ${answered}`}`),
      calls.length === 0 && '　沒有叫到人，請檢查值班表和員工的私訊。',
    ),
  drillList: (all) =>
    all.length > 0
      ? lines('【演練】記錄：', ...all.map(({ number, name, at }) => dots(`演練 ${number}`, name, at)))
      : '【演練】還沒有演練過。開始：演練 火災。',
  drillUnknown: (number) => `沒有編號 ${number} 的演練，什麼都沒有改。看全部：演練 記錄。`,
} satisfies PlanTexts;

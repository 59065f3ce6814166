import type { PlanKind } from '../../notices/plans/kinds.ts';
import { dots, lines } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import { notices, steps } from './shipped-zh-cn.ts';
import type { PlanTexts } from './texts.ts';

const names: Record<PlanKind, string> = {
  fire: '火灾',
  gas: '燃气泄漏',
  lift: '电梯困人',
  flood: '暴雨内涝',
  power: '停电',
  water: '停水',
  storm: '台风大风',
  crime: '治安事件',
};
const numbered = (all: readonly string[]): string => all.map((step, index) => `${index + 1}. ${step}`).join('\n');
const mark = (drill: boolean): string => (drill ? '【演练】' : '🔴 ');

export const plans = {
  planName: (kind) => names[kind],
  planNotice: (kind, numbers) => notices[kind](numbers),
  planSteps: (kind, numbers) => steps[kind](numbers),
  planAnywhere: () => '小区内',
  planList: (all) =>
    lines(
      '应急预案：',
      ...all.map(({ name, isOwn }) => dots(name, isOwn && '本小区修改过')),
      '看内容：预案 火灾 · 启动：启动预案 火灾 3栋 · 演练：演练 火灾',
    ),
  plan: ({ name, text, languages, steps: todo, calls, isOwn }) =>
    lines(
      `预案：${name}${isOwn ? '（本小区修改过）' : ''}`,
      '— 发给居民 —',
      text,
      languages.length > 0 && `另有：${languages.join('、')}`,
      '— 员工要做的 —',
      numbered(todo),
      '— 要叫的人 —',
      ...calls.map(
        ({ role, names: who }) => `${words.role(role)}：${who.length > 0 ? who.join('、') : '现在没有人在岗'}`,
      ),
    ),
  planUnknown: (said, known) => `没有叫“${said}”的预案，什么都没有改。现有：${known.join('、')}。`,
  planChanged: (name) => `${name}预案已改好，以后按新的来。`,
  planHow: () =>
    lines(
      '没有看懂，什么都没有改。可以这样写：',
      '预案（列表） · 预案 火灾（看内容）',
      '启动预案 火灾 3栋 · 演练 火灾 · 演练 记录',
      '改预案，换行写要改的：',
      '预案 火灾\n内容：…{地点}…\n步骤：…（每步一行）\n呼叫：安保 维修 经理',
    ),
  planNoRole: (said) => `没有“${said}”这个角色，什么都没有改。可以写：客服、维修、安保、保洁、绿化、经理。`,
  planStartChoice: () => '启动预案（先看预览）',
  planDrillChoice: () => '演练一次（只叫员工）',
  planNoPlace: (said) => `没有看懂“${said}”是哪里，什么都没有改。请写楼栋，如：启动预案 火灾 3栋；不写就是全小区。`,
  planMissing: (all) =>
    lines(`还缺：${all.join('、')}。什么都没有发。请在下面各写一行，如：`, `启动预案 火灾 3栋\n${all[0] ?? ''}：…`),
  planHint: (code, name) => `${code} 可能要用${name}预案。需要的话点下面启动，会先给您看预览，确认后才发。`,
  planHintChoice: (name) => `启动${name}预案`,

  planCall: (name, place, drill) =>
    lines(
      `${mark(drill)}${name}：${place}。请马上到位，到群里看处置步骤。`,
      drill ? '这是演练，请按真的来，收到请回应，不要惊动居民。' : '收到请马上回应。',
    ),
  planComing: () => '收到，马上到',
  planGot: (drill) => (drill ? '【演练】收到，已记下您的响应时间。' : '收到，注意安全。'),
  planChecklist: (name, place, todo, called, drill) =>
    lines(
      `${mark(drill)}${name}：${place}`,
      '请按步骤处置：',
      numbered(todo),
      called.length > 0 ? `已私聊叫：${called.join('、')}` : '现在没有人能在私聊里叫到，请马上打电话。',
      drill && '这是演练，只在员工中进行，不要惊动居民。',
    ),
  planNobodyCalled: (who, drill) => `${mark(drill)}没能在私聊里叫到：${who.join('、')}。请马上打电话。`,

  drillReport: ({ name, number, startedAt, prepared, firstTold, allTold, told, failed, calls }) =>
    lines(
      `【演练】${name} 演练报告（通知${number}）`,
      `开始：${startedAt}（准备用时 ${prepared}）`,
      `第一条发出：${firstTold ?? '没有发出'}`,
      `全部发出：${allTold ?? '没有发完'}（${told} 条${failed > 0 ? `，${failed} 条没有发出` : ''}）`,
      `响应：${calls.filter(({ answered }) => answered !== null).length}/${calls.length}`,
      ...calls.map(({ name: who, answered }) => `　${who}：${answered === null ? '没有响应' : `用时 ${answered}`}`),
      calls.length === 0 && '　没有叫到人，请检查值班表和员工的私聊。',
    ),
  drillList: (all) =>
    all.length > 0
      ? lines('【演练】记录：', ...all.map(({ number, name, at }) => dots(`演练 ${number}`, name, at)))
      : '【演练】还没有演练过。开始：演练 火灾。',
  drillUnknown: (number) => `没有编号 ${number} 的演练，什么都没有改。看全部：演练 记录。`,
} satisfies PlanTexts;

import type { Festival } from '../../notices/care/festivals.ts';
import { dots, lines, quoted } from '../layout.ts';
import type { CareTexts, CareView } from './texts.ts';

const dayNames = '一二三四五六日';
const scheduled = ({ weekdays, askAt }: CareView): string => {
  const days = weekdays.map((day) => dayNames[day - 1]).join('、');
  return `${weekdays.length === 7 ? '每天' : `每周${days}`} ${askAt}`;
};
const stopHow = '不需要了，随时回复“关怀 停”。';

const names: Record<Festival, string> = {
  new_year: '元旦',
  spring: '春节',
  lantern: '元宵节',
  dragon_boat: '端午节',
  mid_autumn: '中秋节',
  national: '国庆节',
  double_ninth: '重阳节',
};
const wishes: Record<Festival, string> = {
  new_year: '新年快乐！愿您和家人在新的一年里平安健康，万事顺心。',
  spring: '春节到了，给您拜年！祝您阖家团圆，身体健康，新春吉祥。假期里物业照常值班，有事随时找我们。',
  lantern: '元宵节快乐！愿您和家人团团圆圆，甜甜美美。',
  dragon_boat: '端午安康！愿您和家人平安健康，过一个清清爽爽的节日。',
  mid_autumn: '中秋快乐！愿月圆人圆，您和家人平安喜乐。',
  national: '国庆快乐！祝您和家人节日愉快，出行平安。假期里物业照常值班，有事随时找我们。',
  double_ninth: '重阳节到了，祝您和家中长辈身体康健，笑口常开。有什么需要帮忙的，随时告诉我们。',
};

export const care = {
  careAsk: (part) => `${{ morning: '早上好', afternoon: '下午好', evening: '晚上好' }[part]}！今天一切都好吗？`,
  careAgain: () => '刚才没有等到您的回复，再问候您一声：一切都好吗？',
  careWellChoice: () => '我很好',
  careHelpChoice: () => '需要帮助',
  careGlad: () => '知道您都好，我们就放心了。有事随时叫我们。',
  careHelpComes: (code) =>
    `收到，我们马上请同事来帮您（${code}）。如果有生命危险，请立刻拨打急救电话，也请告诉我们是什么情况。`,
  careSomebodyComes: (code) => `一直没有等到您的回复，我们请同事去看看您（${code}）。您若平安，回复“我很好”即可。`,
  careSet: (view) =>
    lines(
      `好的，${scheduled(view)} 我们会在这里问候您，${view.next ? `下一次是${view.next}` : '从下一次开始'}。`,
      '没有等到回复时会再问一次，还没有回音就请同事上门看看。',
      stopHow,
    ),
  careStanding: (view, greetings) =>
    lines(
      view
        ? `${scheduled(view)} 我们会问候您${view.next ? `，下一次是${view.next}` : ''}。${stopHow}`
        : '目前没有为您安排问候。需要的话，回复“关怀 每天9点”。',
      greetings ? '节日祝福：开（“关怀 祝福 关”可关闭）。' : '节日祝福：关（“关怀 祝福 开”可开启）。',
    ),
  carePaused: (next) => `好的，先不打扰您，下一次问候是${next}。`,
  careStopped: () => '好的，以后不再问候。什么时候想恢复，回复“关怀 每天9点”。',
  careNone: () => '目前没有为您安排问候。需要的话，回复“关怀 每天9点”。',
  careOffered: (view) =>
    lines(
      `您好，物业为您登记了平安问候：${scheduled(view)} 在这里问您一声好，没有回音就请同事上门看看。`,
      '愿意的话不用做什么；不需要请选“不用了”。',
    ),
  careOkChoice: () => '好的',
  careNoChoice: () => '不用了',
  careKept: () => '好的，到时候见。',
  greetingsWanted: (wanted) => (wanted ? '好的，过节时给您送上祝福。' : '好的，以后不再发节日祝福。'),
  careInPrivate: () => '这是您自己的事，请在私聊里发给我，群里不说。',
  careHow: () =>
    lines(
      '没有看懂，什么都没有改。请写成下面一种：',
      '关怀 每天9点 · 关怀 周一周三 15:00',
      '关怀 暂停到下周一 · 关怀 停',
      '关怀 祝福 开 · 关怀 祝福 关',
    ),
  careAtNight: (from) => `这个时间太晚或太早，夜里不打扰。请选 ${from} 以后、白天的时间，什么都没有改。`,

  careSummary: (reason, said) =>
    ({
      silent: '平安问候没有等到回复，请上门看看',
      unreached: '平安问候没有送到，请上门看看',
      help: said ? `平安问候时说需要帮助：${quoted(said, 50)}` : '平安问候时说需要帮助',
    })[reason],
  careLookIn: (code, name, place, reason) =>
    lines(
      `请您现在去看一看：${dots(name, place)}（${code}）。`,
      {
        silent: '问候了两次都没有回复。',
        unreached: '问候没有送到，联系不上本人。',
        help: '本人说需要帮助。',
      }[reason],
      '看到人以后请接单并回报；叫门不应请按应急办法处理。',
    ),
  careNobodyGoes: (code, waited) =>
    `${code}：有住户的平安问候没有回音，或说需要帮助，已经 ${waited}没有人接单。请马上去看一看并接单；地点发“查看 ${code}”。`,
  careNobodyTold: (code) => `${code} 是一件需要有人上门看看的关怀工单，负责人没能在私聊里通知到，请马上安排人。`,
  careWellAfterAll: (code) => `${code}：本人刚刚回复，一切平安。确认后请办结。`,
  careHowForStaff: () =>
    lines(
      '没有看懂，什么都没有改。请写成下面一种：',
      '关怀 新增 3-2-501 李阿姨 每天9点（先征得本人同意）',
      '关怀 停 3-2-501 李阿姨',
      '关怀（名单）',
    ),
  careEntered: (name, view) =>
    `记下了：${name}，${scheduled(view)}${view.next ? `，第一次是${view.next}` : ''}。已告诉本人，可以随时说不用。`,
  careEnded: (name) => `好的，以后不再问候${name}。`,
  careNotAsked: (name) => `${name}没有在问候名单里，什么都没有改。`,
  careDeclined: (name) => `${name}说不用问候，已经停了。`,
  careNoChat: (name) => `${name}还没有和我私聊过，没法问候，什么都没有改。请本人先在私聊里给我发一句话。`,
  careFlatUnknown: () => '没有看出是哪一户，什么都没有改。请写清楚楼栋和房号，如：关怀 新增 3-2-501 李阿姨 每天9点。',
  careWhoThere: (all) =>
    all.length > 0
      ? `这一户登记的有：${all.join('、')}。请写上是哪一位，什么都没有改。`
      : '这一户还没有登记的居民，什么都没有改。请本人先在群里或私聊里说句话，并登记房号。',
  careList: (all) =>
    all.length > 0
      ? lines(
          '平安问候名单：',
          ...all.map(({ name, view }) => dots(name, scheduled(view), view.next && `下一次${view.next}`)),
        )
      : '平安问候名单还是空的。新增：关怀 新增 3-2-501 李阿姨 每天9点（先征得本人同意）。',

  festival: (festival) => names[festival],
  greeting: (festival) => wishes[festival],
  greetingOffer: (festival, day, wanting) =>
    lines(
      `${day}是${names[festival]}，祝福已经备好：`,
      wishes[festival],
      wanting > 0 ? `有 ${wanting} 位居民愿意收到私聊祝福。` : '还没有居民登记要私聊祝福。',
      '要怎么发？',
    ),
  greetingToAll: () => '发到群里（先看预览）',
  greetingToWanting: () => '只发给愿意收的人',
  greetingNotNow: () => '这次不发',
  greetingPrepared: (festival, at, wanting) => `好的，${names[festival]}祝福将在${at}私聊发给 ${wanting} 位居民。`,
  greetingDropped: (festival) => `好的，这次不发${names[festival]}祝福。`,
} satisfies CareTexts;

import type { NoticeLevel, NoticeState } from '../../../prisma/generated/enums.ts';
import type { Audience } from '../../outbox/broadcast/audience.ts';
import { dots, lines } from '../layout.ts';
import { repeats } from './repeats/zh-cn.ts';
import type { NoticeMistake, NoticePreview, NoticeTexts, TemplateLine } from './texts.ts';

const titles: Record<NoticeLevel, string> = { routine: '通知', important: '重要通知', emergency: '紧急通知' };
export const states: Record<NoticeState, string> = {
  draft: '草稿',
  awaiting: '等另一位经理同意',
  scheduled: '待发送',
  live: '生效中',
  ended: '已结束',
  withdrawn: '已撤回',
  discarded: '已放弃',
};
const changes = { corrected: '更正', extended: '延长', ended: '已结束', withdrawn: '已作废' };
const drill = (isDrill: boolean): string => (isDrill ? '【演练】' : '');

const audience = ({ to, buildings, tags, reportersOf, persons }: Audience): string =>
  dots(
    to === 'staff' ? '员工群' : buildings.length + tags.length + reportersOf.length === 0 && !persons ? '全小区' : null,
    buildings.length > 0 && `${buildings.join('、')} 栋`,
    tags.length > 0 && `标签 ${tags.join('、')}`,
    reportersOf.length > 0 && `反映过 ${reportersOf.join('、')} 的居民`,
    persons && `指定的 ${persons.length} 人`,
    to === 'direct' && '私聊',
    to === 'both' && '群和私聊',
  );

const reach = ({ groups, households, direct, unreachable, audience: { to } }: NoticePreview): string =>
  dots(
    to !== 'direct' &&
      `${groups.length} 个群${groups.length > 0 ? `（${groups.slice(0, 12).join('、')}${groups.length > 12 ? '…' : ''}）` : ''}`,
    to !== 'staff' && `在册 ${households} 户`,
    (to === 'direct' || to === 'both') && `私聊 ${direct} 人`,
    (to === 'direct' || to === 'both') && unreachable > 0 && `${unreachable} 人没有和我私聊过，收不到`,
  );

const warnings = (p: NoticePreview): string[] =>
  [
    p.groups.length + p.direct === 0 && '没有一个群或住户收得到，请改范围；没有群的楼，可以写“范围: 7栋 私聊”。',
    p.uncovered.length > 0 &&
      `${p.uncovered.join('、')} 栋没有群，群里发不到；要私聊告诉那里的住户，请写上“群和私聊”。`,
    p.needsSecond && p.lacksSecond && '现在没有另一位经理，确认后没有人能同意。请先设一位经理，或改服务标准。',
    p.isLate && '原定的发送时间已经过了，请改时间。',
    p.secrets.length > 0 && `文中有个人信息：${p.secrets.join('、')}。请确认可以公开。`,
    p.leadMissing && `生效前要提前 ${p.leadMissing.wanted}通知，还差 ${p.leadMissing.by}。`,
  ].flatMap((line) => (line ? [`⚠️ ${line}`] : []));

const body = (p: NoticePreview): string[] => [
  '————',
  p.shown,
  ...p.others.flatMap((other) => ['——', other]),
  '————',
  lines(
    p.numbered !== null && `没有按钮的群里，按钮显示为：${p.numbered}`,
    `范围：${audience(p.audience)}`,
    `送达：${reach(p)}`,
    `发送：${p.at === null ? '确认后立即' : p.at}${p.quietFrom === null ? '' : `（${p.quietFrom} 是安静时段，不打扰居民）`}`,
    p.repeat && `重复：${repeats(p.repeat)}`,
    ...warnings(p),
  ),
];

const mistake = (one: NoticeMistake): string => {
  switch (one.kind) {
    case 'no_text':
      return '没有正文。';
    case 'too_long':
      return `正文太长，最多 ${one.most} 字。`;
    case 'until_early':
      return `“至”要晚于发送时间，现在确认要到 ${one.at} 才发。`;
    case 'fixed':
      return `已经发出的通知不能再改${fixed[one.said]}，更正只能改正文、“生效”和“至”。`;
    case 'repeat_late':
      return '“重复”的通知不用写“生效”。';
    case 'field':
      return `不认识“${one.said}：”${one.nearest ? `，是不是“${one.nearest}：”？` : '。'}`;
    case 'audience':
      return `范围里的“${one.said}”看不懂，可以写：全体、3栋 5栋、#租户、工单编号、私聊。`;
    case 'not_there':
      return `没有“${one.said}”${one.nearest ? `，是不是“${one.nearest}”？` : '。'}`;
    case 'time':
      return `时间“${one.said}”看不懂，可以写：明天8:30。`;
    case 'time_passed':
      return `“${one.said}”已经过了。`;
    case 'repeat':
      return `重复“${one.said}”看不懂，可以写：每周一 8:30、每月最后一个工作日 9:00。`;
    case 'receipt':
      return `“收到：${one.said}”看不懂，请写 是 或 否。`;
    case 'loose':
      return `“${one.said}”不知道要放在哪里；要换正文请写“改成 ……”。`;
    case 'level':
      return `级别“${one.said}”看不懂，可以写：普通、重要、紧急。`;
  }
};

const fixed = { audience: '范围', time: '发送时间', repeat: '重复', level: '级别', receipt: '“收到”' };
const templateLine = ({ name, level, asks }: TemplateLine): string =>
  `· ${dots(name, level !== 'routine' && titles[level], asks.length > 0 && `要填：${asks.join('、')}`)}`;

const change = '要改就回复这条消息：“范围: 3栋 5栋”“时间: 明天8:30”“改成 新的正文”。';

export const notices = {
  noticeTitle: (level, isDrill) => `${drill(isDrill)}【${level === 'emergency' ? '🔴 ' : ''}${titles[level]}】`,
  noticeHolds: (from, until) => dots(from && `${from} 起生效`, until && `预计到 ${until}`),
  noticeAsksReceipt: () => '看到请点“收到”或回复“收到”。',
  noticeGot: () => '收到',
  noticeChanged: (how, at) => `【${changes[how]}】${at}`,
  noticeVoid: (first) => `此通知作废，请以后续通知为准：${first}`,
  noticeEnded: (first, words, isDrill) => `${drill(isDrill)}✅ ${words ?? '已恢复正常，谢谢大家的理解'}（${first}）`,
  noticeExtended: (first, until, isDrill) => `${drill(isDrill)}【延长】预计到 ${until}，给您添麻烦了。（${first}）`,

  noticePreview: (p) =>
    lines(`通知 ${p.number} 草稿，请核对：`, ...body(p), p.needsSecond && '确认后还要另一位经理同意。', change),
  noticePreviewOld: (number) => `通知 ${number}：这份预览已经过时，请看最新的一条。`,
  noticeConfirm: () => '确认发布',
  noticeChangeTime: () => '改时间',
  noticeDiscard: () => '放弃',
  noticeAskTime: (number) => `通知 ${number} 什么时候发？也可以直接回复“时间: 明天8:30”。`,
  noticeNow: () => '确认后就发',
  noticeInAnHour: () => '一小时后',
  noticeTomorrow: () => '明早 8:30',
  noticeMistakes: (mistakes) =>
    lines('有几处要改，还没有记下：', ...mistakes.map((one) => `· ${mistake(one)}`), '改好后请整条再发一次。'),
  noticeScheduled: (number, at, repeating) =>
    lines(
      `通知 ${number} 将于 ${at} 发出，在那之前都可以撤回。`,
      repeating && `撤回就不再重复；只跳过这一次，请发“通知 ${number} 跳过”。`,
    ),
  noticeTakeBackChoice: () => '撤回',
  noticeAskSecond: (p, by) => lines(`通知 ${p.number} 由${by}确认，还要另一位经理同意：`, ...body(p)),
  noticeHandedIn: (number) => `通知 ${number} 已请其他经理同意，同意后才会发出。`,
  noticeSecondWaits: (number, first) =>
    `通知 ${number} 还在等另一位经理同意：${first}。内容见上面的草稿；不同意也请点一下。`,
  noticeAgree: () => '同意发布',
  noticeRefuse: () => '不同意',
  noticeRefused: (number, by) => `${by}不同意通知 ${number}，没有发出。`,
  noticeOwn: (number) => `通知 ${number} 是您写的或确认的，要请另一位经理同意。`,
  noticeStale: (number) => `通知 ${number} 后来改过，请在最新的预览下确认。`,
  noticeLate: (number) => `通知 ${number} 的发送时间已经过了，没有发出。请先改时间。`,
  noticePast: (number) => `通知 ${number} 写的“至”等不到发出就过了，没有发出。请先改时间，例如回复草稿“至: 今天18点”。`,
  noticeForNobody: (number) => `通知 ${number} 没有一个群或住户收得到，没有发出。请先改范围。`,

  noticeGoesOut: (number, first) =>
    lines(`通知 ${number} 开始发送：${first}`, '回复这条消息可以：更正 新的正文 · 延长 到18点 · 结束 · 撤回 · 状态'),
  noticeUnsent: (number, first) =>
    `通知 ${number} 没有发出：到了时间系统没有运行，现在发已经晚了（${first}）。还要发，请重新写一条。`,
  noticeIsItOver: (number, first) => `通知 ${number} 预计的时间到了：${first}。结束了吗？`,
  noticeEndChoice: () => '已结束，告诉大家',
  noticeLaterChoice: () => '还要延长',
  noticeAskLater: (number) => `请发“通知 ${number} 延长 到18点”，会告诉所有收到的人。`,
  noticeDiscarded: (number) => `通知 ${number} 已放弃，没有发出。`,
  noticeTakenBack: (number, series) => `通知 ${number} 已撤回，没有人看到${series ? '，以后也不再重复' : ''}。`,
  noticeSkipped: (number, next, at) => `通知 ${number} 这次跳过；下一次是通知 ${next}，${at} 发出。`,
  noticeWithdrawn: (number) => `通知 ${number} 正在撤回；平台不能撤回的群会收到“此通知作废”。`,
  noticeCorrected: (number) => `通知 ${number} 已更正；平台不能改的群会收到一条更正。`,
  noticeIsExtended: (number, until) => `通知 ${number} 延长到 ${until}，正在告诉大家。`,
  noticeIsEnded: (number) => `通知 ${number} 已结束，正在告诉大家。`,
  noticeNotNow: (number, state) => `通知 ${number} 现在是“${states[state]}”，不能这样做，什么都没有改动。`,
  noticeUnknown: (number, last) =>
    `没有通知 ${number}，什么都没有改动。${last === null ? '' : `最近的一条是通知 ${last}，`}发“通知 列表”可以看到。`,
  noticeNeedsWords: (number) => `请写上新的正文：通知 ${number} 更正 ……`,
  noticeNeedsTime: (number) => `请写上到什么时候，要在现在之后：通知 ${number} 延长 到18点`,
  noticeList: (all) =>
    lines(
      all.length > 0 ? '最近的通知：' : '还没有通知。',
      ...all.map(({ number, level, state, first, at, repeat }) =>
        dots(
          `${number} ${level === 'routine' ? '' : `【${titles[level]}】`}${first}`,
          states[state],
          at,
          repeat && repeats(repeat),
        ),
      ),
      '写一条：通知 明天8点到12点停水 · 怎么用：通知 帮助',
    ),
  noticeShown: ({ number, state, at, repeat }, shown, to) =>
    lines(dots(`通知 ${number}`, states[state], at, repeat && repeats(repeat)), `范围：${audience(to)}`, '————', shown),
  noticeHow: () =>
    lines(
      '写通知：“通知 正文”，也可以是“重要通知”“紧急通知”，可以带照片和文件。我会先给您看，确认后才发。',
      '可以另起一行写：',
      '范围: 3栋 5栋（或 #租户、工单编号、私聊；不写就是全小区）',
      '时间: 明天8:30 · 重复: 每月最后一个工作日 9:00',
      '生效: 12月1日 · 至: 今天18点 · 收到: 是 · 照片: 是（刚才发的照片）',
      '英文: … · 繁体: …',
      '发了以后：通知 3 更正 … · 通知 3 延长 到18点 · 通知 3 结束 · 通知 3 撤回 · 通知 3 状态',
      '模板：准备好的通知 · 标签：给群做标记',
    ),
  noticeRepeat: repeats,
  noticeAudience: audience,

  templates: (own, shipped) =>
    lines(
      '准备好的通知：',
      ...own.map(templateLine),
      shipped.length > 0 && '自带的：',
      ...shipped.map(templateLine),
      '用法：通知 模板 停水 时间=明天8点到12点 原因=管道检修',
      '自己加：模板 新增 停水：尊敬的业主，{时间}停水 · 去掉：模板 停用 停水',
    ),
  templateShown: (name, text) => lines(`模板“${name}”：`, text),
  templateAdded: (name, asks, renewed) =>
    `模板“${name}”${renewed ? '已换成新的' : '已记下'}。${asks.length > 0 ? `用的时候要填：${asks.join('、')}。` : ''}`,
  templateRevoked: (name) => `模板“${name}”已停用。`,
  templateUnknown: (name, near) =>
    `没有模板“${name}”，什么都没有改动。${near ? `是不是“${near}”？` : '发“模板”可以看到有哪些。'}`,
  templateAsks: (name, missing, given) =>
    lines(
      `还缺：${missing.join('、')}。请这样发：`,
      `通知 模板 ${name} ${[...given, ...missing.map((one) => `${one}=…`)].join(' ')}`,
    ),
  templateHow: () => '请这样写：模板 新增 停水：尊敬的业主，{时间}停水，请储水 · 模板 停用 停水 · 模板 停水（查看）',
  tagged: (group, tags) => (tags.length > 0 ? `${group}的标签：${tags.join('、')}` : `${group}没有标签了。`),
  tagList: (groups) =>
    lines(
      '居民群的标签：',
      ...groups.map(({ title, tags }) => `${title}：${tags.length > 0 ? tags.join('、') : '无'}`),
      '加一个：标签 3栋群 租户 · 去掉：标签 3栋群 取消 租户 · 通知时写“范围: #租户”',
    ),
  tagNoGroup: (said, near) =>
    `没有居民群“${said}”，什么都没有改动。${near ? `是不是“${near}”？` : '发“标签”可以看到所有的群。'}`,
  tagHow: () => '请这样写：标签 3栋群 租户 · 标签 3栋群 取消 租户。标签是一个词，不带空格和标点。',
} satisfies NoticeTexts;

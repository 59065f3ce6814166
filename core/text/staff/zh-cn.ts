import { chosenBecause } from '../duty/chosen-zh-cn.ts';
import { dots, isAnswerable, lines, markOf, quoted, wordIn } from '../layout.ts';
import type { Texts, TicketLine, TicketView } from '../texts.ts';
import type { StaffVerb } from '../../desk/verb.ts';
import { passing } from '../passing/zh-cn.ts';
import { followedUp } from '../follow-ups/zh-cn.ts';
import { joined, left } from '../incidents/zh-cn.ts';
import { decided } from '../suggestions/zh-cn.ts';
import { words } from '../words/zh-cn.ts';

const nobody = '暂无负责人';

function head(ticket: TicketView): string {
  const urgency = ticket.urgency === 'normal' ? null : words.urgency(ticket.urgency);
  const isPrivate = ticket.sensitive ? '私下处理' : null;
  return `${ticket.code} ${dots(words.kind(ticket.kind), words.area(ticket.area), urgency, isPrivate)}`;
}

function line(ticket: TicketLine): string {
  const due = ticket.dueAt && (ticket.overdue ? `已超时（${ticket.dueAt}）` : `${ticket.dueAt} 前`);
  const where = words.place(ticket.place, 'full');
  return `${markOf(ticket.urgency)} ${dots(`${ticket.code} ${words.kind(ticket.kind)}`, where, quoted(ticket.summary, 24), ticket.assignee ?? nobody, due)}`;
}

const command = (verb: StaffVerb, code: string | null): string => [words.verb(verb), code].filter(Boolean).join(' ');

const carried: Partial<Record<Parameters<Texts['carriedOut']>[0], string>> = {
  take: '已接单，已告知居民',
  answer: '已转告居民',
  ask: '已向居民追问',
  promise: '已把约定告诉居民',
  progress: '进展已告知居民',
  pass: '已转交，对方接单前仍由原负责人负责',
  merge: '已合并',
  dismiss: '已取消，不作工单',
  done: '已办结，正在请居民确认',
  decline: '已退回',
  reopen: '已重新打开',
};

export const staff = {
  card: (card) =>
    lines(
      `${markOf(card.urgency)} ${head(card)}`,
      words.place(card.place, 'full'),
      `“${quoted(card.summary)}”`,
      dots(
        card.requester,
        words.origin(card.origin),
        card.reporters > 1 && card.kind !== 'suggestion' && `${card.reporters} 人反映`,
        card.chased > 0 && `催问 ${card.chased} 次`,
        card.photos > 0 && `照片 ${card.photos} 张`,
      ),
      dots(
        card.offered
          ? passing.inChargeUntil(card.offered.to, card.offered.acceptBy, card.assignee ?? nobody)
          : `${card.assignee ?? nobody}（${words.status(card.status)}）`,
        card.dueAt ? `${card.dueAt} 前` : card.status === 'waiting' && '时限已暂停',
        card.score !== null && `评分 ${card.score}/5`,
      ),
      dots(card.lastStep, card.settledByResident && '居民说已经好了，请核实后办结'),
      ...(card.notes ?? []),
      isAnswerable(card) && '引用本卡片回复，即可答复居民',
    ),

  doubt: (sender, said, ticket) =>
    lines(
      `这是一件要办的事吗？${sender}说：`,
      `“${quoted(said)}”`,
      `可能是：${dots(ticket.urgency === 'emergency' && `${markOf('emergency')} 紧急`, words.kind(ticket.kind), words.area(ticket.area), words.place(ticket.place, 'full'))}`,
    ),
  doubtLikeNote: (other) =>
    `可能和 ${other.code}${other.summary === null ? ' ' : `“${quoted(other.summary, 16)}”`}是一件事，开了工单还可以合并`,
  doubtYes: () => '是，开工单',
  doubtNo: () => '不是',
  doubtSettled: (by, code) => (code ? `${by}：已开工单 ${code}` : `${by}：不作工单`),
  doubtShown: (by, said, code) =>
    `${by}${said === '' ? '又说了' : `说：“${quoted(said)}”`}，${code ? `已开工单 ${code}` : '已记入工单'}，不用再选了。`,
  doubtTakenBack: (by) => `${by}撤回了那句话，不用再选了。`,
  doubtChanged: (by, said) => `${by}后来改成：“${quoted(said)}”，不用再选了。`,
  seemsLikeNote: (code, other) =>
    `可能和 ${other.code}${other.summary === null ? ' ' : `“${quoted(other.summary, 16)}”`}是一件事，是的话发“${words.verb('merge')} ${code} ${other.code}”`,
  wroteOnClosed: (code, sender, said) =>
    lines(`${sender}在已结束的 ${code} 下又说：`, `“${quoted(said)}”`, '要重开吗？'),
  reopenChoice: () => '重开',
  leaveChoice: () => '不用',
  addedToTicket: (code, sender, said) => `${code} ${sender}补充：${quoted(said, 200) || '（照片）'}`,
  cardBrief: (code, what, { closed, reporters }) =>
    `${code} ${[what ?? `现在有 ${reporters} 人反映`, closed && '已关闭'].filter(Boolean).join('，')}`,
  carriedOut: (verb, code) => `${carried[verb] ?? '已完成'} · ${code}`,
  notByChat: (code) => `${code} 已记录。这件事不是从群里来的，居民看不到，请打电话或当面告知。`,
  entered: (ticket, dueAt) =>
    lines(
      `已登记 ${head(ticket)}`,
      dots(words.place(ticket.place, 'full'), ticket.assignee ?? nobody, dueAt && `${dueAt} 前答复`),
    ),
  choosePromise: (code) => `${code} 约在什么时候？选一个，或写“承诺 ${code} 明天15:00”。`,
  choosePass: (code) => `${code} 转给谁？选一位，或写“转交 ${code} 姓名”。`,
  promiseIn: (minutes) => ({ 30: '30 分钟内', 60: '1 小时内', 120: '2 小时内' })[minutes],
  promiseToday: () => '今天下班前',
  promiseTomorrow: () => '明天中午前',
  timeline: (ticket, steps) =>
    lines(
      head(ticket),
      dots(words.place(ticket.place, 'full'), words.status(ticket.status), ticket.assignee ?? nobody),
      `“${quoted(ticket.summary)}”`,
      ...steps.map(({ at, who, what }) => `${at} ${dots(who, what)}`),
    ),
  openTickets: (tickets, all) =>
    lines(
      `未结工单 ${all} 件${all > tickets.length ? `，最急的 ${tickets.length} 件` : ''}：`,
      ...tickets.map(line),
      all > tickets.length && `另有 ${all - tickets.length} 件没有列出，发“查找”加字词或编号来找。`,
      '发“详情”加编号看经过。',
    ),
  noOpenTickets: () => '目前没有未结的工单。',

  deliveryFailed: (code, why) => `${code ? `${code} 有一条消息` : '有一条消息'}没能送到：${why}。请换个方式联系对方。`,
  botRemoved: (group) => `机器人被移出了“${group}”，那个群里的话暂时收不到了。需要时请重新拉进群并关联。`,
  intakeFault: () => '有一条居民消息处理出错，反复重试仍未成功。消息已保存，请到群里看一眼，并请管理员查看日志。',

  helpForStaff: () =>
    lines(
      '引用卡片直接回复，就是答复居民。也可以写“说法 编号 内容”，例如：回复 A7K2 师傅已出发',
      '只写“接单”“办结”，就是指群里最近的那张卡片；有几张分不清时，我会先问。卡片下有编号的，也可以引用它回数字。',
      '接单 · 回复 · 反问 · 承诺（承诺 A7K2 明天15:00）· 进展 · 转交（转交 A7K2 王师傅，对方接单前仍由原负责人负责）· 退回',
      '延后（延后 A7K2 2小时 等配件）· 合并（合并 A7K2 B3M4）· 误报 · 办结 · 重开 · 回访（回访 A7K2 满意）· 详情',
      '登记 电话 3栋2单元501 电梯不动了：记下电话、意见箱、座谈会、巡查来的事',
      '房号：引用居民的话或卡片发“房号 7-2-502”，登记他的房号 · 绑定：把您在别的平台上的账号合成一个人',
      '值班：谁在值班（值班 本周）· 换班 11月30日 @老王 · 请假 11月25日 到 27日 · 网格、代理人：谁负责什么',
      '通知 3 状态 / 未确认 / 已告知 3-2-501：一条通知谁收到了 · 预案 火灾：步骤 · 活动 1：名单，签到 · 关怀：平安问候的名单 · 缴费 已缴 3-2-501（私聊）',
      '待办：未结工单 · 事件：几户反映的同一件事，一次答复 · 查找 电梯 3栋：找以前的工单 · 知识库：常见问题的答复。英文说法和 /take 这样的写法同样有效。',
    ),
  helpForManagers: () =>
    lines(
      '超过时限的工单、紧急情况和发送失败会报到这里。',
      '待办：未结工单 · 详情 A7K2：一件事的经过 · 登记：代居民录入',
      '引用同事的一条消息发“角色 维修 3,4”：由他负责 3、4 栋的维修；不写楼栋就是全小区 · “角色 取消 @姓名”：他不再负责工单',
      '排班：值班 周一至周五 08:30-18:00 维修 @李工 @王工 · 网格 3栋 @李工 · 代理人 @老王 · 接单上限 @李工 8 · 请假 @李工 明天',
      '服务标准：答应居民的时限和服务时间；要改就写“服务标准 咨询 12小时”，看版本写“服务标准 版本”',
      '告诉居民：通知 · 模板 · 标签 · 公示 · 预案 · 演练 · 关怀 · 缴费。怎么写，发“帮助 通知”',
      '征求居民：问卷 · 表决 · 征求意见 · 认捐 · 活动 · 知识库，建议：采纳 / 不采纳。怎么写，发“帮助 问卷”',
      '评价：近 90 天居民给同事和外包单位的打分 · 旁听 3栋群 开：那个群只听不办，一周后汇总给您看',
      '账号：各平台的账号是否在线 · 额度：发了多少、还有多少在等 · 停发 微信 / 恢复 微信 · 登录码',
      '未发：被推迟、合并或没发出的消息和原因，也可以立即发 · 通道：各个群和账号是否通畅 · 设备：能报警的设备（在私聊里新增）',
      '/link residents 3,4 · /link staff · /link managers：在要关联的群里发，指明它是什么群',
    ),

  unknownCode: (code, near) =>
    `没有编号 ${code}，什么都没有改动。${near ? `您是不是指 ${near}？` : '发“待办”可以看到所有编号。'}`,
  whichChoice: (said) => `“${quoted(said, 12)}”是指哪一个？什么都没有改动。`,
  notOffered: (said, offered) => `没有“${quoted(said, 12)}”这个选项，什么都没有改动。可以选：${offered}`,
  whichTicket: (verb) => `要${words.verb(verb)}哪一件？请引用它的卡片，或写上编号，例如“${words.verb(verb)} A7K2”。`,
  nearestVerb: (said, verb, code) =>
    `没有“${quoted(said, 20)}”这个说法，什么都没有改动。您是不是指“${command(verb, code)}”？`,
  codeAndWords: (code, said, tells) =>
    `“${code} ${quoted(said, 20)}”里没有命令，什么都没有改动，居民也没有收到。要怎么办？${tells.length > 0 ? `选${tells.map((verb) => `“${words.verb(verb)}”`).join('或')}会把这句话发给居民。` : ''}`,
  needsText: (verb) => `还缺内容，例如“${words.verb(verb)} A7K2 师傅已经出发”。什么都没有改动。`,
  needsTime: () => '没看懂时间，什么都没有改动。可以写“今天15:00”“明天上午10点”“两小时后”。',
  timePassed: () => '这个时间已经过去了，什么都没有改动。请写一个将来的时间。',
  needsPerson: (names) =>
    `要交给谁？${names.length > 0 ? `可以是：${names.join('、')}。` : '请写上同事的名字。'}什么都没有改动。`,
  needsEntry: () => '请写明来源和内容，例如：登记 电话 3栋2单元501 电梯不动了',
  ticketIsOver: (code, status) => `${code} ${words.status(status)}，什么都没有改动。需要继续办，请先“重开 ${code}”。`,
  alreadyTaken: (code, assignee) => `${code} 已由${assignee}接单，什么都没有改动。要接过来，请写“接单 ${code}”。`,
  cannotMerge: (code) =>
    `${code} 不能这样合并，什么都没有改动。请写两个不同的、没有合并过的编号，例如“合并 A7K2 B3M4”。`,

  setupDone: (community) =>
    `设置完成：您是${community}的第一位经理，本群是客服群。接着到居民群里发 /link residents 就可以用了。`,
  setupWrong: () => '口令不对，或者已经用过了。',
  linked(audience, buildings) {
    const group = { residents: '居民群', staff: '客服群', managers: '经理群' }[audience];
    return `已关联：本群是${group}${buildings.length > 0 ? `（${buildings.join('、')}栋）` : ''}。`;
  },
  linkHow: () =>
    lines(
      '请在要关联的群里发下面一种：',
      '/link residents 3,4（居民群，3、4 栋；不写楼栋就是全小区）',
      '/link staff（客服群） · /link managers（经理群）',
    ),
  roleGranted: (name, role, buildings) =>
    `${name}现在是${words.role(role)}${buildings.length > 0 ? `（${buildings.join('、')}栋）` : ''}。`,
  roleHow: () =>
    '请引用那位同事的一条消息，发“角色 维修 3,4”（不写楼栋就是全小区）。岗位有：客服、维修、安保、保洁、绿化、经理、监督、业委会、外包。',

  step(type, data) {
    const by = wordIn(data, 'by') ?? '';
    const text = wordIn(data, 'text');
    const steps: Record<string, () => string> = {
      opened: () => '开单',
      assigned: () => `负责人：${wordIn(data, 'name') ?? '暂无'}${chosenBecause(data)}`,
      taken: () => `${by}接单`,
      answered: () => `${by}答复：${text ?? ''}`,
      auto_answered: () => `自动答复（知识库 ${wordIn(data, 'faq') ?? ''}）`,
      decided: () => decided(by, data['adopted'] === true, text),
      auto_unhelpful: () => '居民说自动答复没有帮到',
      asked_back: () => `${by}问居民：${wordIn(data, 'question') ?? ''}`,
      promised: () => [`${by}约定了时间`, wordIn(data, 'dueAt'), wordIn(data, 'note')].filter(Boolean).join('，'),
      progressed: () => `${by}告知进展：${text ?? ''}`,
      passed: () => `${by}转交给${wordIn(data, 'toName') ?? '同事'}`,
      declined: () => (wordIn(data, 'reason') ? `${by}退回：${wordIn(data, 'reason')}` : `${by}退回`),
      returned: () => `${wordIn(data, 'fromName') ?? '同事'}没有接单，仍由${wordIn(data, 'toName') ?? '原负责人'}负责`,
      merged: () => `${by}并入 ${wordIn(data, 'intoCode') ?? '另一件'}`,
      absorbed: () => `${by}把 ${wordIn(data, 'fromCode') ?? '另一件'} 并进来`,
      dismissed: () => `${by}认为不作工单`,
      message_added: () => (text ? `居民补充：${text}` : '居民补充'),
      message_recalled: () => '居民撤回了消息',
      message_edited: () => '居民修改了消息',
      policy_moved: () => `改按服务标准第 ${wordIn(data, 'version') ?? ''} 版计时`,
      corrected: () => '信息有更正',
      settled_by_resident: () => '居民说已经好了',
      incident_joined: () => joined(wordIn(data, 'incident') ?? '', wordIn(data, 'by')),
      incident_left: () =>
        left(wordIn(data, 'incident') ?? '', wordIn(data, 'by'), {
          why: wordIn(data, 'why') ?? '',
          text: text ?? null,
        }),
      done: () => (text ? `${by}办结：${text}` : `${by}办结`),
      rated: () =>
        `居民评 ${wordIn(data, 'score') ?? '?'} 分${wordIn(data, 'comment') ? `：${wordIn(data, 'comment')}` : ''}`,
      confirmed: () => '居民确认解决',
      reopened: () =>
        `${data['by'] === 'resident' ? '居民说未解决，重开' : '重开'}${wordIn(data, 'comment') ? `：${wordIn(data, 'comment')}` : ''}`,
      follow_up_planned: () => ['计划回访', wordIn(data, 'dueAt')].filter(Boolean).join('，'),
      followed_up: () => followedUp(wordIn(data, 'outcome') ?? '', wordIn(data, 'note')),
      closed: () => '关闭',
      reminded: () => '已提醒负责人',
      seems_like: () => `可能和 ${wordIn(data, 'code') ?? '另一件'} 是一件事`,
      may_be_missing: () => `${wordIn(data, 'from') ?? ''} 到 ${wordIn(data, 'until') ?? ''} 的消息可能有遗漏`,
      machine_reported: () =>
        `设备“${wordIn(data, 'device') ?? ''}”${data['alarm'] === true ? `报警（第 ${wordIn(data, 'count') ?? '1'} 次）` : '报告恢复正常'}`,
      breached: () => `超过时限（${wordIn(data, 'clause') ?? '时限'}）`,
      escalated: () => `已告知${wordIn(data, 'told') ?? '相关人员'}（${wordIn(data, 'clause') ?? '时限'}）`,
      apologised: () =>
        ['已向居民致歉', wordIn(data, 'dueAt') && `答应 ${wordIn(data, 'dueAt')} 前回音`].filter(Boolean).join('，'),
      paused: () => '时限暂停，等居民回复',
      resumed: () => '时限继续计算',
      postponed: () =>
        [`${by}延后了提醒`, wordIn(data, 'until') && `到 ${wordIn(data, 'until')}`, wordIn(data, 'reason')]
          .filter(Boolean)
          .join('，'),
      delivery_failed: () => `消息没能送到：${words.failure(wordIn(data, 'failure') ?? '')}`,
    };
    return steps[type]?.() ?? '有新的记录';
  },
} satisfies Partial<Texts>;

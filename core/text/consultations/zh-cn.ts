import type { Threshold } from '../../surveys/consultations/threshold.ts';
import { least } from '../../surveys/consultations/threshold.ts';
import { dots, lines, quoted } from '../layout.ts';
import { percentOf, yuan } from './figures.ts';
import type { AskedView, ConsultationTexts, DraftMistake, OutcomeView, StatusView, VoteView } from './texts.ts';

const kinds: Record<AskedView['kind'], string> = { consultation: '征求意见', vote: '表决', pledge: '认捐' };
const states: Record<StatusView['state'], string> = {
  draft: '草稿',
  scheduled: '已排期',
  open: '进行中',
  closed: '已结束',
  withdrawn: '已撤回',
  discarded: '已放弃',
};

const named = ({ kind, number, title }: AskedView): string => `${kinds[kind]}${number}“${quoted(title, 40)}”`;
const share = (it: Threshold): string => {
  if (it.share * 2 === it.of && it.over) return '过半';
  return `${it.over ? '超过' : '不少于'} ${percentOf(it)}`;
};
const where = (buildings: readonly string[]): string =>
  buildings.length === 0 ? '全小区' : buildings.map((label) => `${label}栋`).join('、');

function howDecided({ kind, rules, options }: AskedView): string | null {
  if (kind !== 'vote') return null;
  const whole = rules.base === 'eligible' ? '全体户数' : '票数';
  const yes = rules.yes === null ? '得票最多且' : `“${options[rules.yes] ?? ''}”`;
  const abstaining = rules.abstain === null ? '' : `弃权${rules.countAbstentions ? '计入' : '不计入'}${whole}。`;
  return `参与户数${share(rules.quorum)}才有效，${yes}${share(rules.majority)}（按${whole}）即通过。${rules.base === 'votes' ? abstaining : ''}`;
}

function howToAnswer({ kind, number, options }: AskedView): string {
  if (kind === 'pledge')
    return `愿意出多少，引用本条回复金额即可，例如“200元”；私聊我也行（“认捐${number} 200元”）。只登记意向，不在这里收钱。截止前可以改。`;
  if (options.length === 0) return `有意见请引用本条回复，或私聊我“征求意见${number} 您的意见”。`;
  const rule = kind === 'vote' ? '每户一票，截止前可以改。' : '截止前可以改。';
  return `${rule}点下面的选项，或引用本条回复选项，后面可以写理由。私聊我发“${kinds[kind]}${number}”可查本户的记录。`;
}

const said = ({ choice, amount, opinion }: VoteView): string =>
  [choice, amount === null ? null : yuan(amount), opinion ? '附意见' : null].filter(Boolean).join('，') || '意见';

function verdict({ result, winner, asked, voters, eligible, counts, base, pledged }: OutcomeView): string {
  const { rules, goal } = asked;
  const quorum = least(rules.quorum, eligible);
  switch (result) {
    case 'carried':
      return `结果：通过（${winner ?? ''}，${share(rules.majority)}，按 ${base} ${rules.base === 'eligible' ? '户' : '票'}计）。`;
    case 'chosen':
      return `结果：选定“${winner ?? ''}”（按 ${base} 票计，${share(rules.majority)}）。`;
    case 'rejected':
      return `结果：未通过，没有达到${share(rules.majority)}（按 ${base} ${rules.base === 'eligible' ? '户' : '票'}计）。`;
    case 'tie':
      return `结果：票数相同（各 ${Math.max(...counts.filter((_, i) => i !== rules.abstain), 0)} 票），没有通过。`;
    case 'no_majority':
      return `结果：没有一项达到${share(rules.majority)}（按 ${base} 票计），未能选定。`;
    case 'no_quorum':
      return `结果：参与不足，表决无效。需要 ${quorum} 户，实际 ${voters} 户。`;
    case 'no_votes':
      return '结果：没有人参与。';
    case 'heard':
      return '意见已全部收到，物业会一并研究后答复。';
    case 'goal_met':
      return `认捐意向 ${yuan(pledged)}，达到目标 ${yuan(goal ?? 0)}。只是意向，没有收款。`;
    case 'goal_short':
      return `认捐意向 ${yuan(pledged)}，离目标 ${yuan(goal ?? 0)} 还差 ${yuan((goal ?? 0) - pledged)}。只是意向，没有收款。`;
    case 'pledged':
      return `认捐意向共 ${yuan(pledged)}。只是意向，没有收款。`;
  }
}

function mistake(it: DraftMistake): string {
  switch (it.kind) {
    case 'field':
      return it.nearest ? `没有“${it.said}”这一项，是不是“${it.nearest}”？` : `没有“${it.said}”这一项。`;
    case 'no_title':
      return '第一行要写题目，例如：表决 更换电梯';
    case 'title_long':
      return '题目请不超过 60 个字，其余写在下一行。';
    case 'no_text':
      return '请写上说明：为什么做、怎么做、花多少钱。';
    case 'options':
      return '选项至少两个，各不相同，例如：选项: 同意/反对/弃权';
    case 'too_many':
      return '选项最多 8 个，每个不超过 20 个字。';
    case 'audience_by_ticket':
      return '范围请写楼栋或标签，例如：范围: 3栋 5栋';
    case 'audience':
    case 'unknown_audience':
      return `范围里的“${quoted(it.said, 20)}”没有找到。例如：范围: 3栋 5栋`;
    case 'time':
      return `时间“${quoted(it.said, 20)}”看不懂。例如：截止: 11月30日18:00，或 截止: 7天`;
    case 'time_order':
      return '截止时间要晚于现在，也要晚于开始时间。';
    case 'share':
      return `“${quoted(it.said, 20)}”看不懂。例如：法定: 参与 2/3，同意 过半`;
    case 'amount':
      return `金额“${quoted(it.said, 20)}”看不懂。例如：目标: 3000元`;
    case 'households':
      return `户数“${quoted(it.said, 20)}”看不懂。例如：户数: 320`;
    case 'abstain':
      return '弃权写“计入”或“不计入”。';
  }
}

const statusLine = ({ asked, state, opensAt, voters, eligible }: StatusView): string =>
  dots(
    `${named(asked)} ${states[state]}`,
    state === 'scheduled' && opensAt && `${opensAt} 开始`,
    (state === 'scheduled' || state === 'open') && `${asked.closesAt} 截止`,
    state === 'open' && `已参与 ${voters}/${eligible} 户`,
  );

export const consultations = {
  consultation: (asked) =>
    lines(
      `【${kinds[asked.kind]}${asked.number}】${asked.title}`,
      asked.text,
      `范围：${where(asked.buildings)}　截止：${asked.closesAt}`,
      asked.goal !== null && `目标：${yuan(asked.goal)}`,
      howDecided(asked),
      howToAnswer(asked),
    ),
  consultationReminder: (asked) =>
    lines(`${named(asked)} ${asked.closesAt} 截止，还没参与的请抓紧。`, howToAnswer(asked)),
  consultationPreview: ({ asked, opensAt, groups, households, stated, attachments }) =>
    lines(
      asked.options.length > 0 && `选项：${asked.options.join(' / ')}`,
      `以上是${kinds[asked.kind]}${asked.number} 草稿，还没有发出。`,
      groups.length === 0
        ? '⚠️ 没有符合范围的居民群，现在发不出去。'
        : `发到：${groups.slice(0, 8).join('、')}${groups.length > 8 ? ` 等 ${groups.length} 个群` : ''}`,
      stated
        ? `共 ${households} 户（按您写的户数）。`
        : `登记在册 ${households} 户；若总户数不止这些，请写“户数: …”，参与率按它算。`,
      opensAt ? `${opensAt} 开始。` : '确认后马上发布。',
      attachments > 0 && `附件 ${attachments} 个。`,
      '发布后题目、正文、选项都不能再改，只能延长或撤回。',
    ),
  consultationNobody: () => '没有符合范围的居民群，没有发出。引用草稿改“范围: …”，或先关联居民群。',
  consultationConfirm: () => '确认发布',
  consultationChange: () => '修改',
  consultationDiscard: () => '放弃',
  consultationChangeHow: () =>
    '引用草稿，写要改的项，例如“截止: 12月5日18:00”“选项: A方案/B方案”“法定: 参与 2/3，同意 过半”；只换正文，写“改成 新的正文”。',
  consultationHow: () =>
    lines(
      '这样写：',
      '表决 更换电梯',
      '为什么换、怎么换、花多少钱……',
      '范围: 3栋 5栋',
      '截止: 11月30日18:00',
      '选项、法定、弃权、户数、开始也都可以写，不写按服务标准。“征求意见 …”收意见，“认捐 …”登记金额（目标: 3000元）。',
      '已发布的：“表决1”看参与率，“表决1 延长 12月5日”，“表决1 撤回 原因”。',
    ),
  consultationMistakes: (mistakes) => lines('还不能发布，请改好再发：', ...mistakes.map((it) => `· ${mistake(it)}`)),
  consultationOpened: (number, groups) => `${number} 号开始发送，共 ${groups} 个群。群里当天消息已满时会晚一点发出。`,
  consultationScheduled: (number, when) => `${number} 号已排期，${when} 开始。`,
  consultationDiscarded: () => '已放弃，什么都没有发出。',
  consultationChangedSince: (number) => `表决${number} 在您看过之后改过了，请看最新的再确认：`,
  consultationSettled: (state) => `这一份${states[state]}，不用再处理。`,
  consultationUnknown: (number) => `没有 ${number} 号。发“表决”看全部。`,
  consultationStatus: (status) =>
    lines(statusLine(status), status.state === 'open' && '结束前只公布参与率，不公布各选项票数，以免影响大家。'),
  consultationList: (all) =>
    all.length === 0
      ? '现在没有表决、征求意见或认捐。'
      : lines(...all.map(statusLine), '结束前只公布参与率，不公布各选项票数。'),
  consultationExtendHow: () => '请写延到什么时候（要晚于原来的截止时间），例如：表决1 延长 12月5日18:00',
  consultationExtended: (asked) => `${named(asked)}延长到 ${asked.closesAt} 截止。已经投的仍然有效，截止前可以改。`,
  consultationWithdrawHow: () => '请写明原因，会告诉所有人，例如：表决1 撤回 方案有误，修改后重发',
  consultationWithdrawn: (asked, reason) => `${named(asked)}撤回了，已有的记录不再计算。原因：${reason}`,
  consultationDone: () => '已办好，并通知了原来的群。',
  consultationOutcome: (outcome) =>
    lines(
      `${named(outcome.asked)}结束了。`,
      `应参与 ${outcome.eligible} 户，参与 ${outcome.voters} 户。`,
      outcome.counts.length > 0 &&
        outcome.voters > 0 &&
        outcome.counts.map((count, i) => `${outcome.asked.options[i] ?? ''} ${count}`).join(' · '),
      verdict(outcome),
      outcome.asked.kind !== 'consultation' &&
        `记录校验码：${outcome.headHash.slice(0, 16)}（可向物业索取明细自行复核）`,
    ),
  consultationOpinions: (opinions, more, late) =>
    lines(
      opinions.length === 0 ? '没有人写意见。' : '居民意见（不署名）：',
      ...opinions.map((one) => `· ${quoted(one, 200)}`),
      more > 0 && `另有 ${more} 条。`,
      late > 0 && `其中 ${late} 户是开始之后才登记房号的，请核对。`,
    ),
  consultationBroken: (asked, seq) =>
    `⚠️ ${named(asked)}到期，但记录从第 ${seq} 条起对不上，结果没有公布。请让管理员运行 linli recount ${asked.number} 查看。`,
  ballotCounted: (asked, vote, hash, changed) =>
    `${named(asked)}${changed ? '，本户的记录已改为' : '，已记录'}：${said(vote)}。编号 ${hash}，结束后可在明细里查到。${changed ? '以最后一次为准。' : '截止前可以改。'}`,
  ballotUnchanged: (asked, vote, hash) => `${named(asked)}，本户的记录是：${said(vote)}。编号 ${hash}。`,
  ballotNoted: () => '已记录。',
  ballotChangedAtHome: (asked, vote) =>
    `${named(asked)}：您家有人把记录改成了“${said(vote)}”。每户一票，以最后一次为准；要改请回复您的选择。`,
  ballotOver: (asked) => `${named(asked)}已经结束，这次没有计入。`,
  ballotNotOpen: (asked, when) => `${named(asked)}还没有开始，${when} 开始后再来。`,
  ballotNoFlat: (asked) =>
    `${named(asked)}按户计算，还不知道您住哪一户，这次没有计入。请先私聊我发“房号 7-2-502”（换成您的），再选一次。`,
  ballotNoFlatInGroup: (asked) =>
    `${named(asked)}按户计算。房号还没有确认的，点了不会计入：请先私聊我发“房号 7-2-502”（换成您的），再选一次。`,
  ballotFlatQuestion: (asked, flat) => `${named(asked)}按户计算。您住 ${flat}，对吗？确认后这一次就计入。`,
  ballotFlatYes: () => '对，计入',
  ballotFlatNo: () => '不对',
  ballotFlatWrong: () => '好的，没有计入。请发“房号 7-2-502”（换成您的），再选一次。',
  ballotElsewhere: (asked) => `${named(asked)}只问 ${where(asked.buildings)} 的住户，所以没有计入。谢谢您关心。`,
  ballotOtherFlat: (asked) =>
    `${named(asked)}：您已经为另一套房登记过，一个人只能代表一户，这次没有计入。房号有变请联系物业。`,
  ballotNotOffered: (asked) =>
    asked.kind === 'pledge'
      ? `请回复金额，例如“认捐${asked.number} 200元”。`
      : `没有这个选项。可以选：${asked.options.join(' / ')}`,
  ballotWhich: (all) =>
    lines(
      '现在有几项都在进行，您说的是哪一项？请带上编号：',
      ...all.map((asked) => `· ${kinds[asked.kind]}${asked.number} ${quoted(asked.title, 30)}`),
    ),
  ballotNone: (asked) => `${named(asked)}，本户还没有记录。`,
} satisfies ConsultationTexts;

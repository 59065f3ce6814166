import { dots, lines, quoted } from '../layout.ts';
import { lettered, questionLines, shareOf, tallyLines } from './shared.ts';
import type { QuestionnaireField, QuestionnaireTexts } from './texts.ts';
import type { QuestionMistake } from '../../surveys/questionnaires/read-questions.ts';
import type { Standing } from '../../surveys/questionnaires/standing.ts';

const states: Record<Standing['state'], string> = {
  draft: '草稿',
  scheduled: '待开始',
  open: '进行中',
  closed: '已结束',
  withdrawn: '已撤回',
  discarded: '已放弃',
};

const mistakes: Record<QuestionMistake['why'], string> = {
  no_questions: '没有看到题目。每题一行，以编号开头，例如：1. 您对保洁满意吗？(1-5)',
  number: '题号要从 1 开始依次编排',
  empty: '这一题没有写内容',
  scale: '评分范围要从小到大，最多 11 档，例如 (1-5)',
  few_options: '选择题至少要有两个不同的选项，例如：A 保洁 B 安保',
  many_options: '选项最多 10 个',
  many_questions: '题目最多 30 道',
  condition: '看不懂这个条件。请写成：若1<3：哪里不满意？ 或 2=B → 4',
  unknown_question: '条件里的题号不存在',
  not_before: '条件只能看前面的题',
  not_after: '只能跳到后面的题，或“结束”',
  value: '条件里的选项或分数不在那一题里；文字题不能作条件',
};

const fields: Record<QuestionnaireField, (said: string) => string> = {
  title: () => '第一行请写问卷的标题。',
  audience: (said) => `范围“${said}”看不懂。例如：范围: 3栋 5栋，或 范围: 全体。`,
  closes: (said) => `截止“${said}”看不懂。例如：截止: 周日18:00，或 截止: 7天。`,
  opens: (said) => `开始“${said}”看不懂。例如：开始: 明天9:00。`,
  anonymous: (said) => `匿名“${said}”看不懂，请写：匿名: 是 或 匿名: 否。`,
  per: (said) => `对象“${said}”看不懂，请写：对象: 户 或 对象: 人。`,
  way: (said) => `方式“${said}”看不懂，请写：方式: 群、方式: 私聊 或 方式: 都。`,
  repeat: (said) => `重复“${said}”看不懂。例如：重复: 每季度。`,
  offer: (said) => `意向“${said}”看不懂，请写：意向: 是 或 意向: 否。`,
  past: (said) => `“${said}”已经过去了。`,
  later: (said) => `“${said}”不比现在的截止时间晚。`,
  order: (said) => `截止“${said}”要晚于开始。`,
};

const who = (anonymous: boolean): string =>
  anonymous ? '匿名：我们不保存谁答了什么；您用的聊天平台能看到您发出的内容。' : '不匿名：物业能看到各户的回答。';
const counted = ({ answered, perHousehold }: Standing): string => `${answered} ${perHousehold ? '户' : '人'}作答`;
const words = {
  mean: (mean: string) => `平均 ${mean}`,
  answered: (count: number) => `${count} 份`,
  more: (count: number) => `还有 ${count} 条`,
};
const participation = (standing: Standing): string =>
  dots(
    counted(standing),
    standing.households > 0 && standing.perHousehold && `在册 ${standing.households} 户`,
    shareOf(standing),
  );

export const questionnaires = {
  questionnaireHow: () =>
    lines(
      '发一份问卷，把下面这段改一改发给我：',
      '问卷 满意度调查',
      '1. 您对保洁满意吗？(1-5)',
      '若1<3：哪里不满意？',
      '3. 最需要改进的是？ A 保洁 B 安保 C 维修',
      '4. 还有什么建议？',
      '范围: 全体',
      '截止: 7天',
      '匿名: 是',
      '可选的还有：开始、对象（户/人）、方式（群/私聊/都）、重复（每季度）、意向（是/否）、说明。多选题写（多选），跳题写 2=B → 4。',
      '查看：问卷 1。提前结束：问卷 1 结束。延期：问卷 1 延长 3天。撤回：问卷 1 撤回。',
    ),
  questionnaires: (all) =>
    lines(
      ...all.map(({ number, title, state, closesAt }) =>
        dots(`问卷${number} ${title}`, states[state], `截止 ${closesAt}`),
      ),
    ),
  questionnaireUnknown: (number) => `没有问卷${number}。看全部：问卷`,
  questionnaireMistakes: (all) =>
    lines(
      '问卷还没有保存，请改好后重新发：',
      ...all.map(
        ({ line, said, why }) => `第 ${line} 行${said === '' ? '' : `“${quoted(said, 30)}”`}：${mistakes[why]}`,
      ),
    ),
  questionnaireFieldWrong: (field, said) => fields[field](said),
  questionnaireFieldUnknown: (said, nearest) =>
    `不认识“${quoted(said, 20)}”${nearest === null ? '。' : `，是不是“${nearest}”？`}什么都没有改动。`,
  questionnairePreview: (view) =>
    lines(
      `问卷${view.number} 草稿，居民会看到：`,
      '———',
      view.invitation,
      '———',
      ...questionLines(view.questions, {
        several: '多选',
        optional: '选填',
        required: '必填',
        inWords: '文字',
        onlyIf: (when) => `仅当 ${when}`,
        end: '结束',
      }),
      view.inGroups && `发到 ${view.groups.length} 个群：${view.groups.slice(0, 8).join('、') || '没有群'}`,
      view.inDirect &&
        `私聊 ${view.direct} 人${view.unreachable > 0 ? `（另有 ${view.unreachable} 人没有私聊过我，发不到）` : ''}`,
      view.isOffer && '服务意向：私聊只发给同意接收的人。',
      view.households > 0 && `在册 ${view.households} 户`,
      view.unknown.length > 0 && `注意，没有找到：${view.unknown.join('、')}`,
      dots(
        view.opensAt === null ? '确认后马上开始' : `${view.opensAt} 开始`,
        `${view.closesAt} 截止`,
        view.remindAt !== null && `${view.remindAt} 提醒一次`,
      ),
      view.repeats && `到期重复：${view.againAt ?? ''} 会再拟一份请您确认`,
      '要修改，请回复本条，例如：截止: 周日18:00；或重发整份。',
    ),
  questionnaireConfirmChoice: () => '确认发布',
  questionnaireQuarterlyChoice: () => '每季度重复',
  questionnaireDiscardChoice: () => '放弃',
  questionnaireOpened: (number) => `问卷${number} 开始发送，群里当天消息已满时会晚一点发出。看进展：问卷 ${number}`,
  questionnaireScheduled: (number, at) => `问卷${number} 将在${at}发出。取消：问卷 ${number} 撤回`,
  questionnaireDiscarded: (number) => `问卷${number} 已放弃，没有发出。`,
  questionnaireChangedSince: (number) => `问卷${number} 在您看过之后改过了，请看最新的再确认：`,
  questionnaireTooLate: (number) => `问卷${number} 的截止时间已到。请回复新的截止时间，例如：截止: 7天`,
  questionnaireNoDraft: (number) => `问卷${number} 已经不是草稿了。看现状：问卷 ${number}`,
  questionnaireNotOpen: (number) => `问卷${number} 不在进行中。`,
  questionnaireExtended: (number, at) => `问卷${number} 延长到${at}。`,
  questionnaireWithdrawnDone: (number) => `问卷${number} 已撤回；已发出的能收回的都收回了。`,
  questionnaireAgain: (title) => `“${title}”又到时间了，下面是按上次拟的草稿，请确认：`,

  questionnaireInvitation: (view) =>
    lines(
      `【${view.isOffer ? '服务意向' : '问卷'}${view.number}】${view.title}`,
      view.intro,
      dots(view.question === null && `共 ${view.count} 题`, view.perHousehold && '每户答一份', `${view.closesAt} 截止`),
      who(view.anonymous),
      view.question === null && '想参加，点下面或回复“参加”，我会私聊您一题一题地问。',
      view.question,
    ),
  questionnaireJoinChoice: () => '参加',
  questionnaireQuestion: (view) =>
    lines(
      `${view.title} · ${view.of === null ? `第 ${view.number} 题` : `${view.number}/${view.of}`}`,
      view.question,
      ...lettered(view.options),
      view.range && `回复 ${view.range[0]}–${view.range[1]}${view.required ? '' : '，也可以“跳过”'}`,
      view.several && `可多选，回复字母，例如 AC${view.required ? '' : '；也可以“跳过”'}`,
      view.kind === 'text' && (view.required ? '请直接回复文字。' : '请直接回复文字，没有就回复“跳过”。'),
      view.isFirst ? '中途不想答了，回复“退出”。要报事，也请先“退出”。' : '',
    ),
  questionnaireTickedChoice: () => '选好了',
  questionnaireTickFirst: () => '请先点要选的，或回复字母，例如 AC。',
  questionnaireBack: () => '上一题',
  questionnaireSkip: () => '跳过',
  questionnaireQuit: () => '退出',
  questionnaireWay: (number) => `我还不能主动私聊您。请私聊我，发“问卷${number}”，就可以作答。`,
  questionnaireThanks: (title, { anonymous, changed }) =>
    lines(
      changed ? `“${title}”的回答已更新，谢谢！` : `“${title}”答完了，谢谢您！`,
      !changed &&
        (anonymous
          ? '您的回答已匿名保存，和您的名字、住址没有关联，所以也不能再改。'
          : '截止前想修改，再点一次“参加”即可。'),
    ),
  questionnaireNoted: () => '已记下，谢谢！截止前可以改。',
  questionnaireOver: (title) => `“${title}”已经结束了，谢谢您的关心。`,
  questionnaireNotMeant: (title) => `“${title}”这次没有问到您这里，谢谢您的热心。`,
  questionnaireOwn: (title, closesAt) => `您已经答过“${title}”了，谢谢！${closesAt} 截止前可以重新作答。`,
  questionnaireRedoChoice: () => '重新作答',
  questionnaireTaken: (title, { anonymous, perHousehold }) =>
    perHousehold
      ? `“${title}”每户一份，您家里已经有人答过了，谢谢！${anonymous ? '匿名问卷交了就不能改。' : ''}`
      : `您已经答过“${title}”了，谢谢！${anonymous ? '匿名问卷交了就不能改。' : ''}`,
  questionnaireQuitDone: (title, number) => `好的，“${title}”不再问了，没有保存。想再答，回复“问卷${number}”。`,
  questionnaireOutOfRange: (range, options) =>
    range
      ? `请回复 ${range[0]} 到 ${range[1]} 之间的数字。`
      : `请选 A 到 ${'ABCDEFGHIJ'[options - 1] ?? ''}，或 1 到 ${options}。`,
  questionnaireOnlyOne: () => '这一题只能选一个，请再选一次。',
  questionnaireMustAnswer: () => '这一题需要回答；不想答了可以回复“退出”。',
  questionnaireReminder: ({ number, title, closesAt, anonymous }) =>
    lines(`【问卷${number}】${title} ${closesAt} 截止，还没答的邻居请抽空答一下。`, who(anonymous)),
  questionnaireWithdrawn: (title) => `问卷“${title}”已撤回，请不用再答。`,
  questionnaireOutcome: (standing) =>
    lines(
      `【问卷${standing.number} 结果】${standing.title}`,
      `感谢大家，${participation(standing)}。`,
      ...tallyLines(standing, words, { withWords: false }),
    ),

  questionnaireStanding: (standing, closesAt) =>
    lines(
      `问卷${standing.number} ${standing.title}`,
      dots(states[standing.state], `截止 ${closesAt}`, standing.anonymous && '匿名'),
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
    ),
  questionnaireResults: (standing) =>
    lines(
      `问卷${standing.number} 结束了：${standing.title}`,
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
      '要把结果（只有数字）告诉居民，请点下面。',
    ),
  questionnairePublishChoice: () => '向居民公布结果',
  questionnairePublished: (number) => `问卷${number} 的结果正在发到居民群。`,
} satisfies QuestionnaireTexts;

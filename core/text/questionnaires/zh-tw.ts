import { dots, lines, quoted } from '../layout.ts';
import { lettered, questionLines, shareOf, tallyLines } from './shared.ts';
import type { QuestionnaireField, QuestionnaireTexts } from './texts.ts';
import type { QuestionMistake } from '../../surveys/questionnaires/read-questions.ts';
import type { Standing } from '../../surveys/questionnaires/standing.ts';

const states: Record<Standing['state'], string> = {
  draft: '草稿',
  scheduled: '待開始',
  open: '進行中',
  closed: '已結束',
  withdrawn: '已撤回',
  discarded: '已放棄',
};

const mistakes: Record<QuestionMistake['why'], string> = {
  no_questions: '沒有看到題目。每題一行，以編號開頭，例如：1. 您對清潔滿意嗎？(1-5)',
  number: '題號要從 1 開始依次編排',
  empty: '這一題沒有寫內容',
  scale: '評分範圍要從小到大，最多 11 檔，例如 (1-5)',
  few_options: '選擇題至少要有兩個不同的選項，例如：A 清潔 B 保全',
  many_options: '選項最多 10 個',
  many_questions: '題目最多 30 道',
  condition: '看不懂這個條件。請寫成：若1<3：哪裡不滿意？ 或 2=B → 4',
  unknown_question: '條件裡的題號不存在',
  not_before: '條件只能看前面的題',
  not_after: '只能跳到後面的題，或「結束」',
  value: '條件裡的選項或分數不在那一題裡；文字題不能作條件',
};

const fields: Record<QuestionnaireField, (said: string) => string> = {
  title: () => '第一行請寫問卷的標題。',
  audience: (said) => `範圍「${said}」看不懂。例如：範圍: 3棟 5棟，或 範圍: 全體。`,
  closes: (said) => `截止「${said}」看不懂。例如：截止: 週日18:00，或 截止: 7天。`,
  opens: (said) => `開始「${said}」看不懂。例如：開始: 明天9:00。`,
  anonymous: (said) => `匿名「${said}」看不懂，請寫：匿名: 是 或 匿名: 否。`,
  per: (said) => `對象「${said}」看不懂，請寫：對象: 戶 或 對象: 人。`,
  way: (said) => `方式「${said}」看不懂，請寫：方式: 群、方式: 私訊 或 方式: 都。`,
  repeat: (said) => `重複「${said}」看不懂。例如：重複: 每季度。`,
  offer: (said) => `意向「${said}」看不懂，請寫：意向: 是 或 意向: 否。`,
  past: (said) => `「${said}」已經過去了。`,
  later: (said) => `「${said}」不比現在的截止時間晚。`,
  order: (said) => `截止「${said}」要晚於開始。`,
};

const who = (anonymous: boolean): string =>
  anonymous ? '匿名：我們不保存誰答了什麼；您用的聊天平台能看到您發出的內容。' : '不匿名：物業能看到各戶的回答。';
const counted = ({ answered, perHousehold }: Standing): string => `${answered} ${perHousehold ? '戶' : '人'}作答`;
const words = {
  mean: (mean: string) => `平均 ${mean}`,
  answered: (count: number) => `${count} 份`,
  more: (count: number) => `還有 ${count} 條`,
};
const participation = (standing: Standing): string =>
  dots(
    counted(standing),
    standing.households > 0 && standing.perHousehold && `在冊 ${standing.households} 戶`,
    shareOf(standing),
  );

export const questionnaires = {
  questionnaireHow: () =>
    lines(
      '發一份問卷，把下面這段改一改發給我：',
      '問卷 滿意度調查',
      '1. 您對清潔滿意嗎？(1-5)',
      '若1<3：哪裡不滿意？',
      '3. 最需要改進的是？ A 清潔 B 保全 C 維修',
      '4. 還有什麼建議？',
      '範圍: 全體',
      '截止: 7天',
      '匿名: 是',
      '可選的還有：開始、對象（戶/人）、方式（群/私訊/都）、重複（每季度）、意向（是/否）、說明。多選題寫（多選），跳題寫 2=B → 4。',
      '檢視：問卷 1。提前結束：問卷 1 結束。延期：問卷 1 延長 3天。撤回：問卷 1 撤回。',
    ),
  questionnaires: (all) =>
    lines(
      ...all.map(({ number, title, state, closesAt }) =>
        dots(`問卷${number} ${title}`, states[state], `截止 ${closesAt}`),
      ),
    ),
  questionnaireUnknown: (number) => `沒有問卷${number}。看全部：問卷`,
  questionnaireMistakes: (all) =>
    lines(
      '問卷還沒有保存，請改好後重新發：',
      ...all.map(
        ({ line, said, why }) => `第 ${line} 行${said === '' ? '' : `「${quoted(said, 30)}」`}：${mistakes[why]}`,
      ),
    ),
  questionnaireFieldWrong: (field, said) => fields[field](said),
  questionnaireFieldUnknown: (said, nearest) =>
    `不認識「${quoted(said, 20)}」${nearest === null ? '。' : `，是不是「${nearest}」？`}什麼都沒有改動。`,
  questionnairePreview: (view) =>
    lines(
      `問卷${view.number} 草稿，居民會看到：`,
      '———',
      view.invitation,
      '———',
      ...questionLines(view.questions, {
        several: '多選',
        optional: '選填',
        required: '必填',
        inWords: '文字',
        onlyIf: (when) => `僅當 ${when}`,
        end: '結束',
      }),
      view.inGroups && `發到 ${view.groups.length} 個群：${view.groups.slice(0, 8).join('、') || '沒有群'}`,
      view.inDirect &&
        `私訊 ${view.direct} 人${view.unreachable > 0 ? `（另有 ${view.unreachable} 人沒有私訊過我，發不到）` : ''}`,
      view.isOffer && '服務意向：私訊只發給同意接收的人。',
      view.households > 0 && `在冊 ${view.households} 戶`,
      view.unknown.length > 0 && `注意，沒有找到：${view.unknown.join('、')}`,
      dots(
        view.opensAt === null ? '確認後馬上開始' : `${view.opensAt} 開始`,
        `${view.closesAt} 截止`,
        view.remindAt !== null && `${view.remindAt} 提醒一次`,
      ),
      view.repeats && `到期重複：${view.againAt ?? ''} 會再擬一份請您確認`,
      '要修改，請回複本條，例如：截止: 週日18:00；或重發整份。',
    ),
  questionnaireConfirmChoice: () => '確認發布',
  questionnaireQuarterlyChoice: () => '每季度重複',
  questionnaireDiscardChoice: () => '放棄',
  questionnaireOpened: (number) => `問卷${number} 開始發送，群組當天訊息已滿時會晚一點發出。看進展：問卷 ${number}`,
  questionnaireScheduled: (number, at) => `問卷${number} 將在${at}發出。取消：問卷 ${number} 撤回`,
  questionnaireDiscarded: (number) => `問卷${number} 已放棄，沒有發出。`,
  questionnaireChangedSince: (number) => `問卷${number} 在您看過之後改過了，請看最新的再確認：`,
  questionnaireTooLate: (number) => `問卷${number} 的截止時間已到。請回復新的截止時間，例如：截止: 7天`,
  questionnaireNoDraft: (number) => `問卷${number} 已經不是草稿了。看現狀：問卷 ${number}`,
  questionnaireNotOpen: (number) => `問卷${number} 不在進行中。`,
  questionnaireExtended: (number, at) => `問卷${number} 延長到${at}。`,
  questionnaireWithdrawnDone: (number) => `問卷${number} 已撤回；已發出的能收回的都收回了。`,
  questionnaireAgain: (title) => `「${title}」又到時間了，下面是按上次擬的草稿，請確認：`,

  questionnaireInvitation: (view) =>
    lines(
      `【${view.isOffer ? '服務意向' : '問卷'}${view.number}】${view.title}`,
      view.intro,
      dots(view.question === null && `共 ${view.count} 題`, view.perHousehold && '每戶答一份', `${view.closesAt} 截止`),
      who(view.anonymous),
      view.question === null && '想參加，點下面或回覆「參加」，我會私訊您一題一題地問。',
      view.question,
    ),
  questionnaireJoinChoice: () => '參加',
  questionnaireQuestion: (view) =>
    lines(
      `${view.title} · ${view.of === null ? `第 ${view.number} 題` : `${view.number}/${view.of}`}`,
      view.question,
      ...lettered(view.options),
      view.range && `回覆 ${view.range[0]}–${view.range[1]}${view.required ? '' : '，也可以「跳過」'}`,
      view.several && `可多選，回覆字母，例如 AC${view.required ? '' : '；也可以「跳過」'}`,
      view.kind === 'text' && (view.required ? '請直接回覆文字。' : '請直接回覆文字，沒有就回復「跳過」。'),
      view.isFirst ? '中途不想答了，回覆「退出」。要報事，也請先「退出」。' : '',
    ),
  questionnaireTickedChoice: () => '選好了',
  questionnaireTickFirst: () => '請先點要選的，或回覆字母，例如 AC。',
  questionnaireBack: () => '上一題',
  questionnaireSkip: () => '跳過',
  questionnaireQuit: () => '退出',
  questionnaireWay: (number) => `我還不能主動私訊您。請私訊我「問卷${number}」，就可以作答。`,
  questionnaireThanks: (title, { anonymous, changed }) =>
    lines(
      changed ? `「${title}」的回答已更新，謝謝！` : `「${title}」答完了，謝謝您！`,
      !changed &&
        (anonymous
          ? '您的回答已匿名保存，和您的名字、住址沒有關聯，所以也不能再改。'
          : '截止前想修改，再點一次「參加」即可。'),
    ),
  questionnaireNoted: () => '已記下，謝謝！截止前可以改。',
  questionnaireOver: (title) => `「${title}」已經結束了，謝謝您的關心。`,
  questionnaireNotMeant: (title) => `「${title}」這次沒有問到您這裡，謝謝您的熱心。`,
  questionnaireOwn: (title, closesAt) => `您已經答過「${title}」了，謝謝！${closesAt} 截止前可以重新作答。`,
  questionnaireRedoChoice: () => '重新作答',
  questionnaireTaken: (title, { anonymous, perHousehold }) =>
    perHousehold
      ? `「${title}」每戶一份，您家裡已經有人答過了，謝謝！${anonymous ? '匿名問卷交了就不能改。' : ''}`
      : `您已經答過「${title}」了，謝謝！${anonymous ? '匿名問卷交了就不能改。' : ''}`,
  questionnaireQuitDone: (title, number) => `好的，「${title}」不再問了，沒有保存。想再答，回覆「問卷${number}」。`,
  questionnaireOutOfRange: (range, options) =>
    range
      ? `請回復 ${range[0]} 到 ${range[1]} 之間的數字。`
      : `請選 A 到 ${'ABCDEFGHIJ'[options - 1] ?? ''}，或 1 到 ${options}。`,
  questionnaireOnlyOne: () => '這一題只能選一個，請再選一次。',
  questionnaireMustAnswer: () => '這一題需要回答；不想答了可以回覆「退出」。',
  questionnaireReminder: ({ number, title, closesAt, anonymous }) =>
    lines(`【問卷${number}】${title} ${closesAt} 截止，還沒答的鄰居請抽空答一下。`, who(anonymous)),
  questionnaireWithdrawn: (title) => `問卷「${title}」已撤回，請不用再答。`,
  questionnaireOutcome: (standing) =>
    lines(
      `【問卷${standing.number} 結果】${standing.title}`,
      `感謝大家，${participation(standing)}。`,
      ...tallyLines(standing, words, { withWords: false }),
    ),

  questionnaireStanding: (standing, closesAt) =>
    lines(
      `問卷${standing.number} ${standing.title}`,
      dots(states[standing.state], `截止 ${closesAt}`, standing.anonymous && '匿名'),
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
    ),
  questionnaireResults: (standing) =>
    lines(
      `問卷${standing.number} 結束了：${standing.title}`,
      participation(standing),
      ...tallyLines(standing, words, { withWords: true }),
      '要把結果（只有數字）告訴居民，請點下面。',
    ),
  questionnairePublishChoice: () => '向居民公佈結果',
  questionnairePublished: (number) => `問卷${number} 的結果正在發到居民群。`,
} satisfies QuestionnaireTexts;

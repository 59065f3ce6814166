import type { Figures } from '../../intake/shadow/figures.ts';
import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-cn.ts';
import type { ShadowCard, ShadowLine, ShadowTexts } from './texts.ts';

const deeds: Record<ShadowCard['deed'], string> = { ticket: '会开工单', question: '会问客服', nothing: '不会处理' };

const percent = (share: number | null): string => (share === null ? '还算不出' : `${Math.round(share * 100)}%`);

const lineOf = ({ who, at, text, recalled }: ShadowLine): string =>
  recalled
    ? `${at} ${who || '有人'}：（已撤回）`
    : `${at} ${who || '有人'}：${text === '' ? '（图片或语音）' : `“${quoted(text)}”`}`;

const matterOf = ({ kind, area, urgency, place }: ShadowCard['matters'][number]): string =>
  dots(words.kind(kind), words.area(area), urgency !== 'normal' && words.urgency(urgency), words.place(place, 'full'));

const answers = ({ tickets, questions, nothing }: Figures): string =>
  [
    `会开工单的：是 ${tickets.yes}，不是 ${tickets.no}`,
    `会问客服的：是 ${questions.yes}，不是 ${questions.no}`,
    `不会处理的：是 ${nothing.yes}，不是 ${nothing.no}`,
  ].join('\n');

export const shadow = {
  shadowOn: (group, reportAt) =>
    lines(
      `“${group}”从现在起只旁听：群里不说话、不开工单、不提问；有紧急情况会马上告诉经理。`,
      `${reportAt} 给您汇总，之前想看，发“旁听 汇总”。要恢复照常办理，发“旁听 ${group} 关”。`,
    ),
  shadowAlready: (group, since, reportAt) => `“${group}”从 ${since} 起已在旁听，${reportAt} 汇总。什么都没有改动。`,
  shadowOff: (group, open) =>
    lines(
      `“${group}”从下一句话起照常办理。旁听时说的事不会自动变成工单。`,
      open > 0 && `还有 ${open} 条没有判断，想看发“旁听 ${group} 汇总”。`,
    ),
  shadowNotOn: (group) => `“${group}”没有在旁听，本来就照常办理，什么都没有改动。`,
  shadowStanding: (groups) =>
    lines(
      '各居民群：',
      ...groups.map(({ title, since, reportAt, heard, open }) =>
        since === null
          ? `${title}：照常办理`
          : `${title}：${dots(`旁听中，从 ${since} 起`, `听到 ${heard} 句`, open > 0 && `待判断 ${open} 条`, reportAt && `${reportAt} 汇总`)}`,
      ),
      '旁听 群名 开 · 旁听 群名 关 · 旁听 汇总',
    ),
  shadowWhich: (titles) =>
    `是哪个群？请把群名写上，例如：旁听 ${titles[0] ?? '3栋群'} 开。居民群有：${titles.join('、')}。`,
  shadowNoGroup: (said, near) =>
    `没有居民群“${said}”，什么都没有改动。${near ? `是不是“${near}”？` : '发“旁听”可以看到所有的群。'}`,
  shadowNothingOn: () => '现在没有群在旁听。让一个群只旁听：旁听 群名 开。',
  shadowHow: () => '请这样写：旁听 3栋群 开 · 旁听 3栋群 关 · 旁听 3栋群 汇总 · 旁听（看各群的情况）。什么都没有改动。',

  shadowReport: ({ group, since, heard, tickets, emergencies, questions, nothing, open }) => {
    const count = tickets.reduce((sum, one) => sum + one.count, 0);
    const kinds = tickets.map((one) => `${words.kind(one.kind)} ${one.count}`).join('、');
    return lines(
      `【旁听汇总】${group}，${since} 起`,
      `居民说了 ${heard} 句。如果照常办理：`,
      `会开工单 ${count} 件${kinds ? `（${kinds}）` : ''}${emergencies > 0 ? `，其中紧急 ${emergencies} 件` : ''}；会问客服 ${questions} 次。`,
      nothing > 0 && `另有 ${nothing} 条有点像、但不会处理的，也请看一下，好算出漏了多少。`,
      open > 0
        ? `下面 ${open} 条请逐条判断：是不是要物业办的事。`
        : count + questions + nothing > 0 && '每一条都判断过了。',
    );
  },
  shadowCard: ({ group, deed, matters, lines: said, more, settled, verdict }) =>
    lines(
      `【旁听】${group} · ${deeds[deed]}`,
      ...said.map(lineOf),
      more > 0 && `还有 ${more} 句`,
      deed !== 'nothing' && `看作：${matters.map(matterOf).join('；')}`,
      settled && '居民后来说已经好了',
      verdict && `${verdict.by}：${verdict.isMatter ? '是事项' : '不是'}`,
    ),
  shadowYes: () => '是事项',
  shadowNo: () => '不是',
  shadowMore: (left) => `还有 ${left} 条没有判断。`,
  shadowMoreChoice: () => '更多',
  shadowJudged: (said, isMatter) => `已记下：“${quoted(said, 24)}”${isMatter ? '是事项' : '不是事项'}`,
  shadowGone: () => '【旁听】这句话后来改了，不用再判断。',
  shadowFigures: (group, figures) => {
    const open = figures.tickets.open + figures.questions.open + figures.nothing.open;
    const { precision, recall, withQuestions } = figures;
    return lines(
      `【旁听】${group}的结果`,
      `准确率 ${percent(precision)}（会开的工单里，真是事项的）· 召回率 ${percent(recall)}（是事项的里面，会开工单的）`,
      `客服把问题都答了的话：准确率 ${percent(withQuestions.precision)} · 召回率 ${percent(withQuestions.recall)}`,
      answers(figures),
      open > 0 && `还有 ${open} 条没有判断。`,
      figures.rough && '答案还不多，数字只是大概。',
    );
  },

  shadowEmergency: (group, line, matter) =>
    lines(
      `🔴 旁听的“${group}”里可能有紧急情况，群里没有作任何回应，请马上处理：`,
      lineOf(line),
      `看作：${matterOf(matter)}`,
    ),
  shadowTake: () => '开工单',
  shadowOffer: (group, rows) =>
    lines(
      `“${group}”旁听时说的这些，您判断是事项，还没有工单，也没听说已经好了。要开哪一件？`,
      ...rows.map(({ words: said, code }, at) => `${at + 1}. ${dots(said, code && `已开 ${code}`)}`),
    ),
  shadowOfferChoice: (number, said) => `开第${number}件 ${quoted(said, 12)}`,
  shadowTaken: (codes) => `已开工单 ${codes.join('、')}`,
  shadowTakenBefore: (codes) => `这件事已经有工单了：${codes.join('、')}，没有再开。`,
} satisfies ShadowTexts;

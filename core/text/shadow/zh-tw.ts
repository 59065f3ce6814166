import type { Figures } from '../../intake/shadow/figures.ts';
import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/zh-tw.ts';
import type { ShadowCard, ShadowLine, ShadowTexts } from './texts.ts';

const deeds: Record<ShadowCard['deed'], string> = { ticket: '會開工單', question: '會問客服', nothing: '不會處理' };

const percent = (share: number | null): string => (share === null ? '還算不出' : `${Math.round(share * 100)}%`);

const lineOf = ({ who, at, text, recalled }: ShadowLine): string =>
  recalled
    ? `${at} ${who || '有人'}：（已收回）`
    : `${at} ${who || '有人'}：${text === '' ? '（圖片或語音）' : `「${quoted(text)}」`}`;

const matterOf = ({ kind, area, urgency, place }: ShadowCard['matters'][number]): string =>
  dots(words.kind(kind), words.area(area), urgency !== 'normal' && words.urgency(urgency), words.place(place, 'full'));

const answers = ({ tickets, questions, nothing }: Figures): string =>
  [
    `會開工單的：是 ${tickets.yes}，不是 ${tickets.no}`,
    `會問客服的：是 ${questions.yes}，不是 ${questions.no}`,
    `不會處理的：是 ${nothing.yes}，不是 ${nothing.no}`,
  ].join('\n');

export const shadow = {
  shadowOn: (group, reportAt) =>
    lines(
      `「${group}」從現在起只旁聽：群組裡不說話、不開工單、不提問；有緊急情況會馬上告訴經理。`,
      `${reportAt} 給您彙整，之前想看，傳「旁聽 彙整」。要恢復照常辦理，傳「旁聽 ${group} 關」。`,
    ),
  shadowAlready: (group, since, reportAt) => `「${group}」從 ${since} 起已在旁聽，${reportAt} 彙整。什麼都沒有改動。`,
  shadowOff: (group, open) =>
    lines(
      `「${group}」從下一句話起照常辦理。旁聽時說的事不會自動變成工單。`,
      open > 0 && `還有 ${open} 則沒有判斷，想看傳「旁聽 ${group} 彙整」。`,
    ),
  shadowNotOn: (group) => `「${group}」沒有在旁聽，本來就照常辦理，什麼都沒有改動。`,
  shadowStanding: (groups) =>
    lines(
      '各住戶群組：',
      ...groups.map(({ title, since, reportAt, heard, open }) =>
        since === null
          ? `${title}：照常辦理`
          : `${title}：${dots(`旁聽中，從 ${since} 起`, `聽到 ${heard} 句`, open > 0 && `待判斷 ${open} 則`, reportAt && `${reportAt} 彙整`)}`,
      ),
      '旁聽 群組名稱 開 · 旁聽 群組名稱 關 · 旁聽 彙整',
    ),
  shadowWhich: (titles) =>
    `是哪個群組？請把群組名稱寫上，例如：旁聽 ${titles[0] ?? '3棟群組'} 開。住戶群組有：${titles.join('、')}。`,
  shadowNoGroup: (said, near) =>
    `沒有住戶群組「${said}」，什麼都沒有改動。${near ? `是不是「${near}」？` : '傳「旁聽」可以看到所有的群組。'}`,
  shadowNothingOn: () => '現在沒有群組在旁聽。讓一個群組只旁聽：旁聽 群組名稱 開。',
  shadowHow: () =>
    '請這樣寫：旁聽 3棟群組 開 · 旁聽 3棟群組 關 · 旁聽 3棟群組 彙整 · 旁聽（看各群組的情況）。什麼都沒有改動。',

  shadowReport: ({ group, since, heard, tickets, emergencies, questions, nothing, open }) => {
    const count = tickets.reduce((sum, one) => sum + one.count, 0);
    const kinds = tickets.map((one) => `${words.kind(one.kind)} ${one.count}`).join('、');
    return lines(
      `【旁聽彙整】${group}，${since} 起`,
      `住戶說了 ${heard} 句。如果照常辦理：`,
      `會開工單 ${count} 件${kinds ? `（${kinds}）` : ''}${emergencies > 0 ? `，其中緊急 ${emergencies} 件` : ''}；會問客服 ${questions} 次。`,
      nothing > 0 && `另有 ${nothing} 則有點像、但不會處理的，也請看一下，好算出漏了多少。`,
      open > 0
        ? `下面 ${open} 則請逐則判斷：是不是要物業辦的事。`
        : count + questions + nothing > 0 && '每一則都判斷過了。',
    );
  },
  shadowCard: ({ group, deed, matters, lines: said, more, settled, verdict }) =>
    lines(
      `【旁聽】${group} · ${deeds[deed]}`,
      ...said.map(lineOf),
      more > 0 && `還有 ${more} 句`,
      deed !== 'nothing' && `看作：${matters.map(matterOf).join('；')}`,
      settled && '住戶後來說已經好了',
      verdict && `${verdict.by}：${verdict.isMatter ? '是事項' : '不是'}`,
    ),
  shadowYes: () => '是事項',
  shadowNo: () => '不是',
  shadowMore: (left) => `還有 ${left} 則沒有判斷。`,
  shadowMoreChoice: () => '更多',
  shadowJudged: (said, isMatter) => `已記下：「${quoted(said, 24)}」${isMatter ? '是事項' : '不是事項'}`,
  shadowGone: () => '【旁聽】這句話後來改了，不用再判斷。',
  shadowFigures: (group, figures) => {
    const open = figures.tickets.open + figures.questions.open + figures.nothing.open;
    const { precision, recall, withQuestions } = figures;
    return lines(
      `【旁聽】${group}的結果`,
      `準確率 ${percent(precision)}（會開的工單裡，真是事項的）· 召回率 ${percent(recall)}（是事項的裡面，會開工單的）`,
      `客服把問題都答了的話：準確率 ${percent(withQuestions.precision)} · 召回率 ${percent(withQuestions.recall)}`,
      answers(figures),
      open > 0 && `還有 ${open} 則沒有判斷。`,
      figures.rough && '答案還不多，數字只是大概。',
    );
  },

  shadowEmergency: (group, line, matter) =>
    lines(
      `🔴 旁聽的「${group}」裡可能有緊急情況，群組裡沒有作任何回應，請馬上處理：`,
      lineOf(line),
      `看作：${matterOf(matter)}`,
    ),
  shadowTake: () => '開工單',
  shadowOffer: (group, rows) =>
    lines(
      `「${group}」旁聽時說的這些，您判斷是事項，還沒有工單，也沒聽說已經好了。要開哪一件？`,
      ...rows.map(({ words: said, code }, at) => `${at + 1}. ${dots(said, code && `已開 ${code}`)}`),
    ),
  shadowOfferChoice: (number, said) => `開第${number}件 ${quoted(said, 12)}`,
  shadowTaken: (codes) => `已開工單 ${codes.join('、')}`,
  shadowTakenBefore: (codes) => `這件事已經有工單了：${codes.join('、')}，沒有再開。`,
} satisfies ShadowTexts;

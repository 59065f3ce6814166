import { dots, lines, quoted } from '../layout.ts';
import type { VersionLine, VersionTexts, VersionView } from './texts.ts';

const standings: Record<VersionLine['standing'], string> = {
  proposed: '待核准',
  coming: '已核准，未到生效日',
  in_force: '現行',
  past: '已被新版本取代',
  withdrawn: '已撤回',
};

const fromWhen = ({ from }: VersionView): string => (from === null ? '核准後立即生效' : `${from} 起生效`);
const why = ({ reason }: VersionView): string | null => (reason ? `理由：${quoted(reason, 200)}` : null);
const scope = (running: boolean): string => (running ? '進行中的案件也按新標準重新計時' : '只管生效後的新案件');

export const versions = {
  versionProposed: (version, changes) =>
    lines(
      `服務標準第 ${version.version} 版，${version.proposedBy}提出，${fromWhen(version)}：`,
      ...changes.map((change) => `· ${change}`),
      why(version),
      version.movesRunning && '提出時要求：進行中的案件也按新標準重新計時。',
      '經理或管委會核准後才生效；還有別的經理時，提出的人不能自己核准。',
    ),
  versionApprove: () => '核准（只管新案件）',
  versionApproveRunning: () => '核准（連同進行中的）',
  versionRefuse: () => '不同意',
  versionHandedIn: (version) => `第 ${version} 版已提交經理群，核准後才生效。`,
  versionApproved: (version, by, changes) =>
    lines(
      `服務標準第 ${version.version} 版已由${by}核准，${version.from === null ? '現在起生效' : `${version.from} 起生效`}，${scope(version.movesRunning)}：`,
      ...changes.map((change) => `· ${change}`),
    ),
  versionDecided: (version, moved) =>
    lines(
      `第 ${version.version} 版已核准，${version.from === null ? '現在起生效' : `${version.from} 起生效`}，${scope(version.movesRunning)}。`,
      moved !== null && moved > 0 && `已重新計時 ${moved} 件。`,
    ),
  versionTakenBack: (version, by) => `服務標準第 ${version} 版已由${by}撤回，不會生效。`,
  versionOver: (version, standing) => `第 ${version} 版${standings[standing]}，沒有改動。`,
  versionOwn: (version) => `第 ${version} 版是您自己提出的，請另一位經理核准。`,
  versionOvertaken: (version) =>
    `第 ${version} 版的生效日早於現行版本，核准了也不會生效。沒有改動，請換個日期重新提出。`,
  versionUnknown: (version) => `沒有第 ${version} 版。傳「服務標準 版本」可以看到全部版本。`,
  versionSame: () => '和到時的標準一樣，不用改。',
  versionInPast: () => '這個日期已經過了，沒有改動。要立即生效，日期寫「今天」。',
  versionWrong: (mistakes) =>
    lines('這樣改不行，沒有改動：', ...mistakes.map(({ path, message, mend }) => `· ${path}：${message}；${mend}`)),
  versionNoSuchLine: (said, nearest) =>
    lines(
      `沒有「${quoted(said, 40)}」這一項，沒有改動。`,
      nearest === null ? '可以寫：服務標準 諮詢 12小時' : `是不是「${nearest}」？`,
    ),
  versionNoSuchDay: (said) =>
    `沒看懂從哪天起（「${quoted(said, 20)}」），沒有改動。可以寫：12月1日起、明天起、2026-12-01起。`,
  versions: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          `第 ${line.version} 版`,
          standings[line.standing],
          line.from && `${line.from} 起`,
          line.proposedBy && `${line.proposedBy}提出`,
          line.approvedBy && `${line.approvedBy}核准`,
          line.movesRunning && '連同進行中的',
          why(line),
        ),
      ),
    ),
  versionHow: () =>
    lines('要改，請寫：服務標準 諮詢 12小時 12月1日起 因為……', '看版本：服務標準 版本；撤回：服務標準 撤回 3'),
} satisfies VersionTexts;

import { dots, lines, quoted } from '../layout.ts';
import type { VersionLine, VersionTexts, VersionView } from './texts.ts';

const standings: Record<VersionLine['standing'], string> = {
  proposed: '待批准',
  coming: '已批准，未到生效日',
  in_force: '现行',
  past: '已被新版本取代',
  withdrawn: '已撤回',
};

const fromWhen = ({ from }: VersionView): string => (from === null ? '批准后立即生效' : `${from} 起生效`);
const why = ({ reason }: VersionView): string | null => (reason ? `理由：${quoted(reason, 200)}` : null);
const scope = (running: boolean): string => (running ? '进行中的工单也按新标准重新计时' : '只管生效后的新工单');

export const versions = {
  versionProposed: (version, changes) =>
    lines(
      `服务标准第 ${version.version} 版，${version.proposedBy}提出，${fromWhen(version)}：`,
      ...changes.map((change) => `· ${change}`),
      why(version),
      version.movesRunning && '提出时要求：进行中的工单也按新标准重新计时。',
      '经理或业委会批准后才生效；还有别的经理时，提出的人不能自己批准。',
    ),
  versionApprove: () => '批准（只管新工单）',
  versionApproveRunning: () => '批准（连同进行中的）',
  versionRefuse: () => '不同意',
  versionHandedIn: (version) => `第 ${version} 版已提交经理群，批准后才生效。`,
  versionApproved: (version, by, changes) =>
    lines(
      `服务标准第 ${version.version} 版已由${by}批准，${version.from === null ? '现在起生效' : `${version.from} 起生效`}，${scope(version.movesRunning)}：`,
      ...changes.map((change) => `· ${change}`),
    ),
  versionDecided: (version, moved) =>
    lines(
      `第 ${version.version} 版已批准，${version.from === null ? '现在起生效' : `${version.from} 起生效`}，${scope(version.movesRunning)}。`,
      moved !== null && moved > 0 && `已重新计时 ${moved} 件。`,
    ),
  versionTakenBack: (version, by) => `服务标准第 ${version} 版已由${by}撤回，不会生效。`,
  versionOver: (version, standing) => `第 ${version} 版${standings[standing]}，没有改动。`,
  versionOwn: (version) => `第 ${version} 版是您自己提出的，请另一位经理批准。`,
  versionOvertaken: (version) =>
    `第 ${version} 版的生效日早于现行版本，批准了也不会生效。没有改动，请换个日期重新提出。`,
  versionUnknown: (version) => `没有第 ${version} 版。发“服务标准 版本”可以看到全部版本。`,
  versionSame: () => '和到时的标准一样，不用改。',
  versionInPast: () => '这个日期已经过了，没有改动。要立即生效，日期写“今天”。',
  versionWrong: (mistakes) =>
    lines('这样改不行，没有改动：', ...mistakes.map(({ path, message, mend }) => `· ${path}：${message}；${mend}`)),
  versionNoSuchLine: (said, nearest) =>
    lines(
      `没有“${quoted(said, 40)}”这一项，没有改动。`,
      nearest === null ? '可以写：服务标准 咨询 12小时' : `是不是“${nearest}”？`,
    ),
  versionNoSuchDay: (said) =>
    `没看懂从哪天起（“${quoted(said, 20)}”），没有改动。可以写：12月1日起、明天起、2026-12-01起。`,
  versions: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          `第 ${line.version} 版`,
          standings[line.standing],
          line.from && `${line.from} 起`,
          line.proposedBy && `${line.proposedBy}提出`,
          line.approvedBy && `${line.approvedBy}批准`,
          line.movesRunning && '连同进行中的',
          why(line),
        ),
      ),
    ),
  versionHow: () =>
    lines('要改，请写：服务标准 咨询 12小时 12月1日起 因为……', '看版本：服务标准 版本；撤回：服务标准 撤回 3'),
} satisfies VersionTexts;

import { lines, quoted } from '../layout.ts';
import type { FaqLine, FaqTexts, FaqView } from './texts.ts';

const languages: Record<string, string> = { en: '英文', 'zh-TW': '繁体', 'zh-CN': '简体' };

const line = ({ number, question, safe, used }: FaqLine): string =>
  `${number} ${quoted(question, 30)}${safe ? '（可自动答复）' : ''}${used > 0 ? ` · 用过 ${used} 次` : ''}`;

const shown = ({ number, questions, answer, answers, safe, used, unhappy }: FaqView): string =>
  lines(
    `知识库 ${number}${safe ? '（可自动答复）' : ''}`,
    ...questions.map((question) => `问：${question}`),
    `答：${answer}`,
    ...Object.entries(answers).map(([locale, text]) => `${languages[locale] ?? locale}：${text}`),
    used + unhappy > 0 && `帮到 ${used} 次，没帮到 ${unhappy} 次`,
  );

const how = lines(
  '知识库 新增 问：物业费怎么交 问：在哪里交物业费 答：服务中心或公众号都可以',
  '知识库 收录 A7K2：用这件工单的问题和答复新增一条',
  '知识库 3：看全文 · 知识库 修改 3 答：… · 知识库 停用 3',
  '知识库 自动 3 开（或 关）：允许机器人自己答',
);

export const faq = {
  faqList: (entries) => lines(`知识库 ${entries.length} 条：`, ...entries.map(line), '发“知识库 编号”看全文。'),
  faqEmpty: () => lines('知识库还是空的。', how),
  faqShown: shown,
  faqAdded: (entry) =>
    lines(
      '已收进知识库。',
      shown(entry),
      `客服的卡片上会给出这个答复；要让机器人自己答，请发“知识库 自动 ${entry.number} 开”。`,
    ),
  faqChanged: (entry) => lines('已修改。', shown(entry)),
  faqRevoked: (number, question) => `知识库 ${number}“${quoted(question, 30)}”已停用。`,
  faqSafe: (number, question, safe) =>
    safe
      ? `知识库 ${number}“${quoted(question, 30)}”以后由机器人自动答复，会注明是自动答复；居民说没帮到，就转给人。`
      : `知识库 ${number}“${quoted(question, 30)}”以后只给客服参考，机器人不再自己答。`,
  faqUnknown: (number, known) =>
    `知识库里没有 ${number}，什么都没有改动。${known.length > 0 ? `现有：${known.join('、')}。` : ''}`,
  faqHow: () => how,
  faqIncomplete: (missing) =>
    missing === 'question'
      ? '还缺问题，什么都没有改动。请写“问：…”，居民有几种问法就写几个。'
      : '还缺答案，什么都没有改动。请写“答：…”。',
  faqNoAnswerYet: (code) => `${code} 还没有人答复过，什么都没有改动。答复后再收录，或直接写“知识库 新增 问：… 答：…”。`,
  faqNotOf: (code) => `${code} 是私下处理的事，或者不是咨询，不能收录，什么都没有改动。`,
  faqProposed: (number, answer) => `💡 知识库 ${number} 的答复：${quoted(answer, 200)}`,
  faqGiven: (number, verdict) =>
    verdict === 'silent'
      ? `🤖 已用知识库 ${number} 自动答复，居民还没有回应`
      : `🤖 知识库 ${number} 的自动答复没有帮到，请人工答复`,
  faqSend: () => '发送这个答复',
  faqAnswer: (code, answer) =>
    lines(`${code} 自动答复：`, answer, '帮到您了吗？没帮到就选“没帮到”，或引用本条说“转人工”，由工作人员答复您。'),
  faqHelped: () => '帮到了',
  faqNotHelped: () => '没帮到，找工作人员',
  faqGlad: (code) => `好的，很高兴帮到您，${code} 就此办结。`,
  faqToPerson: (code, assignee, dueAt) =>
    `抱歉没有帮到您。${code} 已转给${assignee ?? '客服'}，${dueAt ? `${dueAt} 前` : '会尽快'}答复您。`,
  faqLostTrust: (number, question, unhappy) =>
    lines(
      `知识库 ${number}“${quoted(question, 30)}”的自动答复有 ${unhappy} 次没帮到居民，机器人不再自己答。`,
      `请看看答复：知识库 ${number}。改好后可发“知识库 自动 ${number} 开”。`,
    ),
  faqNotSent: (number) => `知识库 ${number} 已停用或已经发过，什么都没有改动。`,
} satisfies FaqTexts;

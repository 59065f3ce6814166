import type { Area, Kind, Urgency } from '../understanding.ts';
import type { ReadExport } from './read-export.ts';
import type { SkipReason } from './telegram-export.ts';

type NoExport = Extract<ReadExport, { kind: 'no_export' }>['why'];

/** What replay says, in one language. */
export interface ReplayWords {
  noExport: Record<NoExport, (file: string) => string>;
  noFiles: string;
  badLabels: (file: string) => string;
  header: (chat: string, messages: number, tickets: number, doubts: number) => string;
  skipped: Record<SkipReason, string>;
  skippedLine: (what: string) => string;
  repaired: (count: number) => string;
  encoding: (name: string) => string;
  unreadable: (count: number) => string;
  noMessages: string;
  outWithoutReview: string;
  outForOne: string;
  outIsTheChat: string;
  cannotWrite: (file: string) => string;
  reviewWritten: (file: string, lines: number, tickets: number) => string;
  staff: (names: string) => string;
  noStaff: string;
  kind: Record<Kind, string>;
  area: Record<Area, string>;
  urgency: Record<Urgency, string>;
  doubt: string;
  where: string;
  who: string;
  when: string;
  answered: string;
  notAnswered: string;
  settled: string;
  why: string;
  messages: (count: number) => string;
  sensitive: string;
}

const en: ReplayWords = {
  noExport: {
    unreadable: (file) => `${file}: there is no such file, or it cannot be read.`,
    archive: (file) => `${file} is an archive: unpack it first and give the result.json inside.`,
    not_json: (file) =>
      `${file} is no chat history: it is not JSON. In Telegram Desktop choose "Export chat history", format "Machine-readable JSON"; of WeChat, CSV, JSON and text are read.`,
    other_json: (file) =>
      `${file} is no chat history: it is JSON, but neither a chat (messages) nor an account (chats.list) as Telegram Desktop exports them, nor a list of messages with time, sender and content as tools for WeChat write it.`,
    other_text: (file) =>
      `${file} is no chat history that is known: no line of it begins a message with a name and a time, and no first line names columns for time, sender and content. docs/replay.md lists the shapes that are read.`,
    too_large: (file) => `${file} is larger than 500 MB: export the chats one by one.`,
  },
  noFiles:
    'Name at least one file: result.json, as Telegram Desktop exports it, or a CSV, JSON or text file of a WeChat chat.',
  badLabels: (file) => `${file}: no community in it as --labels expects (community.name, buildings, staff, locale).`,
  header: (chat, messages, tickets, doubts) =>
    `${chat}: ${messages} messages, ${tickets} tickets, ${doubts} questions to the staff`,
  skipped: {
    service: 'service messages',
    unsupported: 'unsupported messages',
    no_date: 'messages without a date',
    not_a_message: 'entries that are no messages',
    recalled: 'messages that were taken back',
    loose: 'lines that belong to no message',
  },
  skippedLine: (what) => `  left out: ${what}`,
  repaired: (count) => `  ${count} control characters in the file were taken for spaces`,
  encoding: (name) => `  read as ${name}`,
  unreadable: (count) => `  ${count} characters could not be read`,
  noMessages: '  no messages in it',
  outWithoutReview: '--out says where the page of --review goes; without --review nothing is written.',
  outForOne: '--out is for one file with one chat; leave it out, and each page goes beside its file.',
  outIsTheChat: '--out names the chat itself, which the page would overwrite; name another file. Nothing was written.',
  cannotWrite: (file) => `${file} cannot be written: the folder is missing, or it may not be written to.`,
  reviewWritten: (file, lines, tickets) =>
    `${file}: ${lines} messages, ${tickets} tickets and questions. It holds names and words of residents: keep it where the chat is kept.`,
  staff: (names) => `  taken for staff: ${names}`,
  noStaff: '  nobody was taken for staff; name them with --staff',
  kind: { repair: 'repair', complaint: 'complaint', suggestion: 'suggestion', inquiry: 'inquiry', praise: 'praise' },
  area: {
    facilities: 'facilities',
    environment: 'environment',
    security: 'security',
    parking: 'parking',
    neighbours: 'neighbours',
    fees: 'fees',
    service: 'service',
    community: 'community',
    other: 'other',
  },
  urgency: { normal: '', high: 'high', emergency: 'EMERGENCY' },
  doubt: 'would ask the staff',
  where: 'where',
  who: 'who',
  when: 'when',
  answered: 'first answer',
  notAnswered: 'none',
  settled: 'settled',
  why: 'why',
  messages: (count) => `${count} message${count === 1 ? '' : 's'}`,
  sensitive: 'in private',
};

const zh: ReplayWords = {
  noExport: {
    unreadable: (file) => `${file}：没有这个文件，或者无法读取。`,
    archive: (file) => `${file} 是压缩包：请先解压，再给出里面的 result.json。`,
    not_json: (file) =>
      `${file} 不是聊天记录：它不是 JSON。请在 Telegram Desktop 里选择“导出聊天记录”，格式选“机器可读的 JSON”；微信的记录可用 CSV、JSON 或文本。`,
    other_json: (file) =>
      `${file} 不是聊天记录：虽是 JSON，但既不是 Telegram Desktop 导出的单个群（messages），也不是整个账号（chats.list），也不是微信导出工具写的消息列表（时间、发送人、内容）。`,
    other_text: (file) =>
      `${file} 不是认得的聊天记录：没有一行以姓名和时间开头，也没有写明时间、发送人、内容各列的表头。能读哪些格式见 docs/replay.md。`,
    too_large: (file) => `${file} 超过 500 MB：请逐个群导出。`,
  },
  noFiles: '请至少给出一个文件：Telegram Desktop 导出的 result.json，或微信聊天记录的 CSV、JSON、文本文件。',
  badLabels: (file) => `${file}：里面没有 --labels 需要的小区信息（community.name、buildings、staff、locale）。`,
  header: (chat, messages, tickets, doubts) => `${chat}：${messages} 条消息，${tickets} 张工单，${doubts} 次向员工询问`,
  skipped: {
    service: '系统消息',
    unsupported: '不支持的消息',
    no_date: '没有时间的消息',
    not_a_message: '不是消息的条目',
    recalled: '撤回的消息',
    loose: '不属于任何消息的行',
  },
  skippedLine: (what) => `  略过：${what}`,
  repaired: (count) => `  文件中有 ${count} 个控制字符，已当作空格`,
  encoding: (name) => `  按 ${name} 编码读取`,
  unreadable: (count) => `  有 ${count} 个字符无法读出`,
  noMessages: '  里面没有消息',
  outWithoutReview: '--out 指定 --review 的页面写到哪里；没有 --review 就什么都不写。',
  outForOne: '--out 只能用于一个文件里的一个群；不写它，每个页面就放在各自的文件旁边。',
  outIsTheChat: '--out 写的就是聊天记录本身，页面会把它覆盖掉；请换一个文件名。什么都没有写。',
  cannotWrite: (file) => `${file} 写不进去：没有这个文件夹，或没有写的权限。`,
  reviewWritten: (file, lines, tickets) =>
    `${file}：${lines} 条消息，${tickets} 张工单和待问的事。里面有居民的姓名和说的话，请和聊天记录一样妥善保管。`,
  staff: (names) => `  视为员工：${names}`,
  noStaff: '  没有视为员工的人；可用 --staff 指明',
  kind: { repair: '报修', complaint: '投诉', suggestion: '建议', inquiry: '咨询', praise: '表扬' },
  area: {
    facilities: '设施',
    environment: '环境',
    security: '安全',
    parking: '停车',
    neighbours: '邻里',
    fees: '费用',
    service: '服务',
    community: '社区活动',
    other: '其他',
  },
  urgency: { normal: '', high: '加急', emergency: '紧急' },
  doubt: '会先问员工',
  where: '地点',
  who: '谁',
  when: '时间',
  answered: '首次答复',
  notAnswered: '没有',
  settled: '已解决',
  why: '依据',
  messages: (count) => `${count} 条消息`,
  sensitive: '私下处理',
};

/** What is printed is in one script: Simplified Chinese for every zh tag, else English. */
export const printedLocale = (tag: string): 'zh-CN' | 'en' => (tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

/** Chinese for every zh locale, else English. */
export const wordsFor = (locale: string): ReplayWords => (printedLocale(locale) === 'zh-CN' ? zh : en);

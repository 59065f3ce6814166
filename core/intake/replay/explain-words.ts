import type { AdditionPart } from '../understanding.ts';
import type { AroundLine } from './explain-message.ts';
import { printedLocale } from './words.ts';

/** What `linli explain` says, in one language. */
export interface ExplainWords {
  needsId: string;
  noSuchId: (id: string, file: string, nearest: readonly string[]) => string;
  noMessages: (file: string) => string;
  severalChats: (id: string, chats: readonly string[]) => string;
  staff: string;
  noWords: string;
  photo: string;
  voice: string;
  made: string;
  nothing: string;
  ticket: (what: string) => string;
  doubt: (what: string) => string;
  tied: (part: string, opener: string, summary: string) => string;
  answers: (opener: string, summary: string, settles: boolean) => string;
  /** What was said before turns out to be a matter, by this message. */
  late: (opener: string, what: string, part: string) => string;
  answerPart: string;
  part: Record<AdditionPart, string>;
  changes: (what: string) => string;
  believed: (share: string, act: string, ask: string) => string;
  notWeighed: string;
  speaksFor: string;
  speaksAgainst: string;
  besides: string;
  noReasons: string;
  around: string;
  as: Record<AroundLine['as'], string>;
  place: string;
  placeSaid: (places: string) => string;
  placeHome: (home: string) => string;
  placeTaken: (place: string) => string;
  noPlace: string;
  urgency: string;
  danger: (what: string) => string;
  high: string;
  normal: string;
  join: string;
}

const en: ExplainWords = {
  needsId: 'Name the message that is to be explained: --message ID.',
  noSuchId: (id, file, nearest) => `${file} has no message ${id}. The nearest are: ${nearest.join(', ')}.`,
  noMessages: (file) => `${file} has no messages.`,
  severalChats: (id, chats) => `Several chats have a message ${id}: ${chats.join(', ')}. All of them are shown.`,
  staff: 'staff',
  noWords: '(no words)',
  photo: '[photo]',
  voice: '[voice]',
  made: 'What is made of it',
  nothing: 'nothing: it is not for the office',
  ticket: (what) => `a ticket: ${what}`,
  doubt: (what) => `a question to the staff whether it is a matter: ${what}`,
  tied: (part, opener, summary) => `${part} to the ticket of message ${opener} (${summary})`,
  answers: (opener, summary, settles) =>
    `an answer of the staff to the ticket of message ${opener} (${summary})${settles ? ', which settles it' : ''}`,
  late: (opener, what, part) => `message ${opener} turns out to be a ticket: ${what}; this message is ${part} to it`,
  answerPart: 'an answer of the staff',
  part: {
    addition: 'an addition',
    me_too: '“me too”, added',
    correction: 'a correction',
    chase: 'asking how it stands, tied',
    settled: 'the word that it is settled, tied',
  },
  changes: (what) => `which changes: ${what}`,
  believed: (share, act, ask) =>
    `believed by ${share} to open a matter; a ticket is opened from ${act} on, the staff are asked from ${ask} on`,
  notWeighed: 'how likely it opens a matter was not weighed',
  speaksFor: 'What spoke for it',
  speaksAgainst: 'What spoke against it',
  besides: 'Besides',
  noReasons: 'nothing in it spoke for or against',
  around: 'Lines around it that counted',
  as: {
    in_reply_to: 'it replies to',
    said_before: 'the same person just before',
    notice: 'a notice of the office',
    opened_it: 'the ticket began with',
    last_of_it: 'the last word on that ticket',
  },
  place: 'Where',
  placeSaid: (places) => `the words say ${places}`,
  placeHome: (home) => `the writer lives at ${home}`,
  placeTaken: (place) => `taken: ${place}`,
  noPlace: 'the words name no place',
  urgency: 'How urgent',
  danger: (what) => `an emergency, because of a danger: ${what}`,
  high: 'high: many are without water, power, lift or access, water runs into a flat, or somebody vulnerable is concerned',
  normal: 'normal: no danger is told of, and nobody is cut off',
  join: ', ',
};

const zh: ExplainWords = {
  needsId: '请指明要解释哪条消息：--message 编号。',
  noSuchId: (id, file, nearest) => `${file} 里没有编号为 ${id} 的消息，最接近的有：${nearest.join('、')}。`,
  noMessages: (file) => `${file} 里没有消息。`,
  severalChats: (id, chats) => `有几个群都有编号 ${id}：${chats.join('、')}，下面都列出来。`,
  staff: '员工',
  noWords: '（没有文字）',
  photo: '[图片]',
  voice: '[语音]',
  made: '怎么处理',
  nothing: '不处理：不是找物业的事',
  ticket: (what) => `立一张工单：${what}`,
  doubt: (what) => `先问员工是不是一件事：${what}`,
  tied: (part, opener, summary) => `${part}，并入消息 ${opener} 的工单（${summary}）`,
  answers: (opener, summary, settles) =>
    `员工在答复消息 ${opener} 的工单（${summary}）${settles ? '，说已经办好' : ''}`,
  late: (opener, what, part) => `消息 ${opener} 原来是一件事，立一张工单：${what}；这一句是${part}`,
  answerPart: '员工的答复',
  part: {
    addition: '补充',
    me_too: '说自己也是',
    correction: '更正',
    chase: '催办',
    settled: '说已经好了',
  },
  changes: (what) => `改动：${what}`,
  believed: (share, act, ask) => `是一件新事的把握 ${share}；够 ${act} 立单，够 ${ask} 先问员工`,
  notWeighed: '没有衡量是不是一件新事',
  speaksFor: '支持的理由',
  speaksAgainst: '不支持的理由',
  besides: '另外',
  noReasons: '这句话里没有可作依据的地方',
  around: '参考了前面的话',
  as: {
    in_reply_to: '所回复的',
    said_before: '同一人刚说的',
    notice: '物业的通知',
    opened_it: '工单最初的话',
    last_of_it: '这张工单最近的话',
  },
  place: '地点',
  placeSaid: (places) => `话里说的是 ${places}`,
  placeHome: (home) => `说话人住 ${home}`,
  placeTaken: (place) => `取：${place}`,
  noPlace: '话里没说地点',
  urgency: '紧急程度',
  danger: (what) => `紧急，因为有危险：${what}`,
  high: '加急：整栋整层没水没电没电梯、水进了屋，或牵涉老弱病幼',
  normal: '一般：没说到危险，也没人断了水电或出入',
  join: '，',
};

/** Chinese for every zh locale, else English. */
export const explainWordsFor = (locale: string): ExplainWords => (printedLocale(locale) === 'zh-CN' ? zh : en);

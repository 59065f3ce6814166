import type { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import { dots, lines } from '../layout.ts';
import type { PersonalKind } from '../redact-finder.ts';
import type { HeldLine, RestraintTexts } from './texts.ts';

const kinds: Record<PersonalKind, string> = {
  phone: '电话号码',
  id_card: '证件号',
  bank_card: '银行卡号',
  plate: '车牌号',
  room: '房号',
  email: '邮箱',
  wechat: '微信号',
  name: '姓名',
};
const subjects: Record<Subject, string> = {
  notice: '通知',
  plan: '预案',
  publication: '公示',
  care: '关怀',
  fees: '缴费提醒',
  questionnaire: '问卷',
  consultation: '表决',
  activity: '活动',
  shadow: '旁听',
  incident: '事件',
  faq: '知识库',
};
const purposes: Partial<Record<Purpose, string>> = {
  answer: '答复',
  receipt: '登记回执',
  rating: '评价提醒',
  follow_up: '回访',
  reminder: '提醒',
  survey: '征询',
  introduction: '自我介绍',
  emergency: '紧急消息',
};
const deeds: Record<HeldLine['deed'], string> = {
  postponed: '推迟',
  merged: '并入汇总',
  dropped: '未发',
  told_directly: '改为私聊',
  waits: '等待发送',
};
const reasons: Record<string, string> = {
  quiet_hours: '安静时段',
  budget: '当天条数已满',
  hears_less: '对方要求少发',
  superseded: '已有更新的内容',
  expired: '已过时效',
  stopped: '已撤回',
  released: '经理要求立即发送',
  unreachable: '对方无法送达',
  not_a_member: '机器人不在群里',
  refused: '平台拒收',
  platform_down: '平台没有响应',
  said_elsewhere: '已从另一平台送达',
};
const times = (count: number): string | null => (count > 1 ? `${count} 次` : null);
const line = ({ group, what, deed, reason, until, times: count }: HeldLine): string =>
  `${group || '私聊'}：${dots(what, deeds[deed], restraint.heldReason(reason), until && `到 ${until}`, times(count))}`;

export const restraint = {
  digest: (all, asksReceipt) =>
    lines(
      `物业今天还有 ${all.length} 件事告诉大家：`,
      ...all.map((one, at) => `${at + 1}. ${one}`),
      `想看全文，引用本条回复序号，如“1”。${asksReceipt ? '需要确认的，请回“收到1”这样的一句。' : ''}`,
    ),
  digestReceipt: (number) => `收到${number}`,
  heldReason: (reason) => reasons[reason] ?? '未能送达',
  heldWhat: (subject, purpose) => (subject ? subjects[subject] : (purposes[purpose] ?? '消息')),
  heldNumbered: (subject, number) => `${subjects[subject]}${number}`,
  heldBack: ({ waiting, today, hearLess, more }) =>
    lines(
      waiting.length > 0 && '正在等待：',
      ...waiting.map(line),
      today.length > 0 && '今天没有直接发出的：',
      ...today.map(line),
      more > 0 && `还有 ${more} 条没有列出。`,
      hearLess.length > 0 &&
        `要求少发的居民：${hearLess.map(({ group, persons }) => `${group} ${persons} 人`).join('，')}。`,
      waiting.length > 0 && '要马上发：未发 立即 群名，或 未发 立即 通知3。',
    ),
  heldNothing: () => '今天没有推迟、合并或未发的消息，也没有在等待的。',
  heldSent: (words) => `好的，马上发送等待中的 ${words} 条。`,
  heldUnknown: (said) => `没有在等待的消息属于“${said}”，什么也没有改。发“未发”看现在等着的。`,

  hearsLess: (hasDirectChat, way) =>
    hasDirectChat
      ? '好的，以后您的回执和答复都私聊发给您，问卷和问候不再打扰。想恢复，发“恢复提醒”。'
      : lines('好的，会少打扰您。要把您的回执和答复改为私聊，请先和我私聊一次。想恢复，发“恢复提醒”。', way),
  hearsLessAlready: () => '您已经选择少发，不用再设。想恢复，发“恢复提醒”。',
  hearsMore: () => '好的，已恢复照常提醒。',
  hearsMoreAlready: () => '您现在就是照常提醒，不用恢复。',

  wayToBot: ({ link, name, channel }) => {
    if (link) return `点这里私聊我：${link}`;
    if (channel === 'wechat') return name ? `微信上加“${name}”为好友就能私聊。` : '点我的头像加好友就能私聊。';
    return channel === 'web' ? '在聊天室列表里打开与我的私聊就可以。' : '';
  },
  privateAnswerSent: (code) => `${code} 有答复了，内容涉及隐私，已私聊发给您。`,
  hiddenInGroup: (code, hidden, toldDirectly) =>
    `${code}：群里的答复隐去了${hidden.map((kind) => kinds[kind]).join('、')}，` +
    (toldDirectly ? '完整内容已私聊告知居民。' : '居民还没有和机器人私聊过，请用别的方式告知完整内容。'),
  personalKind: (kind) => kinds[kind],
} satisfies RestraintTexts;

import type { Purpose, Subject } from '../../../prisma/generated/enums.ts';
import { dots, lines } from '../layout.ts';
import type { PersonalKind } from '../redact-finder.ts';
import type { HeldLine, RestraintTexts } from './texts.ts';

const kinds: Record<PersonalKind, string> = {
  phone: '電話號碼',
  id_card: '證件號碼',
  bank_card: '銀行卡號',
  plate: '車牌號碼',
  room: '房號',
  email: '電子郵件',
  wechat: '微信號',
  name: '姓名',
};
const subjects: Record<Subject, string> = {
  notice: '通知',
  plan: '預案',
  publication: '公示',
  care: '關懷',
  fees: '繳費提醒',
  questionnaire: '問卷',
  consultation: '表決',
  activity: '活動',
  shadow: '旁聽',
  incident: '事件',
  faq: '知識庫',
};
const purposes: Partial<Record<Purpose, string>> = {
  answer: '答覆',
  receipt: '登記回條',
  rating: '評價提醒',
  follow_up: '回訪',
  reminder: '提醒',
  survey: '徵詢',
  introduction: '自我介紹',
  emergency: '緊急訊息',
};
const deeds: Record<HeldLine['deed'], string> = {
  postponed: '延後',
  merged: '併入彙整',
  dropped: '未發',
  told_directly: '改為私訊',
  waits: '等待發送',
};
const reasons: Record<string, string> = {
  quiet_hours: '安靜時段',
  budget: '當天則數已滿',
  hears_less: '對方要求少發',
  superseded: '已有更新的內容',
  expired: '已過時效',
  stopped: '已撤回',
  released: '經理要求立即發送',
  unreachable: '對方無法送達',
  not_a_member: '機器人不在群裡',
  refused: '平台拒收',
  platform_down: '平台沒有回應',
  said_elsewhere: '已由另一平台送達',
};
const times = (count: number): string | null => (count > 1 ? `${count} 次` : null);
const line = ({ group, what, deed, reason, until, times: count }: HeldLine): string =>
  `${group || '私訊'}：${dots(what, deeds[deed], restraint.heldReason(reason), until && `到 ${until}`, times(count))}`;

export const restraint = {
  digest: (all, asksReceipt) =>
    lines(
      `物業今天還有 ${all.length} 件事告訴大家：`,
      ...all.map((one, at) => `${at + 1}. ${one}`),
      `想看全文，引用本則回覆序號，如「1」。${asksReceipt ? '需要確認的，請回「收到1」這樣的一句。' : ''}`,
    ),
  digestReceipt: (number) => `收到${number}`,
  heldReason: (reason) => reasons[reason] ?? '未能送達',
  heldWhat: (subject, purpose) => (subject ? subjects[subject] : (purposes[purpose] ?? '訊息')),
  heldNumbered: (subject, number) => `${subjects[subject]}${number}`,
  heldBack: ({ waiting, today, hearLess, more }) =>
    lines(
      waiting.length > 0 && '正在等待：',
      ...waiting.map(line),
      today.length > 0 && '今天沒有直接發出的：',
      ...today.map(line),
      more > 0 && `還有 ${more} 則沒有列出。`,
      hearLess.length > 0 &&
        `要求少發的居民：${hearLess.map(({ group, persons }) => `${group} ${persons} 人`).join('，')}。`,
      waiting.length > 0 && '要馬上發：未發 立即 群名，或 未發 立即 通知3。',
    ),
  heldNothing: () => '今天沒有延後、合併或未發的訊息，也沒有在等待的。',
  heldSent: (words) => `好的，馬上發送等待中的 ${words} 則。`,
  heldUnknown: (said) => `沒有在等待的訊息屬於「${said}」，什麼也沒有改。發「未發」看現在等著的。`,

  hearsLess: (hasDirectChat, way) =>
    hasDirectChat
      ? '好的，以後您的回條和答覆都私訊發給您，問卷和問候不再打擾。想恢復，發「恢復提醒」。'
      : lines('好的，會少打擾您。要把您的回條和答覆改為私訊，請先和我私訊一次。想恢復，發「恢復提醒」。', way),
  hearsLessAlready: () => '您已經選擇少發，不用再設。想恢復，發「恢復提醒」。',
  hearsMore: () => '好的，已恢復照常提醒。',
  hearsMoreAlready: () => '您現在就是照常提醒，不用恢復。',

  wayToBot: ({ link, name, channel }) => {
    if (link) return `點這裡私訊我：${link}`;
    if (channel === 'wechat') return name ? `微信上加「${name}」為好友就能私訊。` : '點我的頭像加好友就能私訊。';
    return channel === 'web' ? '在聊天室列表裡打開與我的私訊就可以。' : '';
  },
  privateAnswerSent: (code) => `${code} 有答覆了，內容涉及隱私，已私訊發給您。`,
  hiddenInGroup: (code, hidden, toldDirectly) =>
    `${code}：群裡的答覆隱去了${hidden.map((kind) => kinds[kind]).join('、')}，` +
    (toldDirectly ? '完整內容已私訊告知居民。' : '居民還沒有和機器人私訊過，請用別的方式告知完整內容。'),
  personalKind: (kind) => kinds[kind],
} satisfies RestraintTexts;

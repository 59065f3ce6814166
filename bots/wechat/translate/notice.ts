import type { Said } from '../said.ts';
import { attribute, inner, words, type Xml } from './xml.ts';

type Nothing = Extract<Said, { kind: 'nothing' }>;

/** A name as the platform quotes it in what it says itself; nobody types that around everybody's name. */
const NAME = '["“][^"”\\n]+["”]';

/** Notices of the platform that reach us looking like somebody's words, recognised only as a whole. */
const NOTICES: readonly { why: string; says: RegExp }[] = [
  { why: 'red_packet', says: /^(?:收到|发出|收到了?|發出)(?:红包|紅包)，[请請]在手[机機]上查看$/ },
  { why: 'red_packet', says: /^Red packet (?:received|sent)\. (?:View|Check) on (?:your )?phone\.?$/i },
  { why: 'transfer', says: /^(?:收到|发出|發出)?(?:转账|轉帳|群收款)(?:消息|訊息)?，[请請]在手[机機]上查看$/ },
  { why: 'pat', says: new RegExp(`^(?:${NAME}|我) ?拍了拍 ?(?:${NAME})[^\\n]{0,40}$`) },
  { why: 'pat', says: new RegExp(`^${NAME} ?拍了拍 ?(?:我|自己)[^\\n]{0,40}$`) },
  { why: 'pat', says: new RegExp(`^(?:${NAME}|I) tickled (?:${NAME}|me|myself)[^\\n]{0,40}$`, 'i') },
  { why: 'system', says: new RegExp(`^(?:${NAME}|你) ?(?:撤回了一条消息|收回了一則訊息|has recalled a message\\.?)$`) },
  { why: 'system', says: new RegExp(`^(?:${NAME}|你)邀[请請](?:${NAME}|你).{0,80}加入了?群[聊組]`) },
  { why: 'system', says: new RegExp(`^${NAME}通[过過][扫掃]描.{0,80}二[维維][码碼]加入`) },
  { why: 'system', says: new RegExp(`^(?:${NAME}|你)[将將](?:${NAME}|你)移出了?群`) },
  { why: 'system', says: new RegExp(`^(?:${NAME}|你)修改群名[为為]${NAME}$`) },
  { why: 'system', says: new RegExp(`^${NAME} invited (?:${NAME}|you) to the group chat`, 'i') },
  {
    why: 'system',
    says: /^收到一[条條](?:视频|視頻|网络)?\/?(?:语音|語音)?(?:聊天|通话|通話)(?:消息|訊息)?，[请請]在手[机機]上查看$/,
  },
];

/** Why a text is nothing that anybody wrote; null when it is. */
export function noticeIn(text: string): Nothing | null {
  const found = text.length > 400 ? undefined : NOTICES.find((notice) => notice.says.test(text.trim()));
  return found ? nothing(found.why) : null;
}

/** Of a message that the platform itself is known to have written. */
export function platformNotice(text: string): Nothing {
  const recognised = noticeIn(text);
  if (recognised) return recognised;
  if (/[红紅]包|red packet/i.test(text)) return nothing('red_packet');
  if (/[转轉][账帳]|群收款/.test(text)) return nothing('transfer');
  if (/拍了拍|tickled/.test(text)) return nothing('pat');
  return nothing(text.trim() === '' ? 'unknown' : 'system');
}

/** A message of the platform's as XML (`sysmsg`): somebody took a message back, nudged somebody, joined, … */
export function systemMessage(sysmsg: Xml): Said {
  const recall = inner(sysmsg, 'revokemsg');
  if (recall) {
    // `msgid` counts within the device where there is a `newmsgid`, and is the message's own id where there is none.
    const messageId = words(recall, 'newmsgid') || words(recall, 'msgid');
    return isId(messageId) ? { kind: 'recall', messageId } : nothing('system');
  }
  return nothing(attribute(sysmsg, 'type') === 'pat' || inner(sysmsg, 'pat') ? 'pat' : 'system');
}

/** What a message of the type "recalled" says: puppets give the id of what was taken back, or the platform's XML. */
export function recalledMessage(text: string): Said {
  const messageId = text.trim();
  return isId(messageId) ? { kind: 'recall', messageId } : platformNotice(text);
}

function isId(text: string): boolean {
  return /^[\w@.:|=+/-]{1,200}$/.test(text) && !/^0+$/.test(text);
}

function nothing(why: string): Nothing {
  return { kind: 'nothing', why };
}

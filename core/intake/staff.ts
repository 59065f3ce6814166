import { analyse } from './analysis.ts';
import { shareGrams } from './features.ts';
import { parsePlaces } from './place/parse-places.ts';
import type { Act, GroupContext, HeardMessage, KnownMatter } from './understanding.ts';

const MINUTE = 60_000;
/** A message to all, not an answer to somebody. */
const announcement =
  /【[^】]{0,12}(?:通知|公告|提示|预告|提醒)】|各位(?:业主|住户|邻居)[^。]{0,30}(?:通知|公告|提醒|预告)|^(?:notice|announcement|reminder)\b/;
const mended =
  /恢复|修好|换好|已换|换了|通了|弄好|搞掂|清了|清理完|送电|送上|已处理|处理好|已经处理完|解决|正常了|可以正常|亮了|补清|挪走了|挪开|出来了|已灭|拉走了|带到派出所|装好|铲了|没问题|fixed|repaired|restored|back on|back up|working again|resolved|sorted|cleared|replaced|completed|all clear|done now|is out safely|are out safely/;
/** Said of what is yet to come. */
const later =
  /正在|马上|会(?:尽快)?|明天|下午|晚点|稍后|预计|争取|在路上|还没|没恢复|等|will|tomorrow|shortly|on (?:the|their) way|soon|expected|being|should be/;

/**
 * What a word of the staff in the residents' group does: it answers the matter it replies to, else one whose reporter it
 * names, whose place or thing it speaks of, else the newest that still waits, if it is not older than twenty minutes. An
 * announcement answers nothing. `settles` when it says that the thing is mended.
 */
export function understandStaff(message: HeardMessage, context: GroupContext): Act[] {
  const said = analyse(message.text);
  if (said.size === 0) return [];
  const settles = mended.test(said.text) && !later.test(said.text);
  const answer = (matter: KnownMatter): Act => ({ kind: 'answer', matterId: matter.id, settles });
  const replied = message.replyToId
    ? context.matters.find(({ messages }) => messages.includes(message.replyToId ?? ''))
    : undefined;
  if (replied) return [answer(replied)];
  if (announcement.test(said.text)) return [];

  const nameOf = new Map<string, string>();
  for (const { senderId, senderName } of context.recent) if (senderId !== null) nameOf.set(senderId, senderName);
  const [place] = parsePlaces(message.text, context.setting);
  const open = context.matters.filter(({ settledAt }) => settledAt === null);
  const points = (matter: KnownMatter): number => {
    const about = analyse(matter.summary);
    const minutes = (message.at.getTime() - matter.lastMessageAt.getTime()) / MINUTE;
    const named = matter.reporterIds.some((id) => {
      const name = nameOf.get(id)?.toLowerCase();
      return name !== undefined && name.length > 1 && said.text.includes(name);
    });
    const things = [...said.things].filter((thing) => thing !== 'office' && about.things.has(thing)).length;
    const there =
      place?.building && place.building === matter.place.building
        ? place.unit && place.unit === matter.place.unit
          ? 3
          : 2
        : 0;
    const elsewhere = place?.building && matter.place.building && place.building !== matter.place.building ? -4 : 0;
    const last = context.recent.at(-1);
    const right = last !== undefined && matter.messages.includes(last.id) && minutes <= 60 ? 1 : 0;
    return (
      (named ? 4 : 0) +
      1.5 * Math.min(2, things) +
      Math.min(2, shareGrams(said, about)) +
      there +
      elsewhere +
      right +
      (minutes <= 20 ? 1.5 : minutes <= 90 ? 0.5 : 0)
    );
  };
  const [best] = open.map((matter) => ({ matter, points: points(matter) })).sort((a, b) => b.points - a.points);
  return best && best.points >= 2.5 ? [answer(best.matter)] : [];
}

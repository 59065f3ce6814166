import type { Analysis } from './analysis.ts';

/** A message to all, not an answer to somebody. */
const announcement =
  /【[^】]{0,12}(?:通知|公告|提示|预告|提醒)】|各位(?:业主|住户|邻居)[^。]{0,30}(?:通知|公告|提醒|预告)|^(?:notice|announcement|reminder)\b/;
/** Longer than what is said to one person. */
const FOR_ALL = 120;
const mended =
  /恢复|修好|换好|已换|换了|通了|弄好|搞掂|清了|清理完|送电|送上|已处理|处理好|已经处理完|解决|正常了|可以正常|亮了|补清|挪走了|挪开|出来了|已灭|拉走了|带到派出所|装好|铲了|没问题|fixed|repaired|restored|back on|back up|working again|resolved|sorted|cleared|replaced|completed|all clear|done now|is out safely|are out safely/;
/** Said of what is yet to come. */
const later =
  /正在|马上|会(?:尽快)?|明天|下午|晚点|稍后|预计|争取|在路上|还没|没恢复|等|will|tomorrow|shortly|on (?:the|their) way|soon|expected|being|should be/;

/** A word of the staff that is said to all, and answers nobody. */
export const isAnnouncement = ({ text }: Analysis): boolean => announcement.test(text) || text.length > FOR_ALL;

/** Staff say that it is mended, and not only that it will be. */
export const saysMended = ({ text }: Analysis): boolean => mended.test(text) && !later.test(text);

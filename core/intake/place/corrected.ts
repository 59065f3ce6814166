import type { GroupSetting } from '../understanding.ts';
import type { SaidPlace } from './parse-places.ts';

const slip =
  /说错|打错|敲错|写错|讲错|手快|手滑|更正|纠正|搞错|搞混|打太快|(?<!是)不是\s*\S{1,6}\s*是|(?<!是)不是(?=\s*[\d一二三四五六七八九十])|唔系|\b(?:sorry|correction|i mean|typo|wrong)\b/i;
const bareNumber =
  /(?:说错|打错|敲错|写错|讲错|手快|手滑|更正|correction|typo|wrong)[^\d\n]{0,8}(?<n>\d{1,4}[a-h]?)(?![\d:.])/i;

/**
 * The places of a text with what its writer took back left out: "9栋 … 说错了 是6栋" is in 6, "8-1-604 … 打错 605" in 605. As they are where
 * nothing is taken back.
 */
export function corrected(text: string, said: readonly SaidPlace[], { buildings }: GroupSetting): readonly SaidPlace[] {
  const at = slip.exec(text)?.index;
  if (at === undefined) return said;
  // "3座 不是2座": what it is not is left out.
  const meant = said.filter((place) => !/(?:(?<!是)不是|唔系|\bnot)\s*$/i.test(text.slice(0, place.at)));
  if (meant.length > 0 && meant.length < said.length) return meant.length > 1 ? meant.slice(-1) : meant;
  const last = said.at(-1);
  if (last?.building && last !== said[0] && /(?:^|[^不\p{Script=Han}])是\s*$/u.test(text.slice(0, last.at)))
    return [last];
  const before = said.filter((place) => place.at < at);
  const [first] = before;
  if (!first) return said;
  // "不是7栋，是11栋": the last one counts.
  const after = said.filter((place) => place.at > at && place.building !== null && place.building !== first.building);
  const better = after.at(-1);
  if (better) return [{ ...better, unit: better.unit ?? first.unit, room: better.room }];
  const number = bareNumber.exec(text)?.groups?.n;
  if (number === undefined) return said;
  if (number.length >= 3 && first.room !== null) return [{ ...first, room: number.toUpperCase() }];
  return number.length < 3 && buildings.includes(number) ? [{ ...first, building: number }] : said;
}

/** Whether two buildings are named as the ends of where it is: "4栋和5栋中间", "9号楼到12号楼那截", "由2座到会所". */
export function isBetween(text: string, said: readonly SaidPlace[]): boolean {
  const [one, two] = said.filter(({ building }) => building !== null);
  if (!one) return false;
  if (two && two.building !== one.building) {
    const link = text.slice(one.to ?? one.at, two.at);
    if (link.length <= 4 && /^\s*(?:到|至|[跟和与同、转去]{1,3})\s*/.test(link)) {
      const after = text.slice(two.to ?? two.at, (two.to ?? two.at) + 8);
      if (/^\s*(?:中间|之间|后|前|那|楼顶|嗰|之|$)/.test(after) || /[到至转]/.test(link)) return true;
    }
  }
  const span = /\bbetween\s+(?<a>\w{1,3})\s+and\s+(?<b>\d{1,2}|[A-Z])\b/.exec(text)?.groups;
  if (span && [span.a, span.b].includes(one.building ?? '') && span.b?.length === span.a?.length) return true;
  const before = text.slice(Math.max(0, one.at - 8), one.at);
  const after = text.slice(one.to ?? one.at, (one.to ?? one.at) + 6);
  return (
    /(?:从|由)[^,，。\n]{0,6}(?:到|至)\s*$/.test(before) ||
    (/(?:从|由)\s*$/.test(before) && /^\s*(?:到|至)/.test(after))
  );
}

import type { Role } from '../../prisma/generated/enums.ts';
import { simplify } from '../text/simplify.ts';
import type { StaffMember } from './charge.ts';

const byRole: [Role, RegExp][] = [
  ['cleaning', /保洁|清洁工|清洁阿姨|清洁师傅|扫地|环卫|cleaners?|cleaning (?:lady|staff|team)/i],
  ['security', /保安|门卫|安保|门岗|巡逻|security|guards?|doorman/i],
  ['greening', /绿化|园丁|园林|gardeners?/i],
  [
    'maintenance',
    /维修|修理|水电工|电工|水工|工程部|师傅|technicians?|repair ?m[ae]n|plumbers?|electricians?|handyman/i,
  ],
  ['customer_service', /客服|管家|前台|customer service|front desk|reception(?:ist)?/i],
  ['manager', /经理|主任|managers?/i],
];
const titles = '(?:师傅|工(?!作|程)|姐|哥|经理|主管|主任|阿姨|叔|队长|老师|大姐|大哥)';

const outright =
  /^(?:我们?|大家|真的?)?(?:必须|一定|特别)?(?:要|想|来)?(?:点名)?(?:表扬|夸夸|夸一夸|夸一下)|^(?:我们?|大家|真的?)?(?:必须|一定)?(?:要|想|来)?[给为]\S{1,12}?点(?:一?个)?(?:大大的)?赞|^(?:kudos|(?:a )?(?:big )?shout-?\s?out|hats off) to\b/iu;
/** It goes on, or is meant otherwise. */
const butAlso =
  /但|可是|不过|只是|投诉|坏|漏|停水|停电|堵|脏|吵|臭|没|不|差|呵呵|才怪|[?？]|\bbut\b|\bnot?\b|n['’]t\b|broken|never/iu;

/** Whether somebody says in so many words that they praise, and nothing that may be meant otherwise: "表扬王姐", "给李师傅点赞". */
export function isOutrightPraise(text: string): boolean {
  const said = simplify(text.trim());
  return outright.test(said) && !butAlso.test(said);
}

/**
 * Whom of the staff a resident praises, by the plainest sign: a name, or a surname with a title (李师傅) that only one of them has; else
 * whoever's message is replied to; else the only one of a trade (保洁阿姨), where several share it the one of the building. Nobody where it
 * cannot be told.
 */
export function praisedIn(
  text: string,
  staff: readonly StaffMember[],
  around: { building: string | null; repliedToId: string | null },
): StaffMember[] {
  const said = simplify(text);
  const named = staff.filter(({ name }) => isNamed(said, name));
  if (named.length > 0) return named;
  const titled = staff.filter(({ name }) => {
    const surname = /^\p{Script=Han}/u.exec(simplify(name))?.[0];
    return (
      surname !== undefined &&
      new RegExp(`(?:${surname}${titles}|[小老]${surname}(?!\\p{Script=Han}{2}))`, 'u').test(said)
    );
  });
  if (titled.length === 1) return titled;
  const repliedTo = staff.find(({ personId }) => personId === around.repliedToId);
  if (repliedTo) return [repliedTo];
  for (const [role, words] of byRole) {
    if (!words.test(said)) continue;
    const ofTrade = staff.filter(({ grants }) => grants.some((grant) => grant.role === role));
    const ofBuilding = ofTrade.filter(({ grants }) =>
      grants.some((grant) => grant.role === role && grant.building !== null && grant.building === around.building),
    );
    const [only, ...others] = ofBuilding.length > 0 ? ofBuilding : ofTrade;
    return only && others.length === 0 ? [only] : [];
  }
  return [];
}

function isNamed(said: string, name: string): boolean {
  const plain = simplify(name.trim());
  if (/^\p{Script=Han}{2,}$/u.test(plain)) return said.includes(plain);
  if (!/^[\p{Script=Latin}][\p{Script=Latin} .'-]+$/u.test(plain)) return false;
  return new RegExp(`(?<![\\p{L}])${plain.replaceAll('.', '\\.')}(?![\\p{L}])`, 'iu').test(said);
}

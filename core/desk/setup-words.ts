import type { Audience, Role } from '../../prisma/generated/enums.ts';

const audiences: [RegExp, Audience][] = [
  [/^(?:residents?|居民群?|业主群?|業主群?|住戶群?|住户群?)$/i, 'residents'],
  [/^(?:staff|客服群?|员工群?|員工群?|工作群?)$/i, 'staff'],
  [/^(?:managers?|经理群?|經理群?|管理群?)$/i, 'managers'],
];

const roles: [RegExp, Role][] = [
  [/^(?:customer[_ ]?service|客服)$/i, 'customer_service'],
  [/^(?:maintenance|维修|維修|工程)$/i, 'maintenance'],
  [/^(?:security|安保|保安|保全)$/i, 'security'],
  [/^(?:cleaning|保洁|保潔|清洁|清潔)$/i, 'cleaning'],
  [/^(?:greening|gardening|绿化|綠化|園藝|园艺)$/i, 'greening'],
  [/^(?:manager|(?:物业|物業)?(?:经理|經理))$/i, 'manager'],
  [/^(?:supervisor|(?:监督|監督)(?:小组|小組)?)$/i, 'supervisor'],
  [/^(?:committee|业委会|業委會|居委会|居委會|管委會|管委会)$/i, 'committee'],
  [/^(?:contractor|外包|外判)$/i, 'contractor'],
];

/** `residents 3,4`, `居民 3栋、4栋`, `managers`; null when no audience is named. */
export function readLink(rest: string): { audience: Audience; buildings: string[] } | null {
  const [word = '', ...more] = rest.trim().split(/[\s:：]+/);
  const audience = audiences.find(([pattern]) => pattern.test(word))?.[1];
  if (!audience) return null;
  return { audience, buildings: audience === 'residents' ? readBuildings(more.join(' ')) : [] };
}

/** `维修 3,4`, `customer service`; null when no role is named. */
export function readRole(rest: string): { role: Role; buildings: string[] } | null {
  const words = rest.trim().split(/[\s:：]+/);
  // The longest name first: "customer service" is two words.
  for (const length of [2, 1]) {
    const said = words.slice(0, length).join(' ');
    const role = roles.find(([pattern]) => pattern.test(said))?.[1];
    if (role) return { role, buildings: readBuildings(words.slice(length).join(' ')) };
  }
  return null;
}

/** "3,4", "3栋、4栋", "A座 B座": labels without suffix, capitals, each once, in the order given. */
export function readBuildings(text: string): string[] {
  const labels = text
    .normalize('NFKC')
    .split(/[\s,，、;；和]+/)
    .map((part) => part.replace(/^(?:building|bldg|block|tower)\.?/i, '').replace(/(?:号楼|號樓|栋|棟|幢|座|#)$/, ''))
    .map((label) => label.toUpperCase())
    .filter((label) => /^[0-9A-Z-]{1,6}$/.test(label));
  return [...new Set(labels)];
}

import type { Danger } from '../../intake/danger/signs.ts';
import { simplify } from '../../text/simplify.ts';

/** The emergencies for which plans are shipped (P8f). */
export const planKinds = ['fire', 'gas', 'lift', 'flood', 'power', 'water', 'storm', 'crime'] as const;
export type PlanKind = (typeof planKinds)[number];

const said: Record<PlanKind, RegExp> = {
  fire: /^(?:火[灾災]|失火|着火|起火|火警|消防|fire)$/,
  gas: /^(?:燃气(?:泄漏)?|煤气(?:泄漏)?|天然气|瓦斯|漏气|gas(?: leak)?)$/,
  lift: /^(?:电梯(?:困人|故障)?|困人|困梯|升降机|lift|elevator|trapped(?: in (?:the )?lift)?)$/,
  flood: /^(?:暴雨|内涝|积水|水浸|淹水|洪水|防汛|flood|heavy rain)$/,
  power: /^(?:停电|断电|power(?: cut)?|outage|blackout)$/,
  water: /^(?:停水|断水|爆管|水管爆裂|water(?: cut)?|burst pipe)$/,
  storm: /^(?:台风|大风|风暴|storm|typhoon)$/,
  crime: /^(?:治安|暴力|打架|抢劫|可疑人员|crime|violence|police)$/,
};

/** The kind that people call so, in either script or in English; null for a name of the estate's own. */
export function planKindOf(name: string): PlanKind | null {
  const plain = simplify(name.normalize('NFKC')).trim().toLowerCase();
  return planKinds.find((kind) => kind === plain || said[kind].test(plain)) ?? null;
}

const ofDanger: Partial<Record<Danger, PlanKind>> = {
  'fire or smoke': 'fire',
  'gas in the air': 'gas',
  'somebody shut in a lift': 'lift',
  'a main pipe burst': 'water',
  violence: 'crime',
};

/** The plan that fits a danger; null where somebody has to decide. */
export const planForDanger = (danger: Danger): PlanKind | null => ofDanger[danger] ?? null;

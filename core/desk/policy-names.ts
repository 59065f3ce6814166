import { lineFor, type Matter } from '../policy/limits.ts';
import type { LimitPurpose, Policy } from '../policy/policy.ts';

/** Where something stands in a policy. */
type Path = readonly string[];
type Find = (policy: Policy) => Path | null;

const within =
  (purpose: LimitPurpose, matter: Partial<Matter> = {}): Find =>
  (policy) => {
    const whole: Matter = { kind: 'repair', area: 'other', urgency: 'normal', ...matter };
    const found = lineFor(policy, purpose, whole);
    return found && ['limits', found.name, 'within'];
  };
const at =
  (...path: string[]): Find =>
  () =>
    path;

/** How people call what a policy sets, in Simplified characters and English, with where it stands. */
const names: readonly [readonly string[], Find][] = [
  [['紧急情况', '紧急', 'emergency', 'emergencies'], within('first_response', { urgency: 'emergency' })],
  [['投诉', 'complaint', 'complaints'], within('first_response', { kind: 'complaint' })],
  [['建议', 'suggestion', 'suggestions'], within('first_response', { kind: 'suggestion' })],
  [['咨询', '询问', 'inquiry', 'inquiries', 'question'], within('first_response', { kind: 'inquiry' })],
  [['报修', '维修', 'repair', 'repairs'], within('first_response', { kind: 'repair' })],
  [['加急报修', '加急维修', 'urgent repair'], within('first_response', { kind: 'repair', urgency: 'high' })],
  [['表扬', 'praise'], within('first_response', { kind: 'praise' })],
  [['没解决', '未解决', '重开', 'reopened'], within('reopened')],
  [['进展', 'progress'], within('progress')],
  [['报修办结', '报修完成', 'repair done'], within('resolution', { kind: 'repair' })],
  [['投诉办结', '投诉处理完', 'complaint done'], within('resolution', { kind: 'complaint' })],
  [['转交', '接手', 'passing'], at('passing', 'acceptWithin')],
  [['道歉', '新时限', 'breach'], at('breach', 'newDateWithin')],
  [['回访', 'follow-up', 'follow up'], at('followUps', 'after')],
  [['自动关闭', 'closing'], at('closing', 'closeUnansweredAfter')],
  [['安静时间', '免打扰时间', '免打扰', 'quiet hours'], at('calendar', 'quietHours')],
];

const byName = new Map(names.flatMap(([said, find]) => said.map((name) => [name, find] as const)));

/** All names that people may use. */
export const policyNames: readonly string[] = [...byName.keys()].toSorted((a, b) => b.length - a.length);

/** Where in the policy that stands which people call so; null for a name that is none. */
export const pathOfName = (name: string, policy: Policy): Path | null => byName.get(name)?.(policy) ?? null;

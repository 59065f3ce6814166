import type { Role } from '../../../prisma/generated/enums.ts';
import { simplify } from '../../text/simplify.ts';
import { readFields } from '../fields.ts';

/** What somebody wants of the emergency plans. */
export type PlanOrder =
  | { kind: 'list' | 'unclear' }
  | { kind: 'show'; name: string }
  /** `said` is the name, and what follows it. */
  | { kind: 'start'; said: string }
  | {
      kind: 'change';
      name: string;
      /** In the community's language. */
      text?: string;
      texts: Record<string, string>;
      steps?: string[];
      calls?: Role[];
    }
  | { kind: 'no_role'; said: string };

const names = {
  text: ['内容', '內容', '正文', 'text', 'content'],
  en: ['英文', 'english', 'en'],
  tw: ['繁体', '繁體', 'zh-tw'],
  steps: ['步骤', '步驟', '处置', '處置', 'steps'],
  calls: ['呼叫', '叫', '通知谁', 'calls', 'call'],
};
const roles: [RegExp, Role][] = [
  [/^(?:客服|前台|customer service|service)$/, 'customer_service'],
  [/^(?:维修|工程|maintenance)$/, 'maintenance'],
  [/^(?:安保|保安|保全|security|guards?)$/, 'security'],
  [/^(?:保洁|清洁|cleaning|cleaners?)$/, 'cleaning'],
  [/^(?:绿化|园艺|gardening|gardeners?|greening)$/, 'greening'],
  [/^(?:经理|物业经理|manager|managers)$/, 'manager'],
];

/** Reads what follows `预案`: nothing · `火灾` · `启动 火灾 3栋` · `火灾` with lines `内容：…`, `步骤：…`, `呼叫：安保 维修`. */
export function readPlanOrder(rest: string): PlanOrder {
  const said = rest.trim();
  if (/^(?:列表|list|)$/i.test(said)) return { kind: 'list' };
  const started = /^(?:启动|啟動|start)[\s:：]+(.+)$/is.exec(said)?.[1];
  if (started !== undefined) return { kind: 'start', said: started };
  const plain = said.replace(/^(?:新增|add)[\s:：]+/i, '');
  // "火灾 内容：…" on one line is the same as on two.
  const field =
    /^(\S+(?: \S+)?)[\s]+(?=(?:内容|內容|正文|步骤|步驟|处置|處置|呼叫|英文|繁体|繁體|text|steps|calls?|english|zh-tw)\s*[:：])/i;
  const { body, fields, unknown } = readFields(plain.replace(field, '$1\n'), names, ['text', 'en', 'tw', 'steps']);
  if (body === '' || body.includes('\n') || unknown.length > 0) return { kind: 'unclear' };
  if (Object.keys(fields).length === 0) return { kind: 'show', name: body };
  const calls: Role[] = [];
  for (const word of words(fields.calls ?? '')) {
    const role = roles.find(([pattern]) => pattern.test(word))?.[1];
    if (!role) return { kind: 'no_role', said: word };
    if (!calls.includes(role)) calls.push(role);
  }
  const steps = (fields.steps ?? '')
    .split(/[\n;；]/)
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.、)）]|[-·•])\s*/, '').trim())
    .filter(Boolean);
  return {
    kind: 'change',
    name: body,
    ...(fields.text ? { text: fields.text } : {}),
    texts: { ...(fields.en ? { en: fields.en } : {}), ...(fields.tw ? { 'zh-TW': fields.tw } : {}) },
    ...(steps.length > 0 ? { steps } : {}),
    ...(calls.length > 0 ? { calls } : {}),
  };
}

const words = (text: string): string[] =>
  simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace('customer service', '客服')
    .split(/[\s,、;]+/)
    .filter(Boolean);

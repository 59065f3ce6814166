import type { MistakeTexts, Said } from '../../text/policy/mistake-texts.ts';

/** Where something stands in a policy: `['limits', 'repair-answer', 'within']`. */
export type PolicyPath = readonly (string | number)[];

export type Saying = (texts: MistakeTexts) => Said;

/** What is wrong or doubtful in a policy, and what would mend it. */
export interface Flaw {
  path: PolicyPath;
  /** In the words of a language. */
  said: Saying;
  /** The name itself is wrong, and not what stands under it. */
  isName?: boolean;
  /** Where it may come from when a file does not hold `path` itself. */
  related?: readonly PolicyPath[];
}

/** As people write it: `calendar.week.mon[1]`. Empty for the whole. */
export const pathText = (path: PolicyPath): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${key}`)).join('');

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export function valueAt(document: unknown, path: PolicyPath): unknown {
  let value = document;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)] as unknown;
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Whether one of the paths leads to the other or below it. */
export const onePath = (a: PolicyPath, b: PolicyPath): boolean =>
  a.slice(0, b.length).every((key, i) => String(key) === String(b[i]));

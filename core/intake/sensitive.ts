import type { Analysis } from './analysis.ts';
import type { Area, Kind } from './understanding.ts';

const personal =
  /离婚|前夫|前妻|身份证|银行卡|工资|病历|欠费|欠款|起诉|退费|押金.*没退|什么时候退|家暴|隐私|监控.*隐私|divorce|ex-husband|ex-wife|medical|arrears|owe|lawsuit|my bank/;

/**
 * Whether a matter is to be carried on in private (P9b): a quarrel with somebody who can be told, personal data, money
 * owed. General noise without a neighbour that can be told is not.
 */
export function isSensitive({ text, concepts }: Analysis, kind: Kind, area: Area): boolean {
  if (personal.test(text)) return true;
  return kind === 'complaint' && area === 'neighbours' && concepts.has('upstairs');
}

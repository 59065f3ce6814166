import { readCode } from '../../tickets/code.ts';
import type { IncidentDeed } from '../../text/incidents/texts.ts';
import { parseCommand } from '../command.ts';
import { fold } from '../fold.ts';
import type { StaffVerb } from '../verb.ts';

/** What is to be done with an incident that is known already: by its number, or because its card is replied to. */
export type OrderFor =
  | { kind: 'show' }
  | { kind: 'deed'; deed: IncidentDeed; text: string }
  | { kind: 'in' | 'out'; code: string }
  | { kind: 'apart' };

/** `how`: it cannot be read. */
export type IncidentOrder = { kind: 'list' } | { kind: 'how' } | (OrderFor & { number: number });

const deeds: Partial<Record<StaffVerb, IncidentDeed>> = {
  take: 'take',
  answer: 'answer',
  progress: 'answer',
  promise: 'promise',
  done: 'done',
};
const moves: readonly ['in' | 'out', RegExp][] = [
  ['in', /^(?:加入|并入|併入|加|add\b)[\s:,#]*/u],
  ['out', /^(?:移出|拆出|移除|remove\b|split off\b)[\s:,#]*/u],
];
const apart = /^(?:解散|拆分|不是同一件事|不是一件事|dissolve|not one incident|not one)[。.!~\s]*$/u;

/** Reads what follows 事件: nothing, a number, a number with what is to be done. */
export function readIncidentOrder(rest: string): IncidentOrder {
  if (/^[\s。.!~]*$/.test(rest)) return { kind: 'list' };
  const numbered = /^[\s:,#]*(\d{1,4})[\s:,]*/.exec(fold(rest));
  if (!numbered) return { kind: 'how' };
  const number = Number(numbered[1]);
  const text = rest.slice(numbered[0].length).trim();
  if (/^[。.!~\s]*$/.test(fold(text))) return { kind: 'show', number };
  const order = readOrderFor(text);
  return order ? { ...order, number } : { kind: 'how' };
}

/**
 * Reads what is to be done with one incident: `办结 换了水泵`, `移出 A7K2`, `不是同一件事`. Null for free words, for words about one ticket, and
 * for what is done with one ticket only.
 */
export function readOrderFor(text: string): OrderFor | null {
  const said = fold(text.trim());
  if (apart.test(said)) return { kind: 'apart' };
  for (const [kind, word] of moves) {
    const begins = word.exec(said);
    const code = begins && readCode(said.slice(begins[0].length));
    if (begins && code && /^[a-z0-9]{4,6}[。.!~\s]*$/.test(said.slice(begins[0].length))) return { kind, code };
  }
  const command = parseCommand(text, { strict: false });
  if (command.kind !== 'command' || command.code !== null) return null;
  const deed = deeds[command.verb];
  return deed ? { kind: 'deed', deed, text: command.rest } : null;
}

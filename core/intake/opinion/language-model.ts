import type { Prompt } from './prompt.ts';

/** Why a server gave no answer. */
export type NoAnswer =
  /** It had not answered, or not wholly, when the time was over. */
  | 'late'
  /** The connection could not be made, or broke. */
  | 'unreachable'
  /** It turned the question away: a wrong key, a wrong address, a redirect. */
  | 'refused'
  /** It has too much to do, or a fault of its own. */
  | 'busy'
  /** What it sent is longer than any answer. */
  | 'too_long'
  /** What it sent is no answer: cut off, withheld, a call of a tool, another format. */
  | 'misfit';

export type ModelReply =
  | { kind: 'said'; content: string }
  | { kind: 'failed'; why: NoAnswer; /** The HTTP status, where there was one. */ status: number | null };

/** Asked for an opinion. What it says is as little to be trusted as what residents write. */
export interface LanguageModel {
  /** As its server calls it. */
  name: string;
  /** Never throws; has answered or failed when `withinMs` is over. */
  ask(prompt: Prompt, withinMs: number): Promise<ModelReply>;
}

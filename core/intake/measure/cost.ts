import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Model, weightsOf } from '../model/model.ts';
import { entriesOf } from '../model/tables.ts';
import type { NamedChat } from '../model/read-training.ts';
import { replayChat } from '../replay/replay-chat.ts';
import type { Understand } from '../understanding.ts';

const BEST_OF = 5;

/**
 * What one message costs, in microseconds of one core's work, as the best of five replays of all chats after one to warm up; replaying them is
 * in it. Analyses of texts are remembered for a while, so each replay is of words that differ from the last by spaces at their end:
 * nothing that a running desk would have to work out is remembered from the replay before. NaN of chats without messages.
 */
export function microsecondsPerMessage(chats: readonly NamedChat[], understands: Understand): number {
  const count = chats.reduce((sum, { messages }) => sum + messages.length, 0);
  const costs = Array.from({ length: 1 + BEST_OF }, (_, round) => {
    const fresh = chats.map(({ setting, messages }, at) => ({
      setting,
      messages: messages.map((one) => ({
        ...one,
        id: `${at} ${one.id}`,
        replyToId: one.replyToId === null ? null : `${at} ${one.replyToId}`,
        text: one.text === '' ? '' : `${one.text}${' '.repeat(round + 1)}`,
      })),
    }));
    const before = process.cpuUsage();
    for (const { messages, setting } of fresh) replayChat(messages, setting, understands);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / count;
  });
  return Math.min(...costs.slice(1));
}

export interface ModelCost {
  /** Of the file of weights. */
  fileMb: number;
  features: number;
  /** What loading the model adds to the memory of a process. */
  memoryMb: number;
  /** How long a fresh process takes to load the model. */
  loadMs: number;
  /** The same for the rest of the understanding: its rules and words. */
  restMs: number;
}

const loaded = z.object({ memoryMb: z.number(), loadMs: z.number(), restMs: z.number() });
const program = fileURLToPath(new URL('load-model.ts', import.meta.url));
const loader = new URL('../../typescript/register.mjs', import.meta.url).href;

/** What the shipped model costs. A process of its own loads it. @throws when that process cannot. */
export async function modelCost(model: Model): Promise<ModelCost> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', loader, program]);
  return {
    ...loaded.parse(JSON.parse(stdout)),
    fileMb: statSync(new URL('../model/weights.json', import.meta.url)).size / 2 ** 20,
    features: weightsOf(model).reduce((sum, weights) => sum + entriesOf(weights).length, 0),
  };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const acceptedSchema = z.object({ chat: z.number(), text: z.string(), at: z.number() });
/** A message that the platform took, when it arrived. */
export type Accepted = z.output<typeof acceptedSchema>;

const reportSchema = z.object({
  /** Every message that was to be sent, taken or not. */
  arrivals: z.array(z.number()),
  accepted: z.array(acceptedSchema),
  limitsBroken: z.number(),
  /** How often each fault was thrown. */
  faults: z.record(z.string(), z.number()),
  /** The groups from which the bot was thrown out. */
  thrownOut: z.array(z.number()),
});
export type LoopbackReport = z.output<typeof reportSchema>;

/** A Bot API on this machine, in a process of its own, so that nothing else delays its clock. */
export interface Loopback {
  url: string;
  /** Requests per second that it answers when there is nothing to decide: the ceiling of any client. */
  bareRate(): Promise<number>;
  report(): Promise<LoopbackReport>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('loopback-api.ts', import.meta.url));
const loader = new URL('../../../core/typescript/register.mjs', import.meta.url).href;
const addressSchema = z.object({ port: z.int() });
const BARE_MS = 1_500;
const BARE_CLIENTS = 16;

export async function startLoopback(seed: number): Promise<Loopback> {
  const child = fork(program, [String(seed)], { execArgv: ['--import', loader] });
  const exit = once(child, 'exit');
  const tooEarly = exit.then(() => Promise.reject(new Error('the loopback server ended by itself')));
  tooEarly.catch(() => undefined);
  const next = async (): Promise<unknown> => ((await Promise.race([once(child, 'message'), tooEarly])) as unknown[])[0];
  const { port } = addressSchema.parse(await next());
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async bareRate() {
      const until = performance.now() + BARE_MS;
      let answered = 0;
      const ask = async (): Promise<void> => {
        while (performance.now() < until) {
          await (await fetch(`${url}/bare`, { method: 'POST', body: '{}' })).arrayBuffer();
          answered += 1;
        }
      };
      await Promise.all(Array.from({ length: BARE_CLIENTS }, ask));
      return (answered * 1_000) / BARE_MS;
    },
    async report() {
      const told = next();
      child.send('report');
      return reportSchema.parse(await told);
    },
    async stop() {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

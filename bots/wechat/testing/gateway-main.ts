import type { Puppet } from 'wechaty-puppet';
import type { FromGateway, ToGateway } from './gateway-wire.ts';
import type { About, Answers, Questions } from './puppet-talk.ts';
import { WorldPuppet } from './world-puppet.ts';

// A wechaty-puppet-service gateway in a process of its own. WeChat is on the other side of the channel to the parent process.

const [port = '', token = ''] = process.argv.slice(2);
/** Loaded by a name that the compiler does not follow: its types change those of Node.js for the whole program. */
const servicePackage: string = 'wechaty-puppet-service';
interface Service {
  PuppetServer: new (options: { endpoint: string; puppet: Puppet; token: string }) => { start(): Promise<void> };
}
const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
let lastId = 0;

const post = (message: FromGateway): void => void process.send?.(message);

async function ask<A extends About>(about: A, question: Questions[A]): Promise<Answers[A]> {
  lastId += 1;
  const id = lastId;
  const answer = await new Promise<unknown>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    post({ type: 'ask', id, about, question } as FromGateway);
  });
  return answer as Answers[A];
}

const puppet = new WorldPuppet({ ask });
puppet.on('error', () => {});

process.on('message', (message: ToGateway) => {
  if (message.type === 'tell') {
    puppet.told(message.told);
    post({ type: 'told', id: message.id });
    return;
  }
  const asker = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.type === 'answer') asker?.resolve(message.answer);
  else asker?.reject(new Error(message.message));
});
// Without its parent it is nothing.
process.on('disconnect', () => process.exit(0));

try {
  const { PuppetServer } = (await import(servicePackage)) as Service;
  await new PuppetServer({ endpoint: `127.0.0.1:${port}`, puppet, token }).start();
  post({ type: 'ready', puppet: puppet.key });
} catch (error) {
  post({ type: 'failed', message: String(error) });
}

import type { Logger } from 'pino';
import type { WechatyBuilder } from 'wechaty';
import type { Puppet, PuppetOptions } from 'wechaty-puppet';
import { faultName } from './fault-name.ts';
import { quietWechaty } from './puppet-log.ts';
import { WechatPuppetMissing } from './puppet-names.ts';

export interface LoadedPuppet {
  wechaty: { WechatyBuilder: Pick<typeof WechatyBuilder, 'build'> };
  Puppet: new (options?: PuppetOptions) => Puppet;
}

/**
 * Loads wechaty and the puppet of that package: some 3 seconds and 80 MB. Nothing is made or started. What wechaty has to say
 * from then on goes to `log`, or nowhere.
 *
 * @throws {WechatPuppetMissing} when wechaty or the puppet is not installed, or does not run here
 */
export async function loadPuppet(name: string, log?: Logger): Promise<LoadedPuppet> {
  const base = await load('wechaty-puppet', () => import('wechaty-puppet'));
  quietWechaty(base.log, log ?? null);
  const wechaty = await load('wechaty', () => import('wechaty'));
  const found = await load(name, async () => puppetClass(await import(name)));
  if (!found) throw new WechatPuppetMissing(`${name} is no wechaty puppet: check WECHATY_PUPPET`);
  return { wechaty, Puppet: found };
}

async function load<T>(name: string, importing: () => Promise<T>): Promise<T> {
  try {
    return await importing();
  } catch (error) {
    const missing = error instanceof Error && error.message.includes(`'${name}'`);
    throw new WechatPuppetMissing(
      missing
        ? `${name} is not installed: npm install ${name}`
        : `${name} does not run on this machine (${faultName(error)})`,
      { cause: error },
    );
  }
}

/** The puppet itself is the default export, or that of the CommonJS module within. */
function puppetClass(module: unknown): LoadedPuppet['Puppet'] | null {
  let found = module;
  for (let depth = 0; depth < 2; depth += 1) {
    if (typeof found === 'object' && found !== null && 'default' in found) found = found.default;
  }
  return typeof found === 'function' ? (found as LoadedPuppet['Puppet']) : null;
}

import { randomUUID } from 'node:crypto';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Puppet, PuppetOptions } from 'wechaty-puppet';
import { findGateway } from './find-gateway.ts';
import { loadPuppet } from './load-puppet.ts';
import type { OpenPuppet } from './opened-puppet.ts';
import { checkPuppetSettings, puppetPackage } from './puppet-names.ts';
import { openWith } from './open-with.ts';

export interface PuppetByNameParts {
  /** As in `WECHATY_PUPPET`: a package, or what follows `wechaty-puppet-` in its name. */
  puppet: string;
  /** For `wechaty-puppet-service` only; without an endpoint it is looked up by the token, whenever the puppet is opened. */
  service: { token: string | null; endpoint: string | null; tls: boolean };
  account: string;
  /** Where logins are kept over restarts; made when it is not there, for nobody else to read. */
  dir: string;
  env: Readonly<Record<string, string | undefined>>;
  log: Logger;
}

const SERVICE = 'wechaty-puppet-service';

/**
 * Loads wechaty and that one puppet, and resolves to what opens it, as often as it is asked.
 * @throws {WechatPuppetUnconfigured} when a setting is missing
 * @throws {WechatPuppetMissing} when wechaty or the puppet is not installed, or does not run here
 */
export async function puppetByName(parts: PuppetByNameParts): Promise<OpenPuppet> {
  const { log, service } = parts;
  const name = puppetPackage(parts.puppet);
  checkPuppetSettings(name, service, parts.env);
  const { wechaty, Puppet: Made } = await loadPuppet(name, log);

  const dir = join(parts.dir, parts.account);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const memory = join(dir, name.replaceAll(/[^\w-]+/g, '-'));
  const file = `${memory}.memory-card.json`;
  // wechaty writes into a file that is there without changing who may read it.
  await access(file).catch(() => writeFile(file, '{}', { mode: 0o600 }));
  const cache = join(dir, 'cache');

  let opened = false;
  /** Of the connection that was closed last: its store may still be opening, and would end the process without its folder. */
  let closed: string | null = null;
  return async () => {
    // What an earlier process left behind. Only who opens the puppet has the account; before, this may be another one's.
    if (!opened) await discard(cache);
    opened = true;
    const puppet = new Made(name === SERVICE ? await serviceOptions(service, parts.env) : {});
    const own = join(cache, randomUUID());
    keepCacheIn(puppet, own);
    return await openWith(wechaty, puppet, { memory, keepsHistory: false, closed: () => forget(own) });
  };

  async function forget(own: string): Promise<void> {
    const earlier = closed;
    closed = own;
    if (earlier !== null && earlier !== own) await discard(earlier);
  }
}

async function serviceOptions(
  { token, endpoint, tls }: PuppetByNameParts['service'],
  env: PuppetByNameParts['env'],
): Promise<PuppetOptions> {
  if (token === null) return {};
  const directory = `https://${env['WECHATY_PUPPET_SERVICE_AUTHORITY'] ?? 'api.chatie.io'}`;
  return {
    token,
    endpoint: endpoint ?? (await findGateway(token, directory)),
    ...(tls ? {} : { tls: { disable: true } }),
  };
}

/**
 * puppet-service keeps contacts and groups in the home directory, under its token, for ever: names of residents where nobody
 * looks for them, and groups as they were before a gap. It gets a folder of ours for one connection instead.
 */
function keepCacheIn(puppet: Puppet, dir: string): void {
  const store: unknown = Reflect.get(puppet, '_payloadStore');
  if (typeof store === 'object' && store !== null && 'storeDir' in store) Reflect.set(store, 'storeDir', dir);
}

async function discard(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
}

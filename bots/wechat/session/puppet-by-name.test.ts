import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpenPuppet } from './opened-puppet.ts';
import { silentLog } from '../testing/open-session.ts';
import { puppetByName } from './puppet-by-name.ts';
import type { PuppetByNameParts } from './puppet-by-name.ts';
import { puppetPackage, warningOf } from './puppet-names.ts';
import { qrInTerminal } from '../qr-in-terminal.ts';

async function named(
  puppet: string,
  parts: Partial<PuppetByNameParts> = {},
): Promise<{ dir: string; open: OpenPuppet }> {
  const dir = await mkdtemp(join(tmpdir(), 'linli-puppet-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const open = await puppetByName({
    puppet,
    service: { token: null, endpoint: null, tls: true },
    account: 'desk',
    dir,
    env: {},
    log: silentLog,
    ...parts,
  });
  return { dir, open };
}

describe('a puppet by its name', () => {
  it.each([
    { name: 'service', is: 'wechaty-puppet-service' },
    { name: 'padlocal', is: 'wechaty-puppet-padlocal' },
    { name: 'wechaty-puppet-xp', is: 'wechaty-puppet-xp' },
    { name: '@juzibot/wechaty-puppet-wxwork', is: '@juzibot/wechaty-puppet-wxwork' },
  ])('$name is the package $is', ({ name, is }) => {
    expect(puppetPackage(name)).toBe(is);
  });

  it('that is not installed says how to install it', async () => {
    await expect(named('no-such-one')).rejects.toThrow(
      'wechaty-puppet-no-such-one is not installed: npm install wechaty-puppet-no-such-one',
    );
  });

  it.each([
    { puppet: 'service', says: 'wechaty-puppet-service needs WECHATY_PUPPET_SERVICE_TOKEN' },
    { puppet: 'padlocal', says: 'wechaty-puppet-padlocal needs WECHATY_PUPPET_PADLOCAL_TOKEN' },
    {
      puppet: 'official-account',
      says: 'wechaty-puppet-official-account needs WECHATY_PUPPET_OA_APP_ID, WECHATY_PUPPET_OA_APP_SECRET, WECHATY_PUPPET_OA_TOKEN',
    },
  ])('$puppet says which settings it lacks', async ({ puppet, says }) => {
    await expect(named(puppet)).rejects.toThrow(says);
  });

  it('service says that its token lacks the name of the gateway', async () => {
    const service = { token: '7a4c2a5e', endpoint: null, tls: true };
    await expect(named('service', { service })).rejects.toThrow('insecure_UUID');
  });

  it('keeps its login where only its owner reads it, and nothing in the home directory', async () => {
    const service = { token: 'insecure_7a4c2a5e', endpoint: '127.0.0.1:1', tls: true };
    const { dir, open } = await named('service', { service });
    const own = join(dir, 'desk');
    expect((await stat(own)).mode & 0o777).toBe(0o700);
    expect(await readdir(own)).toContain('wechaty-puppet-service.memory-card.json');
    expect((await stat(join(own, 'wechaty-puppet-service.memory-card.json'))).mode & 0o777).toBe(0o600);
    expect(await open()).toMatchObject({
      puppet: { _payloadStore: { storeDir: expect.stringContaining(own) as string } },
    });
  });

  it('keeps what wechaty remembers of a login over restarts', async () => {
    const service = { token: 'insecure_7a4c2a5e', endpoint: '127.0.0.1:1', tls: true };
    const { dir, open } = await named('service', { service });
    const first = await open();
    await first.puppet.memory.set('key', 'of the login');
    await first.puppet.memory.save();
    const again = await named('service', { service, dir });
    expect(await (await again.open()).puppet.memory.get('key')).toBe('of the login');
    expect((await stat(join(dir, 'desk', 'wechaty-puppet-service.memory-card.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('a code in the terminal', () => {
  it('is drawn in characters', async () => {
    const drawn = await qrInTerminal('https://login.weixin.qq.com/l/abc==');
    expect(drawn.split('\n').length).toBeGreaterThan(10);
    expect(drawn).toContain('▄');
  });
});

describe('before a way into WeChat is taken', () => {
  it.each([
    { name: 'official-account', warns: /^nothing$/ },
    { name: 'service', warns: /token for a personal account .* against WeChat's terms/ },
    { name: 'padlocal', warns: /drives a personal account/ },
    { name: 'wechat4u', warns: /may be closed/ },
    { name: 'mock', warns: /^nothing$/ },
  ])('the operator of $name is told what it risks', ({ name, warns }) => {
    expect(warningOf(puppetPackage(name)) ?? 'nothing').toMatch(warns);
  });
});

/** A setting without which a puppet does not work is missing or wrong; the message says which and how to mend it. */
export class WechatPuppetUnconfigured extends Error {
  override readonly name = 'WechatPuppetUnconfigured';
}

/** A puppet is not installed, or does not run on this machine; the message says what to do. */
export class WechatPuppetMissing extends Error {
  override readonly name = 'WechatPuppetMissing';
}

/**
 * Whether Tencent allows it: it is made for this; or that depends on whose token it is given (WeCom of a licensed provider, or a personal
 * account); or WeChat's terms of service do not allow it, and accounts are closed for it.
 */
type Standing = 'sanctioned' | 'by token' | 'not allowed';

/** Ways into WeChat, the sanctioned ones first, and the variables that each needs beside what our own configuration hands it. */
const ways: readonly { puppet: string; standing: Standing; needs: readonly string[] }[] = [
  {
    puppet: 'wechaty-puppet-official-account',
    standing: 'sanctioned',
    needs: ['WECHATY_PUPPET_OA_APP_ID', 'WECHATY_PUPPET_OA_APP_SECRET', 'WECHATY_PUPPET_OA_TOKEN'],
  },
  { puppet: 'wechaty-puppet-service', standing: 'by token', needs: [] },
  { puppet: 'wechaty-puppet-padlocal', standing: 'not allowed', needs: ['WECHATY_PUPPET_PADLOCAL_TOKEN'] },
  { puppet: 'wechaty-puppet-wechat4u', standing: 'not allowed', needs: [] },
  { puppet: 'wechaty-puppet-wechat', standing: 'not allowed', needs: [] },
  { puppet: 'wechaty-puppet-xp', standing: 'not allowed', needs: [] },
];

/** What an operator has to know of a way before it is used; null for a sanctioned one, and for one that nobody knows. */
export function warningOf(name: string): string | null {
  const standing = ways.find(({ puppet }) => puppet === name)?.standing;
  switch (standing) {
    case 'not allowed':
      return `${name} drives a personal account, which WeChat's terms of service do not allow: the account may be closed. See docs/wechat.md.`;
    case 'by token':
      return `${name}: with a token for a personal account this is against WeChat's terms of service, and the account may be closed. See docs/wechat.md.`;
    case 'sanctioned':
    case undefined:
      return null;
  }
}

/** The npm package of a puppet: `service` means `wechaty-puppet-service`; full and scoped names stay as they are. */
export function puppetPackage(name: string): string {
  return name.startsWith('@') || name.startsWith('wechaty-puppet-') ? name : `wechaty-puppet-${name}`;
}

/** @throws {WechatPuppetUnconfigured} when a variable that the puppet needs is not set */
export function checkPuppetSettings(
  name: string,
  service: { token: string | null },
  env: Readonly<Record<string, string | undefined>>,
): void {
  const needs = ways.find(({ puppet }) => puppet === name)?.needs ?? [];
  const missing = needs.filter((variable) => !env[variable]);
  if (name === 'wechaty-puppet-service' && !service.token) missing.push('WECHATY_PUPPET_SERVICE_TOKEN');
  if (missing.length > 0) throw new WechatPuppetUnconfigured(`${name} needs ${missing.join(', ')}`);
  if (
    name === 'wechaty-puppet-service' &&
    (service.token?.lastIndexOf('_') ?? 0) <= 0 &&
    !env['WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME']
  ) {
    throw new WechatPuppetUnconfigured(
      'WECHATY_PUPPET_SERVICE_TOKEN must name its gateway before a "_", as in insecure_UUID for one of your own',
    );
  }
}

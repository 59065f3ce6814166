/** A setting without which a puppet does not work is missing or wrong; the message says which and how to mend it. */
export class WechatPuppetUnconfigured extends Error {
  override readonly name = 'WechatPuppetUnconfigured';
}

/** A puppet is not installed, or does not run on this machine; the message says what to do. */
export class WechatPuppetMissing extends Error {
  override readonly name = 'WechatPuppetMissing';
}

/** What known puppets need of the environment, beside what our own configuration hands them. */
const needed: Record<string, readonly string[]> = {
  'wechaty-puppet-padlocal': ['WECHATY_PUPPET_PADLOCAL_TOKEN'],
  'wechaty-puppet-official-account': [
    'WECHATY_PUPPET_OA_APP_ID',
    'WECHATY_PUPPET_OA_APP_SECRET',
    'WECHATY_PUPPET_OA_TOKEN',
  ],
};

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
  const missing = (needed[name] ?? []).filter((variable) => !env[variable]);
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

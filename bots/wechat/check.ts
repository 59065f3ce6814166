import type { Finding } from '../../core/doctor.ts';
import type { WechatSettings } from './settings.ts';
import {
  checkPuppetSettings,
  puppetPackage,
  WechatPuppetMissing,
  WechatPuppetUnconfigured,
} from './session/puppet-names.ts';

/** Whether the puppet is there and has what it needs. Nobody is logged in for that. */
export async function checkWechat(settings: WechatSettings | null): Promise<Finding> {
  if (!settings) return { kind: 'unused', says: 'WECHATY_PUPPET is not set' };
  const name = puppetPackage(settings.puppet);
  try {
    checkPuppetSettings(name, settings.service, process.env);
    const { loadPuppet } = await import('./session/load-puppet.ts');
    await loadPuppet(name);
    return { kind: 'well', says: `${name}, account ${settings.account}` };
  } catch (error) {
    if (!(error instanceof WechatPuppetMissing || error instanceof WechatPuppetUnconfigured)) throw error;
    return { kind: 'ill', says: `${name} cannot be used`, mend: `${error.message}.` };
  }
}

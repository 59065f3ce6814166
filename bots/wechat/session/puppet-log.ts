import type { Logger } from 'pino';
import type { log as wechatyLog } from 'wechaty-puppet';

/**
 * Leads wechaty's own log into ours, or into nothing. Only which of its parts complains is taken over: what it says may quote
 * messages, names and codes. Must be called before wechaty itself is imported, because at a talkative level (WECHATY_LOG) that
 * would put handlers of its own on the whole process.
 */
export function quietWechaty(brolog: Pick<typeof wechatyLog, 'level' | 'enableLogging'>, log: Logger | null): void {
  brolog.level('error');
  brolog.enableLogging((_level: string, text = '') => {
    const [, part] = /^\S*\s*(?:ERR|WARN)\s+([\w<>$]+)/.exec(text) ?? [];
    log?.debug({ part: part ?? null }, 'wechaty complains');
  });
}

import type { Config } from './config.ts';
import { UsageError } from './usage-error.ts';

/** What `linli bots` can run by itself, in a process of its own. */
export const botNames = ['rooms', 'telegram', 'wechat'] as const;
export type BotName = (typeof botNames)[number];

/** Reads `rooms,telegram`; null when there is a name in it that is none, or nothing at all. */
export function readOnly(text: string): ReadonlySet<BotName> | null {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const known = botNames.filter((name) => names.includes(name));
  return known.length > 0 && known.length === new Set(names).size ? new Set(known) : null;
}

/**
 * What `--only` asks for; everything without it.
 * @throws {UsageError} for a name that is none, and for a bot that is not configured
 */
export function onlyThese(
  named: string | undefined,
  { telegram, wechat }: Pick<Config, 'telegram' | 'wechat'>,
): ReadonlySet<BotName> {
  if (named === undefined) return new Set(botNames);
  const only = readOnly(named);
  if (!only)
    throw new UsageError(`--only must name some of ${botNames.join(', ')}, for instance --only rooms,telegram`);
  if (only.has('telegram') && !telegram) throw new UsageError('--only telegram needs TELEGRAM_BOT_TOKEN.');
  if (only.has('wechat') && !wechat) throw new UsageError('--only wechat needs WECHATY_PUPPET.');
  return only;
}

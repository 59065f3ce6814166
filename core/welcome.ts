import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { BotName } from './only.ts';
import { newOwnerCode } from './people/owner-code.ts';

interface WhatRuns {
  /** Of the rooms; null when they are not in this process. */
  address: string | null;
  /** Where the embedded server's data is; null when the database is another server. */
  embeddedIn: string | null;
  jobsOn: 'postgres' | 'redis';
  /** Null when no bot is connected. `publicUrl` is null for long polling. */
  telegram: { username: string; publicUrl: string | null; ownerCode: string | null; hearsGroups: boolean } | null;
  /** Null when WeChat is not spoken to. */
  wechat: { puppet: string; account: string; ownerCode: string | null } | null;
}

/** What a newcomer reads first: what runs, where the rooms are, what to try. */
function welcomeLines({ address, embeddedIn, jobsOn, telegram, wechat }: WhatRuns): string[] {
  const telegramSays = telegram
    ? `@${telegram.username}, ${telegram.publicUrl === null ? 'by long polling' : `at ${telegram.publicUrl}`}`
    : 'not connected: set TELEGRAM_BOT_TOKEN';
  return [
    '',
    '邻里 linli is running.',
    `  Rooms      ${address ?? 'in another process'}`,
    `  Database   PostgreSQL, ${embeddedIn === null ? 'at DATABASE_URL' : `in ${embeddedIn}`}`,
    `  Jobs       ${jobsOn === 'redis' ? 'Redis, at REDIS_URL' : 'in the same PostgreSQL'}`,
    `  Telegram   ${telegramSays}`,
    `  WeChat     ${wechat ? `${wechat.account}, through ${wechat.puppet}` : 'not connected: see docs/wechat.md'}`,
    '',
    ...(address === null
      ? []
      : ['Open the rooms in a browser, speak as 李阿姨 in the residents’ room, and say: 3号楼电梯又坏了']),
    ...(telegram?.ownerCode ? [`In the Telegram group of your staff, send once: /setup ${telegram.ownerCode}`] : []),
    ...(wechat?.ownerCode ? [`In the WeChat group of your staff, send once: /setup ${wechat.ownerCode}`] : []),
    ...(telegram && !telegram.hearsGroups
      ? [
          'The bot hears only commands: switch its group privacy off at @BotFather (/setprivacy), or make it an administrator.',
        ]
      : []),
    'Ctrl-C ends linli.',
  ];
}

/** Says what runs in this process, with the owner codes that nobody has spent yet. */
export async function sayWelcome(
  house: {
    config: Config;
    store: { db: Database; embedded: boolean };
    backend: { kind: 'postgres' | 'redis' };
    telegram: { name: string; account: string; self: { username: string }; hearsGroups: boolean } | null;
    only: ReadonlySet<BotName>;
  },
  address: string | null,
  say: (line: string) => void,
): Promise<void> {
  const { config, store, backend, only } = house;
  const { dataDir, publicUrl } = config;
  const telegram = only.has('telegram') ? house.telegram : null;
  const wechat = only.has('wechat') ? config.wechat : null;
  const code = (channel: string, account: string) => newOwnerCode(store.db, channel, account);
  const lines = welcomeLines({
    address,
    embeddedIn: store.embedded ? dataDir : null,
    jobsOn: backend.kind,
    telegram: telegram && {
      username: telegram.self.username,
      hearsGroups: telegram.hearsGroups,
      publicUrl,
      ownerCode: await code(telegram.name, telegram.account),
    },
    wechat: wechat && { ...wechat, ownerCode: await code('wechat', wechat.account) },
  });
  for (const line of lines) say(line);
}

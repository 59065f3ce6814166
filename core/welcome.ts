export interface WhatRuns {
  /** Of the rooms. */
  address: string;
  /** Where the embedded server's data is; null when the database is another server. */
  embeddedIn: string | null;
  jobsOn: 'postgres' | 'redis';
  /** Null when no bot is connected. `publicUrl` is null for long polling. */
  telegram: { username: string; publicUrl: string | null; ownerCode: string | null; hearsGroups: boolean } | null;
}

/** What a newcomer reads first: what runs, where the rooms are, what to try. */
export function welcomeLines({ address, embeddedIn, jobsOn, telegram }: WhatRuns): string[] {
  const telegramSays = telegram
    ? `@${telegram.username}, ${telegram.publicUrl === null ? 'by long polling' : `at ${telegram.publicUrl}`}`
    : 'not connected: set TELEGRAM_BOT_TOKEN';
  return [
    '',
    '邻里 linli is running.',
    `  Rooms      ${address}`,
    `  Database   PostgreSQL, ${embeddedIn === null ? 'at DATABASE_URL' : `in ${embeddedIn}`}`,
    `  Jobs       ${jobsOn === 'redis' ? 'Redis, at REDIS_URL' : 'in the same PostgreSQL'}`,
    `  Telegram   ${telegramSays}`,
    '',
    'Open the rooms in a browser, speak as 李阿姨 in the residents’ room, and say: 3号楼电梯又坏了',
    ...(telegram?.ownerCode ? [`In the Telegram group of your staff, send once: /setup ${telegram.ownerCode}`] : []),
    ...(telegram && !telegram.hearsGroups
      ? [
          'The bot hears only commands: switch its group privacy off at @BotFather (/setprivacy), or make it an administrator.',
        ]
      : []),
    'Ctrl-C ends linli.',
  ];
}

import type { Command } from 'commander';
import { replay } from './replay.ts';
import type { ReplayIo, ReplayOptions } from './replay.ts';

/** `linli replay FILE…`. */
export function addReplay(program: Command, io: ReplayIo): void {
  program
    .command('replay')
    .description('read chats that Telegram Desktop exported, and say what linli would have made of them')
    .argument('<file...>', 'result.json, as exported')
    .option('--json', 'one JSON object per ticket and line', false)
    .option('--staff <ids>', 'accounts of the staff: user1001,user1002', (ids: string) => ids.split(','))
    .option('--labels', 'take community and staff from the neighbouring NAME.labels.json')
    .option('--locale <tag>', 'the language of the digest: zh-CN, zh-TW or en')
    .action(async (files: string[], options: ReplayOptions) => {
      process.exitCode = await replay(files, options, io);
    });
}

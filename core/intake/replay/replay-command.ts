import { InvalidArgumentError, type Command } from 'commander';
import { explain, type ExplainOptions } from './explain.ts';
import { replay, type ReplayOptions } from './replay.ts';
import type { ReplayIo } from './replay-io.ts';

/** Whoever reads what is printed (`head`, `less`) may have seen enough before its end. */
function endWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const ids = (said: string): string[] => said.split(',').map((id) => id.trim());

/** @throws InvalidArgumentError for a language that linli does not write */
function locale(said: string): string {
  if (/^(?:zh|en)(?:[-_]|$)/i.test(said)) return said;
  throw new InvalidArgumentError(`linli writes zh-CN, zh-TW, zh-HK and en; "${said}" is none of them.`);
}

/** `linli replay FILE…`. */
export function addReplay(program: Command, io: ReplayIo): void {
  program
    .command('replay')
    .description(
      'read chats that Telegram Desktop or a tool for WeChat exported, and say what linli would have made of them',
    )
    .argument('<file...>', 'result.json of Telegram, or CSV, JSON or text of WeChat')
    .option('--json', 'one JSON object per ticket and line', false)
    .option('--review', 'write a page on which the tickets can be looked through and put right: NAME.review.html')
    .option('--out <file>', 'where that page goes')
    .option('--staff <ids>', 'accounts of the staff: user1001,user1002', ids)
    .option('--labels', 'take community and staff from the neighbouring NAME.labels.json')
    .option('--locale <tag>', 'the language of what is written: Chinese (zh-CN), or en', locale)
    .action(async (files: string[], options: ReplayOptions) => {
      endWhenNobodyReads();
      process.exitCode = await replay(files, options, io);
    });
}

/** `linli explain FILE --message ID`. */
export function addExplain(program: Command, io: ReplayIo): void {
  program
    .command('explain')
    .description('say what linli makes of one message of an exported chat, and why')
    .argument('<file>', 'result.json of Telegram, or CSV, JSON or text of WeChat')
    .option('--message <id>', 'the id of the message, as the file has it')
    .option('--json', 'one JSON object', false)
    .option('--staff <ids>', 'accounts of the staff: user1001,user1002', ids)
    .option('--labels', 'take community and staff from the neighbouring NAME.labels.json')
    .option('--locale <tag>', 'the language of the explanation: Chinese (zh-CN), or en', locale)
    .action(async (file: string, options: ExplainOptions) => {
      endWhenNobodyReads();
      process.exitCode = await explain(file, options, io);
    });
}

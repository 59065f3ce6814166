import type { Command } from 'commander';
import { textsFor } from '../../text/texts-for.ts';
import { diffInWords } from '../reading/diff-in-words.ts';
import type { PolicyCommandTools } from './tools.ts';
import { localeOption } from './locale-option.ts';
import { readChecked } from './mistakes.ts';

/** `linli policy diff A B`: ends as `diff` does, with 0 when both are the same, 1 when they differ, 2 when one cannot be used. */
export function addDiff(policy: Command, tools: PolicyCommandTools): void {
  policy
    .command('diff')
    .description(
      'say what residents and managers would notice if policy B took the place of A (0: nothing, 1: something, 2: trouble)',
    )
    .argument('<a>', 'a policy\'s file, or "default"')
    .argument('<b>', 'a policy\'s file, or "default"')
    .addOption(localeOption())
    .action(async (a: string, b: string, { locale }: { locale?: string }) => {
      const [before, after] = [await readChecked(a, tools, locale), await readChecked(b, tools, locale)];
      if (!before || !after) {
        process.exitCode = 2;
        return;
      }
      const texts = textsFor(locale ?? 'zh-CN');
      const changes = diffInWords(before.policy, after.policy, texts);
      for (const line of changes.length > 0 ? changes : [texts.samePolicy()]) tools.out(line);
      process.exitCode = changes.length > 0 ? 1 : 0;
    });
}

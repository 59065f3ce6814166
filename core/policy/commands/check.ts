import type { Command } from 'commander';
import type { PolicyCommandTools } from './tools.ts';
import { localeOption } from './locale-option.ts';
import { mistakeLine, readChecked } from './mistakes.ts';

/** `linli policy check FILE`: ends with 1 when the file has mistakes, with 2 when it cannot be read. */
export function addCheck(policy: Command, tools: PolicyCommandTools): void {
  policy
    .command('check')
    .description('name every mistake of a policy, with its line and what mends it')
    .argument('<file>', 'what differs from the default, as YAML; "default" is the default itself')
    .addOption(localeOption())
    .action(async (file: string, { locale }: { locale?: string }) => {
      const checked = await readChecked(file, tools, locale);
      if (!checked) {
        process.exitCode = 1;
        return;
      }
      for (const warning of checked.warnings) tools.out(`${mistakeLine(file, warning)} (a warning)`);
      tools.out(`${file} is a policy that linli can use.`);
    });
}

import { Option } from 'commander';
import { locales } from '../../text/texts.ts';

/** In which language a policy is told. */
export const localeOption = (): Option => new Option('--locale <tag>', 'the language').choices([...locales]);

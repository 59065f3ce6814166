import type { MistakeTexts } from '../../text/policy/mistake-texts.ts';
import type { PolicyMistake } from './policy-mistake.ts';

/** What a Chinese keyboard writes, and YAML wants otherwise. */
const wanted: Readonly<Record<string, string>> = {
  '：': '": "',
  '，': '", "',
  '｛': '"{"',
  '｝': '"}"',
  '［': '"["',
  '］': '"]"',
  '【': '"["',
  '】': '"]"',
  '＃': '"#"',
  '“': '"\'"',
  '”': '"\'"',
  '‘': '"\'"',
  '’': '"\'"',
  '\u3000': '" "',
};
const signs = new RegExp(`[${Object.keys(wanted).join('')}]`, 'u');

/**
 * The first sign of Chinese writing on each line of a text that is no YAML; within quotes, comments and reasons they may stand.
 * Asked only when the text cannot be read, because elsewhere such signs may be meant.
 */
export function chineseSigns(text: string, texts: MistakeTexts): PolicyMistake[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const bare = line
      .replaceAll(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length))
      .replace(/(^|\s)#.*$/, '')
      .replace(/\bbecause\s*:.*$/, '');
    const found = signs.exec(bare);
    if (!found) return [];
    const said = texts.chineseSign(found[0], wanted[found[0]] ?? '');
    return [{ line: at + 1, column: found.index + 1, path: '', ...said }];
  });
}

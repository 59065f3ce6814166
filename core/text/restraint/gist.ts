import { quoted } from '../layout.ts';

/** The title of a text (its first line), and where there is room the first sentence after it. */
export function gist(text: string): string {
  const [title = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = /^.*?(?:[。！？!?；;]|\.(?=\s|$)|$)/u.exec(rest[0] ?? '')?.[0] ?? '';
  const head = quoted(title, 48);
  if (first === '' || Array.from(head).length > 36) return head;
  const colon = /[：:]$/.test(head) ? '' : /\p{Script=Han}/u.test(head) ? '：' : ': ';
  return `${head}${colon}${quoted(first, 60)}`;
}

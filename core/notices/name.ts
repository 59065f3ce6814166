import type { Notice } from '../../prisma/generated/client.ts';
import type { NoticeName } from '../text/receipts/texts.ts';

/** A notice as managers name it. */
export const nameOf = ({ number, text }: Pick<Notice, 'number' | 'text'>): NoticeName => ({
  number,
  head: headOf(text),
});

/** Its first line, without the mark of its level. */
const headOf = (text: string): string => (text.trim().split('\n')[0] ?? '').replace(/^【[^】]*】\s*(?=\S)/, '');

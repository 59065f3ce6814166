import { readRepeat } from '../../notices/repeat-words.ts';
import type { Repeat } from '../../notices/repeat.ts';

/** What somebody wants of the publications. */
export type PublicationOrder =
  | { kind: 'list' }
  | { kind: 'unclear' }
  | { kind: 'add'; title: string; repeat: Repeat }
  | { kind: 'show'; number: number }
  | { kind: 'revoke'; number: number }
  | { kind: 'publish'; number: number; text: string };

/**
 * Reads what follows `公示`: nothing · `新增 财务公示 每季度15日` · `停用 1` · `1` · `1 正文…`.
 *
 * @param hasFiles photos or files came with it: a number alone then publishes them
 */
export function readPublicationOrder(rest: string, hasFiles: boolean): PublicationOrder {
  const said = rest.trim();
  if (/^(?:列表|list|)$/i.test(said)) return { kind: 'list' };
  const revoked = /^(?:停用|取消|revoke|end)\s*(\d{1,3})[。.!\s]*$/i.exec(said)?.[1];
  if (revoked !== undefined) return { kind: 'revoke', number: Number(revoked) };
  const added = /^(?:新增|添加|add)[\s:：]+(.+)$/is.exec(said)?.[1];
  if (added !== undefined) return readAdded(added.trim());
  const [, number, text = ''] = /^(\d{1,3})(?:[\s:：,，。.]+([^]*))?$/.exec(said) ?? [];
  if (number === undefined) return { kind: 'unclear' };
  if (text.trim() === '' && !hasFiles) return { kind: 'show', number: Number(number) };
  return { kind: 'publish', number: Number(number), text: text.trim() };
}

/** The title ends where what follows says when it repeats. */
function readAdded(said: string): PublicationOrder {
  for (const { index } of said.matchAll(
    /\s+\S|(?=每)|(?<=\s)(?=every|each|the|on|monthly|quarterly|yearly|first|last)/gi,
  )) {
    const title = said.slice(0, index).trim();
    const repeat = title === '' ? null : readRepeat(said.slice(index).trim());
    if (repeat && title.length <= 40) return { kind: 'add', title, repeat };
  }
  return { kind: 'unclear' };
}

import { withPlainSpaces } from './plain.ts';

/** How WeChat's apps call everybody in a group. */
const EVERYBODY = /@(?:所有人|全体成员|全體成員|All|all)(?=\s|$)/;

/**
 * Whether we are mentioned: by id, or by one of our names with a space of any kind behind it, as WeChat writes mentions. Calling
 * everybody is not calling us, though some puppets then list the ids of all.
 */
export function mentionsUs(
  text: string,
  ids: readonly string[],
  us: { id: string; names: readonly string[] },
): boolean {
  const plain = withPlainSpaces(text);
  const named = us.names.some((name) => name.trim() !== '' && isNamed(plain, `@${withPlainSpaces(name).trim()}`));
  return named || (ids.includes(us.id) && !EVERYBODY.test(plain));
}

function isNamed(text: string, mention: string): boolean {
  for (let at = text.indexOf(mention); at !== -1; at = text.indexOf(mention, at + mention.length)) {
    const behind = text.charAt(at + mention.length);
    if (behind === '' || /\s/.test(behind)) return true;
  }
  return false;
}

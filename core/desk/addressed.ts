/**
 * What was said to the bot, without the mention that calls it: `@小助手 接单 A7K2`, `接单 A7K2 @小助手`. Where the bot's name is
 * not known, a mention at the beginning is taken for its own. Other people's mentions stay.
 *
 * @param name as shown in the group, without @
 */
export function withoutMention(text: string, name: string | null): string {
  if (!/[@＠]/.test(text)) return text;
  if (!name) return text.replace(/^\s*[@＠]\S+\s+/u, '');
  const parts = text.split(new RegExp(`[@＠]${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`, 'u'));
  return parts.length === 1
    ? text
    : parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ');
}

import type { payloads } from 'wechaty-puppet';

/**
 * What something that is not words is called among words, as WeChat itself calls it in its lists of chats; so it is the same
 * in every language of the desk.
 */
export type Label =
  | '图片'
  | '语音'
  | '视频'
  | '文件'
  | '动画表情'
  | '链接'
  | '音乐'
  | '小程序'
  | '位置'
  | '名片'
  | '聊天记录'
  | '视频号'
  | '转账'
  | '红包'
  | '消息';

/** `[链接] title description address`: each part once, and none that is empty. */
export function labelled(label: Label, ...parts: readonly (string | null | undefined)[]): string {
  const said: string[] = [];
  for (const part of parts) {
    const text = part?.trim() ?? '';
    if (text !== '' && !said.includes(text)) said.push(text);
  }
  return [`[${label}]`, ...said].join(' ');
}

/** A link, as far as the puppet knows what is behind it. */
export function linkWords(link: payloads.UrlLink): string {
  return labelled('链接', link.title, link.description, link.url);
}

export function miniProgramWords(program: payloads.MiniProgram): string {
  return labelled('小程序', program.title, program.description);
}

export function locationWords(location: payloads.Location): string {
  return labelled('位置', location.name, location.address);
}

/** What one entry of a WeChat history holds, besides who and when. */
export interface Content {
  text: string;
  hasPhoto: boolean;
  hasVoice: boolean;
  forwarded: boolean;
  /** What it replies to, as the file shows it: `name: words`, or the words alone. */
  quote: string | null;
}

export type ContentKind = 'words' | 'photo' | 'voice' | 'forwarded' | 'wordless' | 'system' | 'recalled';

/** WeChat's own numbers (`Type` of its databases), as several tools write them. */
const byNumber: Readonly<Record<string, ContentKind>> = {
  '1': 'words',
  '3': 'photo',
  '34': 'voice',
  '42': 'wordless',
  '43': 'photo',
  '47': 'wordless',
  '48': 'wordless',
  '50': 'wordless',
  '62': 'photo',
  '10000': 'system',
  '10002': 'recalled',
};

const byWord: readonly [RegExp, ContentKind][] = [
  [/撤回|revoke|recall/i, 'recalled'],
  [/系统|拍一拍|system|notice$|群通知/i, 'system'],
  [/引用|回复|refer|quote|reply/i, 'words'],
  [/图片|照片|视频(?!号|通话)|image|photo|picture|video(?! call)/i, 'photo'],
  [/语音(?!通话)|voice(?! call)|audio/i, 'voice'],
  [/转发|聊天记录|链接|卡片|小程序|公众号|视频号|forward|link|share/i, 'forwarded'],
  [/表情|动画|文件|名片|位置|通话|红包|转账|音乐|emoji|sticker|file|card|location|call|transfer/i, 'wordless'],
];

/** What a tool's name or number for the type of a message says; null for one that nobody knows. `sub` is WeChat's `SubType`. */
export function kindOfType(type: string, sub: string): ContentKind | null {
  const known = byNumber[type];
  if (known) return known;
  if (type === '49')
    return sub === '57' ? 'words' : sub === '5' || sub === '19' || sub === '4' ? 'forwarded' : 'wordless';
  if (/^\d+$/.test(type)) return null;
  if (/^(?:文本|文字|text|1)/i.test(type)) return 'words';
  return byWord.find(([word]) => word.test(type))?.[1] ?? null;
}

/** What stands in the place of what is no text: `[图片]`, `![图片](http://…)`, `[图片: a.jpg(请在附件中查看)]`, `[语音 12"]`. */
const placeholder =
  /^!?\[(?<what>[^\]|:：\n]{1,12}?)(?:[|:：\s](?<more>[^\]\n]{0,300}))?\](?:\([^)\n]{0,2000}\))?(?<rest>[^\n]{0,200})$/u;
const places: readonly [RegExp, ContentKind][] = [
  [/^(?:图片|照片|视频|Photo|Picture|Image|Video)$/i, 'photo'],
  [/^(?:语音|音频|Audio|Voice)$/i, 'voice'],
  [/^(?:链接|链接\/文件|小程序|视频号|视频号直播|合并转发|笔记|聊天记录|分享|Link|Chat History)$/i, 'forwarded'],
  [
    /^(?:表情包|表情|动画表情|GIF表情|文件|名片|个人名片|位置|实时位置共享|红包|红包封面|转账|音乐|音乐分享|语音通话|视频通话|视频\/语音通话|通话|Emoji|Sticker|File|Location|Contact Card|Red Packet|Transfer|Video\/Audio Call)$/i,
    'wordless',
  ],
];

const systemWords =
  /^(?:\[?(?:系统|系统消息|System Message)\]?[:：]?\s*)?(?:["“「]?[^\n]{0,60}["”」]?\s?(?:邀请["“「]?[^\n]{0,200}加入了?群聊|通过扫描[^\n]{0,80}加入群聊|修改群名为|拍了拍|移出了群聊|被[^\n]{0,40}移出群聊|与群里其他人都不是|领取了[^\n]{0,40}红包|开启了?朋友验证|已成为新群主)|以上是打招呼的内容|群聊邀请确认|[^\n]{0,60}(?:joined the group|invited|changed the group name|tickled|nudged)[^\n]{0,120}$)/i;
const recalledWords =
  /^(?:\[撤回\]|\[?系统\]?[:：]?\s*)?(?:你|["“「]?[^\n]{1,60}?["”」]?)\s?(?:撤回了(?:一条|成员)|recalled a message)/i;

/** Whether a line tells of the group itself, or of a message that was taken back, and nobody said it. */
export function systemKind(words: string): 'system' | 'recalled' | null {
  const line = words.replace(/<[^>]{0,200}>|<!\[CDATA\[|\]\]>/g, '').trim();
  if (line.startsWith('[撤回]') || (line.length < 120 && recalledWords.test(line))) return 'recalled';
  if (/^(?:\[系统\]|(?:系统消息|System Message)[:：])/.test(line)) return 'system';
  return line.length < 300 && systemWords.test(line) ? 'system' : null;
}

/** Reads what stands in a field or below a name. `kind` is what the file itself calls it; null where it does not say. */
export function readContent(raw: string, kind: ContentKind | null): Content {
  const said = raw.replace(/\r\n?/g, '\n').trim();
  const { text, quote } = withoutQuote(said);
  const found = placeholder.exec(text);
  const placed = found ? (places.find(([name]) => name.test(found.groups?.['what'] ?? ''))?.[1] ?? null) : null;
  const is = kind === null || kind === 'words' ? (placed ?? 'words') : kind;
  const left = placed === null ? text : (found?.groups?.['rest'] ?? '').trim();
  if (is === 'photo') return { ...nothing, hasPhoto: true, quote, text: placed ? captionIn(left) : bare(text) };
  if (is === 'voice') return { ...nothing, hasVoice: true, quote, text: spokenIn(placed ? left : text) };
  if (is === 'forwarded')
    return {
      ...nothing,
      forwarded: true,
      quote,
      text: placed ? (found?.groups?.['more'] ?? left).trim() : tagless(text),
    };
  if (is === 'wordless') return { ...nothing, quote };
  return { ...nothing, quote, text: tagless(text) };
}

const nothing: Content = { text: '', hasPhoto: false, hasVoice: false, forwarded: false, quote: null };

/** What follows a placeholder on its line is a caption, unless it is the file's own name. */
const captionIn = (rest: string): string => (/^\(.*\)$|\.(?:jpe?g|png|gif|mp4|dat)$/i.test(rest) ? '' : rest);
/** A tool's own words for a picture are nobody's. */
const bare = (text: string): string =>
  /^(?:图片|视频|照片|image|photo|video)$|^<\??(?:xml|msg|img)|[\\/]\S+\.\w{2,4}$/i.test(text) ? '' : tagless(text);
/** Some tools write down what a voice message says. */
function spokenIn(text: string): string {
  const spoken = /(?:翻译结果|转文字|语音转文字)[:：]\s*([^]*)$/u.exec(text)?.[1];
  if (spoken !== undefined) return spoken.trim();
  return /^(?:语音|\[语音|<|\d+["'″]?$|[\d.]+\s*秒)|语音时长/.test(text) ? '' : text;
}
/** XML that a tool left as it was says nothing that anybody wrote. */
const tagless = (text: string): string => (/^(?:<\?xml|<msg>|<sysmsg|<appmsg|wxid_\w+:\s*<)/.test(text) ? '' : text);

const rule = /^[\s\-‐‑‒–—―─━－_]*(?:[-‐‑‒–—―─━－_]\s*){3,}$/u;

/** Takes out what a message quotes, in each of the ways in which tools write it. */
function withoutQuote(said: string): { text: string; quote: Content['quote'] } {
  // 「name：words」, a line of dashes, the reply: WeChat's own apps, and WechatExporter.
  if (said.startsWith('「')) {
    const lines = said.split('\n');
    const dashes = lines.findIndex((line, at) => at > 0 && rule.test(line));
    const head = dashes === -1 ? '' : lines.slice(0, dashes).join('\n').trim();
    if (head.endsWith('」'))
      return {
        text: lines
          .slice(dashes + 1)
          .join('\n')
          .trim(),
        quote: head.slice(1, -1),
      };
  }
  // > name(id) time, > words, the reply: chatlog.
  if (said.startsWith('> ')) {
    const lines = said.split('\n');
    const end = lines.findIndex((line) => !line.startsWith('> ') && line !== '>');
    const quoted = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2));
    const name = /^(.*?)(?:\([^()]*\))?\s+(?:[\d-]+\s+)?[\d:]+$/.exec(quoted[0] ?? '')?.[1];
    const words = (name === undefined ? quoted.filter((line) => line !== '[引用]') : quoted.slice(1)).join('\n').trim();
    return {
      text: end === -1 ? '' : lines.slice(end).join('\n').trim(),
      quote: name === undefined ? words || null : `${name.trim()}:${words}`,
    };
  }
  // The reply, then 引用:name:words (WeChatMsg), [引用](time)name:words (PyWxDump), ↳ 回复 name: words (wechat-cli).
  const after = /\n+\s*(?:\[引用\](?:\([^)\n]*\))?|引用[:：]|↳\s*回复\s*[:：]?)\s*([^]*)$/u.exec(said);
  if (after && after.index > 0) {
    const behind = after[1]?.trim() ?? '';
    return { text: said.slice(0, after.index).trim(), quote: behind === '' || behind === '未知' ? null : behind };
  }
  return { text: said, quote: null };
}

import type { Quote } from '../said.ts';
import { cardWords, readCard } from './card.ts';
import { labelled, type Label } from './labelled.ts';
import { withPlainSpaces } from './plain.ts';
import { inner, readXml, words, type Xml } from './xml.ts';

/** By `type` of what is quoted, as the platform numbers messages. */
const LABELS: Readonly<Record<string, Label>> = {
  '3': '图片',
  '34': '语音',
  '42': '名片',
  '43': '视频',
  '47': '动画表情',
  '48': '位置',
  '62': '视频',
};

/** The quote of a reply that came as a card (`refermsg`); null without one. */
export function referredQuote(app: Xml): Quote | null {
  const refer = inner(app, 'refermsg');
  if (refer === null) return null;
  const id = words(refer, 'svrid');
  const name = words(refer, 'displayname');
  return {
    id: /^0*$/.test(id) ? null : id,
    name: name === '' ? null : withPlainSpaces(name),
    text: withPlainSpaces(quotedWords(refer)),
  };
}

function quotedWords(refer: Xml): string {
  const label = LABELS[words(refer, 'type')];
  if (label) return labelled(label);
  const content = withoutSender(refer);
  const document = readXml(content);
  const app = inner(document, 'msg', 'appmsg') ?? inner(document, 'appmsg');
  // What was quoted in the message that is quoted here is left out: the app does not show it either.
  if (app) return cardWords(readCard(app));
  if (inner(document, 'msg', 'img')) return labelled('图片');
  return content;
}

/** In groups, some clients leave the writer's id in front of what they quote. */
function withoutSender(refer: Xml): string {
  const content = words(refer, 'content');
  const ids = [words(refer, 'chatusr'), words(refer, 'fromusr')].filter((id) => id !== '');
  const id = /^([\w@.-]{1,64}):\s*\n/.exec(content)?.[1];
  if (id === undefined || !(id.startsWith('wxid_') || ids.includes(id))) return content;
  return content.slice(id.length + 1).trimStart();
}

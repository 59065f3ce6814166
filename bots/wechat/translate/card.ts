import { bundleLines } from './bundle.ts';
import { labelled } from './labelled.ts';
import { inner, words, type Xml } from './xml.ts';

/** What a card of WeChat's (`appmsg`) says. */
export type Card =
  | { kind: 'words'; text: string; forwarded: boolean }
  | { kind: 'file'; name: string | null }
  | { kind: 'nothing'; why: string };

/** What WeChat puts where the receiving app is too old to show something. */
const CANNOT_SHOW =
  /^(?:当前(?:微信)?版本不支持展示该内容|目前微信版本不支援|This (?:content|type of message) (?:is not|isn.t) supported)/;

/**
 * Reads a card: links, music, videos, files, mini programs, forwarded bundles, sign-up lists, replies (only what was said:
 * `referredQuote` reads the quote). Numbers are the `type` of WeChat's `appmsg`. A kind that is not known gives its title,
 * because somebody sent it to be seen.
 */
export function readCard(app: Xml): Card {
  const title = words(app, 'title');
  const about = words(app, 'des');
  const link = words(app, 'url');
  switch (words(app, 'type')) {
    case '1':
    case '53':
    case '57':
      return says(title);
    case '2':
      return says(labelled('图片', title));
    case '3':
    case '76':
    case '92':
      return says(labelled('音乐', title, about, link));
    case '4':
      return says(labelled('视频', title, about, link));
    case '5':
      return says(labelled('链接', shownTitle(title), about, link));
    case '6':
      return { kind: 'file', name: title === '' ? null : title };
    case '8':
      return says(labelled('动画表情'));
    case '17':
      return says(labelled('位置', title));
    case '19':
    case '24':
    case '40':
      return bundle(app, title, about);
    case '33':
    case '36':
    case '44':
      return says(labelled('小程序', title, words(app, 'sourcedisplayname'), about));
    case '51':
    case '63':
      return says(
        labelled('视频号', words(app, 'finderFeed', 'nickname'), words(app, 'finderFeed', 'desc'), shownTitle(title)),
      );
    case '62':
      return { kind: 'nothing', why: 'pat' };
    // Said when somebody begins to send a file; the file itself follows as 6.
    case '74':
      return { kind: 'nothing', why: 'upload_begun' };
    case '2000':
      return { kind: 'nothing', why: 'transfer' };
    case '2001':
    case '2003':
      return { kind: 'nothing', why: 'red_packet' };
    default:
      return title + about + link === ''
        ? { kind: 'nothing', why: 'unknown' }
        : says(labelled(link === '' ? '消息' : '链接', shownTitle(title), about, link));
  }
}

/** A card as it is shown when somebody quotes it. */
export function cardWords(card: Card): string {
  if (card.kind === 'words') return card.text;
  if (card.kind === 'file') return labelled('文件', card.name);
  if (card.why === 'transfer') return labelled('转账');
  return labelled(card.why === 'red_packet' ? '红包' : '消息');
}

function bundle(app: Xml, title: string, about: string): Card {
  const lines = bundleLines(words(app, 'recorditem') || inner(app, 'recorditem'));
  return says([labelled('聊天记录', title), ...(lines.length > 0 ? lines : [about])].join('\n').trimEnd(), true);
}

function shownTitle(title: string): string {
  return CANNOT_SHOW.test(title) ? '' : title;
}

function says(text: string, forwarded = false): Card {
  return { kind: 'words', text, forwarded };
}

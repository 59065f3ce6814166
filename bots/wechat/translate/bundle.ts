import { labelled, type Label } from './labelled.ts';
import { attribute, each, inner, readXml, words, type Xml } from './xml.ts';

/** A bundle may hold bundles; WeChat's apps open them one after the other. */
const DEEPEST = 3;

/** By `datatype` of a line. */
const LABELS: Readonly<Record<string, Label>> = {
  '2': '图片',
  '3': '语音',
  '4': '视频',
  '15': '视频',
  '16': '名片',
  '22': '视频号',
  '23': '视频号',
  '37': '动画表情',
};

/**
 * The lines of a forwarded conversation, `name：words` each, with the lines of bundles inside of it indented. The record comes
 * as a document within the document (in CDATA or escaped), or as elements.
 */
export function bundleLines(record: string | Xml | null, depth = 1): string[] {
  const document = typeof record === 'string' ? readXml(record) : record;
  const info = inner(document, 'recordinfo') ?? document;
  return each(inner(info, 'datalist'), 'dataitem').flatMap((item) => {
    const name = words(item, 'sourcename') || words(item, 'source', 'fromusrname');
    const said = itemWords(item);
    const lines = attribute(item, 'datatype') === '17' && depth < DEEPEST ? bundleLines(nested(item), depth + 1) : [];
    return [name === '' ? said : `${name}：${said}`, ...lines.map((line) => `  ${line}`)];
  });
}

function nested(item: Xml): string | Xml | null {
  return words(item, 'recorditem') || (inner(item, 'recorditem') ?? inner(item, 'recordxml'));
}

function itemWords(item: Xml): string {
  const title = words(item, 'datatitle');
  const about = words(item, 'datadesc');
  const type = attribute(item, 'datatype');
  if (type === '1') return about || title;
  const label = LABELS[type];
  if (label) return labelled(label, title, about);
  if (type === '5') return labelled('链接', ...web(item), title, about, words(item, 'streamweburl'));
  if (type === '6')
    return labelled('位置', title, about, words(item, 'locitem', 'poiname'), words(item, 'locitem', 'label'));
  if (type === '8') return labelled('文件', title);
  if (type === '17') return labelled('聊天记录', title);
  if (type === '19') return labelled('小程序', title, words(item, 'appbranditem', 'sourcedisplayname'));
  return title + about === '' ? labelled('消息') : [title, about].filter((part) => part !== '').join(' ');
}

function web(item: Xml): string[] {
  return ['title', 'desc', 'link'].map((name) => words(item, 'weburlitem', name));
}

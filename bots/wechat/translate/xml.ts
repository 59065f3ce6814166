import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from './entities.ts';

/** In UTF-16 units. The largest real message is a forwarded bundle of a hundred lines, far below. */
const LONGEST = 256 * 1024;
/** WeChat's own XML is about eight deep. */
const DEEPEST = 32;

const START = /^\s*(?:<\?xml\b|<(?:msg|sysmsg|appmsg|recordinfo)[\s/>])/;
const ESCAPED_START = /^\s*&lt;(?:\?xml\b|(?:msg|sysmsg|appmsg|recordinfo)(?:\s|\/|&gt;))/;
/** Some puppets leave the sender's id in front of what was said in a group. */
const SENDER = /^\s*[\w@.-]{1,64}:(?:\s|<br\/>){0,8}(?=<|&lt;)/;

/** A document of WeChat's, or a part of one. Opaque: `inner`, `words` and `attribute` look into it. */
export interface Xml {
  readonly node: unknown;
}

/** Declared entities are refused with the whole document, so that nothing grows when it is read. */
const entityDecoder = {
  decode: decodeEntities,
  addInputEntities: (): void => {
    throw new Error('documents with a DTD are not read');
  },
  setExternalEntities: (): void => {},
  setXmlVersion: (): void => {},
  reset: (): void => {},
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
  entityDecoder,
});

/**
 * Reads what puppets hand on as XML, also when it is escaped once more or carries the sender's id in front. Null for everything
 * else: other text, a document with a DTD, one that is too large, too deep or broken.
 */
export function readXml(text: string): Xml | null {
  if (text.length > LONGEST) return null;
  const bare = text.replace(SENDER, '');
  const document = ESCAPED_START.test(bare) ? decodeEntities(bare) : bare;
  // What stands behind the last tag was written by somebody and would be lost.
  if (!START.test(document) || !document.trimEnd().endsWith('>')) return null;
  try {
    return { node: parser.parse(document) };
  } catch {
    return null;
  }
}

/** The first element at the end of the path; null when there is none. */
export function inner(xml: Xml | null, ...path: string[]): Xml | null {
  let node: unknown = xml?.node;
  for (const name of path) node = first(property(node, name));
  return node === undefined || node === null ? null : { node };
}

/** All elements of that name. */
export function each(xml: Xml | null, name: string): Xml[] {
  const found = property(first(xml?.node), name);
  if (found === undefined) return [];
  return Array.isArray(found) ? found.map((node: unknown) => ({ node })) : [{ node: found }];
}

/** The words of the element at the end of the path, trimmed; empty when there are none. */
export function words(xml: Xml | null, ...path: string[]): string {
  const node = inner(xml, ...path)?.node;
  const text = typeof node === 'string' ? node : property(node, '#text');
  return typeof text === 'string' ? text.trim() : '';
}

export function attribute(xml: Xml | null, name: string): string {
  const value = property(first(xml?.node), `@${name}`);
  return typeof value === 'string' ? value.trim() : '';
}

function first(node: unknown): unknown {
  return Array.isArray(node) ? node[0] : node;
}

function property(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(node, name)?.value;
  return value;
}

import { forGroup, redact } from '../../../core/text/redact.ts';

/** The flat at either end of a nickname: `7-2-502 李`, `李阿姨（3栋2单元501）`. */
const flat =
  /[（([]?\s*(?<![\dA-Za-z])[\dA-Za-z]{1,3}\s*(?:[-－—–#]|栋|棟|幢|座|号楼|號樓)\s*(?:\d{1,2}\s*(?:[-－—–]|单元|單元)\s*)?\d{2,4}(?!\d)\s*(?:室|房|号|號)?\s*[）)\]]?/g;

/**
 * What may be repeated into a group of somebody's words and of the name that they have there (P9b): without telephone, identity and room
 * numbers, and without people who are named. A name that is nothing but a flat becomes the building's neighbour: `住户`.
 */
export function discreet({ name, text }: { name: string; text: string }): { name: string; text: string } {
  const bare = name
    .replaceAll(flat, ' ')
    .replaceAll(/^[\s\-_·.,，]+|[\s\-_·.,，]+$/g, '')
    .replaceAll(/\s+/g, ' ');
  return {
    name: redact(bare === '' ? '住户' : bare),
    text: forGroup(text).text,
  };
}

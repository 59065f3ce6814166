import { labelled, linkWords, locationWords, miniProgramWords } from './labelled.ts';
import { attribute, inner, type Xml } from './xml.ts';

/** How a puppet of the web client ends a place: with the address of a picture of the map. */
const MAP_LENGTH = 1000;
const MAP_PICTURE = /[:：]?\s*\/cgi-bin\/mmwebwx-bin\/webwxgetpubliclinkimg\?\S*\s*$/;

/** A place; null when the document is something else. */
export function placeIn(document: Xml | null): string | null {
  const place = inner(document, 'msg', 'location') ?? inner(document, 'location');
  if (place === null) return null;
  const name = attribute(place, 'poiname');
  return labelled('位置', name === '[位置]' ? '' : name, attribute(place, 'label'));
}

/** A place that a puppet tells in words with the picture of its map; null when the text is something else. */
export function placeWithMap(text: string): string | null {
  const end = text.slice(-MAP_LENGTH);
  const at = end.search(MAP_PICTURE);
  return at === -1 ? null : labelled('位置', text.slice(0, text.length - end.length + at));
}

/** A link, mini program or place that a puppet hands on as JSON, or only as a title. */
export function sharedWords(label: '链接' | '小程序' | '位置', text: string): string {
  const fields = readFields(text);
  if (fields === null) return text.startsWith('[') ? text : labelled(label, text);
  const title = fields('title', 'name');
  const description = fields('description', 'desc', 'des', 'sourcedisplayname', 'appname');
  if (label === '小程序') return miniProgramWords({ title, description });
  if (label === '位置')
    return locationWords({
      accuracy: 0,
      latitude: 0,
      longitude: 0,
      name: fields('name', 'poiname', 'title'),
      address: fields('address', 'label'),
    });
  return linkWords({ title, description, url: fields('url', 'link') });
}

/** Reads an object of JSON by the first of several names; null when the text is none, or has nothing to show. */
function readFields(text: string): ((...names: string[]) => string) | null {
  if (!text.trimStart().startsWith('{') || text.length > 64 * 1024) return null;
  let fields: Map<string, unknown>;
  try {
    const value: unknown = JSON.parse(text);
    fields = new Map(Object.entries(value ?? {}));
  } catch {
    return null;
  }
  const read = (...names: string[]): string => {
    const found = names
      .map((name) => fields.get(name))
      .find((value) => typeof value === 'string' && value.trim() !== '');
    return typeof found === 'string' ? found : '';
  };
  return read('title', 'name', 'poiname', 'address', 'label', 'url', 'link', 'description', 'desc', 'des') === ''
    ? null
    : read;
}

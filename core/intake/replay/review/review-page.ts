import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ReviewData } from './review-data.ts';

/** The parts of the page's program, in the order in which they stand in it. */
const parts = [
  'dom.js',
  'data.js',
  'state.js',
  'labels.js',
  'highlight.js',
  'filters.js',
  'line-item.js',
  'ticket-card.js',
  'main.js',
];

const partOf = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');

/**
 * One page with everything in it: it works from a file, without any network, and its policy (CSP) lets nothing be loaded, sent or run but
 * what stands in it. What people wrote is data in it, never markup.
 */
export function reviewPage(data: ReviewData): string {
  const script = `(() => {\n'use strict';\n${parts.map((name) => withoutModules(partOf(name))).join('\n')}\n})();`;
  const style = partOf('page.css');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const filled: Readonly<Record<string, string>> = {
    '{{lang}}': data.locale,
    '{{policy}}': policy,
    '<!-- style -->': `<style>${style}</style>`,
    '<!-- data -->': `<script type="application/json" id="data">${inScript(JSON.stringify(data))}</script>`,
    '<!-- script -->': `<script>${script}</script>`,
  };
  return partOf('page.html').replace(/\{\{\w+\}\}|<!-- \w+ -->/g, (mark) => filled[mark] ?? '');
}

/** The parts are modules, so that they can be checked; in the page they stand in one scope. */
const withoutModules = (source: string): string =>
  source
    .replace(/^import\s[^;]*;\n/gm, '')
    .replace(/^export (?=const |let |function |class )/gm, '')
    .replace(/^\/\/ @ts-check\n/, '');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Nothing in it can end the element that it stands in: a resident may have written `</script>`. */
const inScript = (json: string): string =>
  json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

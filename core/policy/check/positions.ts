import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import type { PolicyPath } from './flaw.ts';

/** A place in a file; both count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The nearest place that a file has for a path, and how much of the path it holds. */
export interface Found extends Place {
  depth: number;
  isWhole: boolean;
}

/** Where a path stands in a file: its value, or with `atName` its name; otherwise the name of the nearest that the file does hold. */
export function placeOf(file: Document, lines: LineCounter, path: PolicyPath, atName = false): Found {
  let node: unknown = file.contents;
  let [offset, depth] = [0, 0];
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(file);
    const child = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
      : null;
    const item: unknown = isSeq(node) ? node.items[Number(key)] : null;
    if (child) {
      if (isNode(child.key)) offset = child.key.range?.[0] ?? offset;
      node = child.value;
    } else if (isNode(item)) {
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
    depth += 1;
  }
  const isWhole = depth === path.length;
  if (isWhole && !atName && isScalar(node)) offset = node.range?.[0] ?? offset;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col), depth, isWhole };
}

/** Of several places from which the same may come, the one that the file holds wholly, otherwise the most of. */
export function likeliest(found: readonly Found[]): Place {
  const [best] = [...found].sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.depth - a.depth);
  return { line: best?.line ?? 1, column: best?.column ?? 1 };
}

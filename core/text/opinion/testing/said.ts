import { Kind } from '../../../../prisma/generated/enums.ts';
import type { Texts } from '../../texts.ts';

/** Everything that is said of what a language model thought. */
export function opinionSaid(texts: Texts): [keyof Texts, string][] {
  return [
    ...Object.values(Kind).map((kind): [keyof Texts, string] => ['opinionMatter', texts.opinionMatter(kind, 0.72)]),
    ['opinionNothing', texts.opinionNothing(0.6)],
    ['opinionKnown', texts.opinionKnown('A7K2', 0.7)],
    ['opinionUrgent', texts.opinionUrgent()],
  ];
}

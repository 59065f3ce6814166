import { hear, matterSigns } from '../features.ts';
import { bareMessage } from '../bare-message.ts';
import type { LabelledChat } from '../replay/labels.ts';
import type { GroupContext } from '../understanding.ts';
import { learn, type HowToLearn } from './learn.ts';
import { type Lessons, lessonsOf, noLessons, teach, urgencyLesson } from './lessons.ts';
import type { Model } from './model.ts';
import type { LabelledLine } from './read-training.ts';

const CHOOSING: HowToLearn = { epochs: 12, rate: 0.15, decay: 5e-7, atLeast: 5, prune: 0.15 };
const DESCRIBING: HowToLearn = { epochs: 15, rate: 0.15, decay: 5e-7, atLeast: 6, prune: 0.25 };
/** So many models, each of which has not seen the chats that it replays. */
const FOLDS = 3;
/** How often what was learned is replayed, to learn from its mistakes. */
const ROUNDS = 2;

const nothingLearned: Model = { choice: {}, kind: {}, area: {}, urgency: { emergency: {}, high: {} } };

export interface Fitted {
  model: Model;
  /** For each chat a model that has not seen it: to judge by. */
  unseen: Model[];
}

/**
 * Learns a model from labelled chats and lines. First from what the labels say; then from replays of every chat by a model that has not seen
 * it, so that mistakes are met in training as they will be met in life. The same input gives the same model.
 */
export function fit(
  chats: readonly LabelledChat[],
  lines: readonly LabelledLine[],
  say: (line: string) => void,
): Fitted {
  const byLines = lessonsOfLines(lines);
  const byLabels = chats.map((chat) => lessonsOf(chat, nothingLearned, 'labelled'));
  say(
    `${chats.length} chats, ${lines.length} lines, ${byLabels.reduce((sum, one) => sum + one.choices.length, 0)} lessons by the labels`,
  );
  let byReplay = byLabels.map(noLessons);
  let unseen: Model[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const models = Array.from({ length: FOLDS }, (_, fold) =>
      modelOf(
        [...byLabels, ...byReplay].filter((__, at) => (at % chats.length) % FOLDS !== fold),
        byLines,
      ),
    );
    unseen = chats.map((_, at) => models[at % FOLDS] ?? nothingLearned);
    byReplay = chats.map((chat, at) => lessonsOf(chat, unseen[at] ?? nothingLearned, 'understood'));
    say(`replayed ${round} of ${ROUNDS} times`);
  }
  return { model: modelOf([...byLabels, ...byReplay], byLines), unseen };
}

function modelOf(lessons: readonly Lessons[], lines: Lessons): Model {
  const all = [...lessons, lines];
  const { matter = {}, ...others } = learn(
    all.flatMap(({ choices }) => choices),
    CHOOSING,
  );
  // Lines say how a matter sounds, not how often there is one: that goes into a weight of its own, which is not kept.
  const { [A_LINE]: _, ...kept } = matter;
  return {
    choice: { matter: kept, ...others },
    kind: learn(
      all.flatMap((one) => one.kinds),
      DESCRIBING,
    ),
    area: learn(
      all.flatMap((one) => one.areas),
      DESCRIBING,
    ),
    urgency: {
      emergency:
        learn(
          all.flatMap((one) => one.dangers),
          DESCRIBING,
        )['emergency'] ?? {},
      high:
        learn(
          all.flatMap((one) => one.hastes),
          DESCRIBING,
        )['high'] ?? {},
    },
  };
}

const A_LINE = 'a single line';

/** Each line as the first word of a group. */
function lessonsOfLines(lines: readonly LabelledLine[]): Lessons {
  const context: GroupContext = {
    setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' },
    recent: [],
    matters: [],
  };
  const lessons = noLessons();
  for (const [at, { text, matter }] of lines.entries()) {
    const message = bareMessage({ id: `line ${at}`, at: new Date(0), senderId: 'somebody', text });
    const { burst, ...hearing } = hear(message, context);
    // What a message is shows in talk; lines only add words to it.
    if (at % 2 === 0)
      lessons.choices.push([
        { group: 'none', features: {}, right: matter === null },
        {
          group: 'matter',
          features: { ...matterSigns({ burst, ...hearing }), [A_LINE]: 1 },
          grams: { prefix: '', of: burst },
          right: matter !== null,
        },
      ]);
    if (matter) teach(lessons, burst, matter);
    else lessons.dangers.push(urgencyLesson(burst, 'emergency', false));
  }
  return lessons;
}

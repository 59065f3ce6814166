import { type Features, hear, matterSigns } from '../features.ts';
import { bareMessage } from '../bare-message.ts';
import type { LabelledChat } from '../replay/labels.ts';
import type { GroupContext } from '../understanding.ts';
import { areas, kinds } from '../classify.ts';
import { averageOf } from './average.ts';
import { calibrationOf, type Judged, UNCALIBRATED } from './calibrate.ts';
import { Codebook, type HowToLearn, type Lesson } from './learn.ts';
import { choicesOf, type Descriptions, descriptionsOf, noDescriptions, teach, urgencyLesson } from './lessons.ts';
import type { HowTogether } from './learn-units.ts';
import type { Model } from './model.ts';
import { offsetsFor } from './offsets.ts';
import type { Choosing } from './option-score.ts';
import type { LabelledLine } from './read-training.ts';
import { NO_UNITS } from './units.ts';

// Every message teaches twice, by the labels and as it was understood: five times is in three messages.
const CHOOSING: HowToLearn = { epochs: 12, rate: 0.15, decay: 5e-7, atLeast: 5, prune: 0.2 };
const A_LINE = 'a single line';
const TOGETHER: HowTogether = { count: 32, rate: 0.05, decay: 1e-6, atLeast: 40, without: new Set([A_LINE]) };
const DESCRIBING: HowToLearn = { epochs: 15, rate: 0.15, decay: 5e-7, atLeast: 5, prune: 0.25 };
/** So many models, each of which has not seen the chats that it replays. */
const FOLDS = 3;
/** How often what was learned is replayed, to learn from its mistakes. */
const ROUNDS = 2;

/** What is learned of the words of a matter: everything but what a message is. */
type Describing = Omit<Model, keyof Choosing | 'calibration'>;

export interface Fitted {
  /**
   * For each chat, in their order, a model that was learned from others: to judge by. The other chats were replayed by models that had seen this
   * one, and the calibration and what is added to each kind and area are of all chats; nothing else of it went into its model.
   */
  unseen: Model[];
  /** Of all chats: of what a message is, what the models of {@link unseen} think on the average, each of which has not seen a third of the chats. */
  model(): Model;
}

/**
 * Learns a model from labelled chats and lines. First from what the labels say; then from replays of every chat by a model that has not seen
 * it, so that mistakes are met in training as they will be met in life. The same input gives the same model.
 *
 * @param chats what each teaches of what a message is counts so often; once by default
 */
export function fit(
  chats: readonly (LabelledChat & { counts?: number })[],
  lines: readonly LabelledLine[],
  say: (line: string) => void,
): Fitted {
  // Features of the one kind are never asked of the other.
  const chosen = new Codebook();
  const described = new Codebook();
  const byLines = lessonsOfLines(lines, { chosen, described });
  const descriptions = chats.map((chat) => descriptionsOf(chat, described));
  const others = <T>(of: readonly T[], fold: number): T[] => of.filter((_, at) => at % FOLDS !== fold);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const uneven = folds.map((fold) => describingBy(described, [...others(descriptions, fold), byLines.descriptions]));
  const offsets = {
    kind: evenOut(
      described,
      kinds,
      descriptions.map((one, at) => [one.kinds, uneven[at % FOLDS]?.kind ?? {}]),
    ),
    area: evenOut(
      described,
      areas,
      descriptions.map((one, at) => [one.areas, uneven[at % FOLDS]?.area ?? {}]),
    ),
  };
  const describings = uneven.map((one) => evened(one, offsets));
  let unseen = chats.map((_, at): Model => ({ ...NOTHING_LEARNED, ...describings[at % FOLDS] }));
  let choices = chats.map((chat, at) => [choicesOf(chat, chosen, unseen[at] ?? NOTHING_LEARNED, 'labelled')]);
  say(
    `${chats.length} chats, ${lines.length} lines, ${choices.reduce((sum, one) => sum + one.flat().length, 0)} lessons by the labels`,
  );
  let calibration = UNCALIBRATED;
  let models: Model[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    models = describings.map((describing, fold): Model => ({
      ...describing,
      calibration,
      ...choosingBy(chosen, [...others(choices, fold).flat(2), ...byLines.choices]),
    }));
    unseen = chats.map((_, at) => models[at % FOLDS] ?? NOTHING_LEARNED);
    const judged: Judged[] = [];
    choices = chats.map((chat, at) => {
      const labelled = choicesOf(chat, chosen, unseen[at] ?? NOTHING_LEARNED, 'labelled');
      const judge = (one: Judged): void => void judged.push(one);
      const understood = choicesOf(chat, chosen, unseen[at] ?? NOTHING_LEARNED, 'understood', judge);
      return Array.from({ length: chat.counts ?? 1 }, () => [...labelled, ...understood]);
    });
    calibration = calibrationOf(judged);
    say(`replayed ${round} of ${ROUNDS} times`);
  }
  return {
    unseen: unseen.map((model) => ({ ...model, calibration })),
    model: () => ({
      calibration,
      ...evened(describingBy(described, [...descriptions, byLines.descriptions]), offsets),
      ...averageOf(models),
    }),
  };
}

const NOTHING_LEARNED: Model = {
  choice: {},
  units: NO_UNITS,
  calibration: UNCALIBRATED,
  kind: {},
  area: {},
  urgency: { emergency: {}, high: {} },
};

function choosingBy(book: Codebook, lessons: readonly Lesson[]): Choosing {
  const { weights, units } = book.learnTogether(lessons, CHOOSING, TOGETHER);
  const { matter = {}, ...others } = weights;
  // Lines say how a matter sounds, not how often there is one: that goes into a weight of its own, which is not kept.
  const { [A_LINE]: _, ...kept } = matter;
  return { choice: { matter: kept, ...others }, units };
}

function describingBy(book: Codebook, lessons: readonly Descriptions[]): Describing {
  const learned = (of: keyof Descriptions) =>
    book.learn(
      lessons.flatMap((one) => one[of]),
      DESCRIBING,
    );
  return {
    kind: learned('kinds'),
    area: learned('areas'),
    urgency: { emergency: learned('dangers')['emergency'] ?? {}, high: learned('hastes')['high'] ?? {} },
  };
}

type Offsets = Readonly<Record<string, number>>;

/** What to add to each option so that most lessons come out right, by weights that were learned from others. */
function evenOut(
  book: Codebook,
  names: readonly string[],
  judged: readonly (readonly [Lesson[], Readonly<Record<string, Features>>])[],
): Offsets {
  const scored = judged.flatMap(([lessons, learned]) => lessons.map((lesson) => book.judge(lesson, learned)));
  const found = offsetsFor(scored, names.length);
  return Object.fromEntries(names.map((name, at) => [name, found[at] ?? 0]));
}

/** Kinds and areas, each with what is added to it in its base. */
function evened(describing: Describing, offsets: Readonly<Record<'kind' | 'area', Offsets>>): Describing {
  const added = (of: Readonly<Record<string, Features>>, more: Offsets): Record<string, Features> =>
    Object.fromEntries(
      Object.entries(more).map(([name, offset]) => {
        const { base = 0, ...others } = of[name] ?? {};
        return [name, { base: Math.round((base + offset) * 100) / 100, ...others }];
      }),
    );
  return { ...describing, kind: added(describing.kind, offsets.kind), area: added(describing.area, offsets.area) };
}

/** Each line as the first word of a group. */
function lessonsOfLines(
  lines: readonly LabelledLine[],
  { chosen, described }: { chosen: Codebook; described: Codebook },
): { choices: Lesson[]; descriptions: Descriptions } {
  const context: GroupContext = {
    setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' },
    recent: [],
    matters: [],
  };
  const choices: Lesson[] = [];
  const descriptions = noDescriptions();
  for (const [at, { text, matter }] of lines.entries()) {
    const message = bareMessage({ id: `line ${at}`, at: new Date(0), senderId: 'somebody', text });
    const hearing = hear(message, context);
    const { burst } = hearing;
    choices.push(
      chosen.code([
        { group: 'none', features: {}, right: matter === null },
        {
          group: 'matter',
          features: { ...matterSigns(hearing), [A_LINE]: 1 },
          grams: { prefix: '', of: burst },
          right: matter !== null,
        },
      ]),
    );
    if (matter) teach(descriptions, described, burst, matter);
    else descriptions.dangers.push(described.code(urgencyLesson(burst, 'emergency', false)));
  }
  return { choices, descriptions };
}

// Fits the weights of the understanding to labelled chats, and writes them beside this file:
//   node --import ./core/typescript/register.mjs core/intake/model/fit.ts FOLDER
// FOLDER holds NAME.json (a Telegram export) and NAME.labels.json (community, tickets, either).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareMessage } from '../bare-message.ts';
import { areaFeatures, areas, kindFeatures, kinds } from '../classify.ts';
import { type Features, hear, matterFeatures } from '../features.ts';
import { candidates, linkFeatures, surroundings } from '../link-features.ts';
import { GroupMemory } from '../memory.ts';
import { readExamples } from './examples.ts';
import { madeUpTalks } from './talks.ts';
import { type LabelledChat, readLabelledChat } from '../replay/labels.ts';
import { understandStaff } from '../staff.ts';
import type { Act, GroupContext, HeardMatter } from '../understanding.ts';
import { fitChoice, type Option } from './fit-choice.ts';

const HOW = { rounds: 400, rate: 0.05, decay: 0.004 };

/** What the labels teach: the choices that were open at each message, and which of them were right. */
export function lessonsFrom(
  chat: LabelledChat,
  madeUp = false,
): { choices: Option[][]; kinds: Option[][]; areas: Option[][] } {
  const lessons: { choices: Option[][]; kinds: Option[][]; areas: Option[][] } = { choices: [], kinds: [], areas: [] };
  const memory = new GroupMemory(chat.setting);
  const idOf = new Map<string, string>();
  const { tickets, either } = chat.labels;
  for (const message of chat.messages) {
    const context = memory.context(message.at);
    if (message.fromStaff) {
      memory.hear(message, { acts: understandStaff(message, context), explanation: { by: 'fit', reasons: [] } });
      continue;
    }
    const mine = tickets.filter(({ messages }) => messages.includes(message.id));
    const settles = tickets.filter(({ solvedBy }) => solvedBy === message.id);
    const hearing = hear(message, context);
    const around = surroundings(hearing, context);
    const right = new Set(mine.map(({ key }) => idOf.get(key) ?? 'new'));
    if (!either.includes(message.id)) {
      const { links } = candidates(hearing, context, around);
      const isRight = (id: string): boolean => right.has(id) || settles.some(({ key }) => idOf.get(key) === id);
      const options: Option[] = [
        { group: 'none', features: {}, right: mine.length === 0 },
        {
          group: 'matter',
          features: { ...matterFeatures(hearing), ...(madeUp ? { [MADE_UP]: 1 } : {}) },
          right: right.has('new'),
        },
        ...links.map((link) => ({
          group: 'link',
          features: linkFeatures(hearing, link, around),
          right: isRight(link.matter.id),
        })),
      ];
      if (options.some((option) => option.right)) lessons.choices.push(options);
    }
    const acts: Act[] = [];
    const opening: string[] = [];
    for (const ticket of mine) {
      const known = idOf.get(ticket.key);
      if (known !== undefined) acts.push({ kind: 'addition', matterId: known, part: 'addition', changes: {} });
      else {
        const matter: HeardMatter = { ...ticket, summary: message.text.slice(0, 80), confidence: 1 };
        acts.push({ kind: 'report', matter });
        opening.push(ticket.key);
        if (mine.length === 1) {
          lessons.kinds.push(
            kinds.map((kind) => ({ group: kind, features: kindFeatures(hearing.burst), right: kind === ticket.kind })),
          );
          if (ticket.kind !== 'praise')
            lessons.areas.push(
              areas.map((area) => ({
                group: area,
                features: areaFeatures(hearing.burst),
                right: area === ticket.area,
              })),
            );
        }
      }
    }
    for (const { key } of settles) {
      const matterId = idOf.get(key);
      if (matterId !== undefined && !right.has(matterId))
        acts.push({ kind: 'addition', matterId, part: 'settled', changes: {} });
    }
    const opened = memory.hear(message, { acts, explanation: { by: 'fit', reasons: [] } });
    for (const [at, key] of opening.entries()) idOf.set(key, opened[at] ?? '');
  }
  return lessons;
}

/** The made-up sentences, each as the first word of a group. */
function lessonsFromExamples(): ReturnType<typeof lessonsFrom> {
  const context: GroupContext = {
    setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' },
    recent: [],
    matters: [],
  };
  const lessons: ReturnType<typeof lessonsFrom> = { choices: [], kinds: [], areas: [] };
  for (const [at, example] of readExamples().entries()) {
    const hearing = hear(
      bareMessage({ id: String(at), at: new Date(0), senderId: 'somebody', text: example.text }),
      context,
    );
    lessons.choices.push([
      { group: 'none', features: {}, right: example.kind === 'none' },
      // Made-up sentences say how a matter sounds, not how often there is one: that goes into a weight of its own, which is not kept.
      { group: 'matter', features: { ...matterFeatures(hearing), [MADE_UP]: 1 }, right: example.kind !== 'none' },
    ]);
    if (example.kind === 'none') continue;
    lessons.kinds.push(
      kinds.map((kind) => ({ group: kind, features: kindFeatures(hearing.burst), right: kind === example.kind })),
    );
    if (example.kind !== 'praise')
      lessons.areas.push(
        areas.map((area) => ({ group: area, features: areaFeatures(hearing.burst), right: area === example.area })),
      );
  }
  return lessons;
}

const MADE_UP = 'made up';

/** All weights, rounded so that the file stays small and its changes readable. */
export function fit(
  chats: readonly LabelledChat[],
): Record<'matter' | 'link', Features> & Record<'kind' | 'area', Record<string, Features>> {
  const lessons = [
    ...chats.map((chat) => lessonsFrom(chat)),
    ...madeUpTalks().map((talk) => lessonsFrom(talk, true)),
    lessonsFromExamples(),
  ];
  const choice = fitChoice(
    lessons.flatMap(({ choices }) => choices),
    HOW,
  );
  delete choice.matter?.[MADE_UP];
  return {
    matter: choice.matter ?? {},
    link: choice.link ?? {},
    kind: fitChoice(
      lessons.flatMap((lesson) => lesson.kinds),
      HOW,
    ),
    area: fitChoice(
      lessons.flatMap((lesson) => lesson.areas),
      HOW,
    ),
  };
}

if (import.meta.filename === process.argv[1]) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write('usage: node --import ./core/typescript/register.mjs core/intake/model/fit.ts FOLDER\n');
    process.exitCode = 2;
  } else {
    const names = readdirSync(folder).filter((name) => name.endsWith('.labels.json'));
    const chats = names.map((name) =>
      readLabelledChat(
        readFileSync(join(folder, name.replace('.labels.json', '.json')), 'utf8'),
        readFileSync(join(folder, name), 'utf8'),
      ),
    );
    const weights = fit(chats);
    writeFileSync(join(import.meta.dirname, 'weights.json'), `${JSON.stringify(weights, null, 2)}\n`);
  }
}

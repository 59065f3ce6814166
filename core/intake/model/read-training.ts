import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import { type LabelledChat, readLabelledChat } from '../replay/labels.ts';

/** A chat with its labels, by the name of its files. */
export interface NamedChat extends LabelledChat {
  name: string;
  /** How often it counts in training. */
  counts: number;
}

/** A single message as somebody might write it; null: nothing for the office. */
export interface LabelledLine {
  text: string;
  matter: { kind: Kind; area: Area; urgency: Urgency } | null;
}

const SUFFIX = '.labels.json';
/** So begin the names of chats in which people say plainly what they mean: few of the chats, and most of what is said in life. */
const PLAIN = 'plain-';
const PLAIN_COUNTS = 4;

/** The labelled chats of a folder (`NAME.json` and `NAME.labels.json`), in the order of their names. @throws when a file is not what it should be. */
export const readChats = (folder: string): NamedChat[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .toSorted()
    .map((name) => ({
      name,
      counts: name.startsWith(PLAIN) ? PLAIN_COUNTS : 1,
      ...readLabelledChat(
        readFileSync(join(folder, `${name}.json`), 'utf8'),
        readFileSync(join(folder, `${name}${SUFFIX}`), 'utf8'),
      ),
    }));

/** The labelled lines of a folder: `kind/area/urgency`, or `-` for nothing, a tab, and the words. @throws for a line that is neither. */
export const readLines = (folder: string): LabelledLine[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line) => readLine(line, file)),
    );

function readLine(line: string, file: string): LabelledLine {
  const [label = '', ...rest] = line.split('\t');
  const text = rest.join(' ').trim();
  if (text === '') throw new Error(`${file}: ${JSON.stringify(line)} has no label, a tab and words`);
  if (label.trim() === '-') return { text, matter: null };
  const [kind, area, urgency] = label.trim().split('/');
  const known = {
    kind: Object.values(Kind).find((one) => one === kind),
    area: Object.values(Area).find((one) => one === area),
    urgency: Object.values(Urgency).find((one) => one === urgency),
  };
  if (!known.kind || !known.area || !known.urgency)
    throw new Error(`${file}: ${JSON.stringify(label)} is neither "-" nor kind/area/urgency`);
  return { text, matter: { kind: known.kind, area: known.area, urgency: known.urgency } };
}

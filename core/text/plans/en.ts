import type { PlanKind } from '../../notices/plans/kinds.ts';
import { dots, lines } from '../layout.ts';
import { words } from '../words/en.ts';
import { notices, steps } from './shipped-en.ts';
import type { PlanTexts } from './texts.ts';

const names: Record<PlanKind, string> = {
  fire: 'fire',
  gas: 'gas leak',
  lift: 'people in a lift',
  flood: 'heavy rain, flood',
  power: 'power cut',
  water: 'water cut',
  storm: 'storm',
  crime: 'security incident',
};
const numbered = (all: readonly string[]): string => all.map((step, index) => `${index + 1}. ${step}`).join('\n');
const mark = (drill: boolean): string => (drill ? '【DRILL 演练】' : '🔴 ');

export const plans = {
  planName: (kind) => names[kind],
  planNotice: (kind, numbers) => notices[kind](numbers),
  planSteps: (kind, numbers) => steps[kind](numbers),
  planAnywhere: () => 'in the estate',
  planList: (all) =>
    lines(
      'Emergency plans:',
      ...all.map(({ name, isOwn }) => dots(name, isOwn && 'changed by this estate')),
      'To see one: emergency plan fire · to start it: start plan fire building 3 · to exercise it: drill fire',
    ),
  plan: ({ name, text, languages, steps: todo, calls, isOwn }) =>
    lines(
      `Emergency plan: ${name}${isOwn ? ', changed by this estate' : ''}`,
      '— To residents —',
      text,
      languages.length > 0 && `Also in: ${languages.join(', ')}`,
      '— What staff do —',
      numbered(todo),
      '— Who is called —',
      ...calls.map(
        ({ role, names: who }) => `${words.role(role)}: ${who.length > 0 ? who.join(', ') : 'nobody is there now'}`,
      ),
    ),
  planUnknown: (said, known) =>
    `There is no emergency plan “${said}”, and nothing was changed. There is: ${known.join(', ')}.`,
  planChanged: (name) => `The emergency plan “${name}” is changed; from now on it goes by that.`,
  planHow: () =>
    lines(
      'I did not understand that, and nothing was changed. You can write:',
      'emergency plan (the list) · emergency plan fire (to see it)',
      'start plan fire building 3 · drill fire · drill records',
      'To change one, write what changes on lines of its own:',
      'emergency plan fire\ntext: …{place}…\nsteps: … (a line each)\ncalls: security maintenance manager',
    ),
  planNoRole: (said) =>
    `There is no role “${said}”, and nothing was changed. You can write: customer service, maintenance, security, cleaning, gardening, manager.`,
  planStartChoice: () => 'Start the plan (preview first)',
  planDrillChoice: () => 'Exercise it (staff only)',
  planNoPlace: (said) =>
    `I cannot tell where “${said}” is, and nothing was changed. Please name buildings, as in: start plan fire building 3; without them it is the whole estate.`,
  planMissing: (all) =>
    lines(
      `Still missing: ${all.join(', ')}. Nothing was sent. Please write each on a line of its own, as in:`,
      `start plan fire building 3\n${all[0] ?? ''}: …`,
    ),
  planHint: (code, name) =>
    `${code} may want the emergency plan “${name}”. You can start it below: you see a preview first, and nothing is sent before you confirm it.`,
  planHintChoice: (name) => `Start plan: ${name}`,

  planCall: (name, place, drill) =>
    lines(
      `${mark(drill)}${name}: ${place}. Please go at once; what to do is in the staff group.`,
      drill
        ? 'This is an exercise: please act as if it were real, answer, and do not alarm residents.'
        : 'Please answer at once.',
    ),
  planComing: () => 'Got it, on my way',
  planGot: (drill) => (drill ? '【DRILL 演练】Thank you: your time is noted.' : 'Thank you. Take care of yourself.'),
  planChecklist: (name, place, todo, called, drill) =>
    lines(
      `${mark(drill)}${name}: ${place}`,
      'Please go by these steps:',
      numbered(todo),
      called.length > 0
        ? `Called directly: ${called.join(', ')}`
        : 'Nobody could be called directly: please use the telephone at once.',
      drill && 'This is an exercise among staff only: please do not alarm residents.',
    ),
  planNobodyCalled: (who, drill) =>
    `${mark(drill)}Could not be called directly: ${who.join(', ')}. Please telephone at once.`,

  drillReport: ({ name, number, startedAt, prepared, firstTold, allTold, told, failed, calls }) =>
    lines(
      `【DRILL 演练】${name}: report of the drill (notice ${number})`,
      `Started: ${startedAt}; preparing it took ${prepared}`,
      `First word out after: ${firstTold ?? 'none went out'}`,
      `All words out after: ${allTold ?? 'not all went out'}; sent: ${told}${failed > 0 ? `, failed: ${failed}` : ''}`,
      `Answered: ${calls.filter(({ answered }) => answered !== null).length} of ${calls.length}`,
      ...calls.map(({ name: who, answered }) => `  ${who}: ${answered === null ? 'no answer' : `after ${answered}`}`),
      calls.length === 0 &&
        '  Nobody was called: please check the roster, and whether staff have a direct chat with me.',
    ),
  drillList: (all) =>
    all.length > 0
      ? lines('【DRILL 演练】Records:', ...all.map(({ number, name, at }) => dots(`drill ${number}`, name, at)))
      : '【DRILL 演练】There was no drill yet. To begin one: drill fire.',
  drillUnknown: (number) => `There is no drill ${number}, and nothing was changed. All of them: drill records.`,
} satisfies PlanTexts;

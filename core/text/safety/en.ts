import type { Danger } from '../../intake/danger/signs.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';
import { lines } from '../layout.ts';
import type { SafetyTexts } from './texts.ts';

/** After the advice of fire brigades, gas suppliers, lift inspectorates, the police and the Red Cross. */
const words: Record<Danger, (numbers: EmergencyNumbers) => string> = {
  'somebody shut in a lift': ({ fire, ambulance }) =>
    lines(
      'Somebody shut in a lift:',
      `· If you are inside, press the alarm or intercom and say which building and lift; if nobody answers, call ${fire}`,
      '· Stand by the wall. Do not force the doors or climb out; there is air enough',
      '· If you are outside, do not force the doors either; talk to whoever is inside',
      `· If somebody inside feels unwell or is hurt, call ${ambulance} now`,
    ),
  'gas in the air': ({ fire }) =>
    lines(
      'It may be a gas leak. Now:',
      '· Switch nothing electrical on or off, light no flame, put out any that burns, do not phone indoors',
      '· If you can on your way out, close the gas valve and open windows and doors',
      '· Leave by the stairs, not the lift; take your family, knock for the neighbours, ring no bells',
      `· Once safely outside, call ${fire} and the gas company’s emergency line`,
      '· Do not go back in before it is declared safe',
    ),
  'fire or smoke': ({ fire }) =>
    lines(
      'Fire or smoke. Now:',
      '· If the way is free of smoke, walk down the stairs, stay low, close doors behind you. No lift; do not go back for anything',
      '· If the stairs are full of smoke, go back in, close the door, seal the gaps with wet cloths, show yourself at a window',
      `· As soon as you are safe, call ${fire}: which estate, building and floor, and whether anybody is trapped`,
      '· No water on electrical fires; get away from burning e-bikes and batteries',
    ),
  'live electricity': ({ fire, ambulance }) =>
    lines(
      'Something may be live. Now:',
      '· Get away; do not touch it, nor water or metal near it. Keep 10 metres from a fallen wire',
      '· Switch off the mains only with dry hands, standing where it is dry',
      '· If somebody gets a shock, cut the power first; do not pull them with your hands',
      `· Then call ${ambulance}; if they do not breathe, start chest compressions. Sparks or smoke: call ${fire}`,
    ),
  'parts of the building falling': ({ fire, ambulance }) =>
    lines(
      'Things are falling from the building. Now:',
      '· Get away from the wall and from below; do not look on, pick up or park there; stop others from passing',
      '· If you are indoors, keep away from loose windows and balconies',
      `· If somebody is hurt, call ${ambulance}; if somebody is buried, or more is coming down, call ${fire}`,
    ),
  'a main pipe burst': ({ fire }) =>
    lines(
      'A pipe has burst. Now:',
      '· If water comes near sockets, devices or meters, get away; cut the power only with dry hands, standing where it is dry',
      '· If it is in your flat, close your main water valve',
      '· Do not use the lift or enter a flooded basement or car park; touch nothing electrical in water',
      `· If somebody is trapped, call ${fire}`,
    ),
  violence: ({ police, ambulance }) =>
    lines(
      'Somebody is violent. Now:',
      '· Get to safety and lock the door. Do not step in, argue or look on',
      `· Call ${police}: where, how many people, any weapon`,
      `· If somebody is hurt, call ${ambulance} once you are safe`,
      '· Do not write in the group where you are hiding',
    ),
  'somebody collapsed or hurt': ({ ambulance }) =>
    lines(
      'Somebody has collapsed or is hurt. Now:',
      `· Call ${ambulance}: building and floor, awake or not, breathing or not; do as they tell you`,
      '· If they cannot be woken and do not breathe normally, start chest compressions and keep on until help takes over; use an AED if there is one',
      '· Heavy bleeding: press hard with a clean cloth, and do not let go',
      '· Do not move somebody who fell; give nothing to drink, no medicine',
      '· Send somebody down to meet the ambulance and hold the lift',
    ),
  'a child in danger': ({ fire, police }) =>
    lines(
      'A child is in danger. Now:',
      `· At a window or balcony: call ${fire}. Do not shout; somebody comes up softly from inside and holds the child; clear the ground below`,
      `· Locked in a flat or car: call ${fire}. In a hot car, if the child does not respond, break the window farthest from the child`,
      `· Missing: call ${police}: clothes, and where last seen. Look at the gates and by any water first`,
    ),
  'somebody cannot be reached': ({ fire, police, ambulance }) =>
    lines(
      'Somebody at home cannot be reached. Now:',
      `· If you are at the door, knock and call their name; if there is no answer, call ${police} or ${fire} to open it`,
      '· If it smells of gas: ring no bell, switch on no light, step away before you phone',
      `· If you hear a cry, or they are lying inside, call ${ambulance} as well`,
      '· Tell us the family’s number in a direct chat, not in the group',
    ),
};

export const safety = {
  safetyWords: (danger, numbers) => words[danger](numbers),
} satisfies SafetyTexts;

import type { PlanKind } from '../../notices/plans/kinds.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';

/** What residents are told in each kind of emergency: what has happened, what to do, what not to do, whom to call. */
export const notices: Record<PlanKind, (numbers: EmergencyNumbers) => string> = {
  fire: ({ fire }) =>
    `There is a fire: {place}. Our staff are dealing with it. Please stay calm:
1. If you can leave safely, stay low, cover nose and mouth with a wet cloth, and walk down the stairs. Do not take the lift.
2. If the stairs are full of smoke, go back, close the door, seal the gaps with wet cloths, show yourself at a window, and call ${fire} with your building and flat.
3. Do not go back for belongings. Look after the old and the young, and keep the fire lane free.`,
  gas: ({ fire }) =>
    `There may be a gas leak: {place}. Our staff are dealing with it. Please note:
1. Do not switch anything electrical on or off, do not phone indoors, and light no flame.
2. If you can, close the main gas valve and open doors and windows. Leave by the stairs, not by the lift.
3. Once you are safely outside, call the gas company’s emergency line or ${fire}. Please do not go back before it is declared safe.`,
  lift: ({ fire }) =>
    `A lift is out of order with people inside: {place}. Help is on the way. Please note:
1. Do not use this lift, keep away, and do not try to force its doors.
2. If you are inside: do not be afraid, there is air enough. Stand by the wall, do not force the doors or climb, press the alarm and wait.
3. If somebody feels unwell, tell us at once or call ${fire}.`,
  flood: ({ fire, police }) =>
    `Heavy rain may cause flooding: {place}. Please note:
1. Stay indoors if you can. Keep out of the underground car park, basements and flooded roads. Do not start a car that has water in it; leave it.
2. Close doors and windows. On low floors, cut the power of sockets and raise your belongings. Do not touch wet electrical devices.
3. If you are trapped or in danger, call ${fire} or ${police}, and tell us where you are.`,
  power: () =>
    `The power is out: {place}. We are looking for the cause and working on it. Please note:
1. Switch off heaters and cookers, and turn things on one by one when the power is back. Use torches rather than candles.
2. Do not use the lifts. If somebody is trapped, tell us.
3. If somebody at home depends on medical equipment such as oxygen, tell us at once. We will let you know when the power is back.`,
  water: () =>
    `The water is off: {place}. We are working on it. Please note:
1. Close your taps, and check them again before you go out, so that nothing overflows when the water comes back.
2. Switch off water heaters and boilers.
3. The water may be cloudy at first: let it run for a while. If you have old people or babies at home and need water, tell us. We will let you know when it is back.`,
  storm: ({ fire, police }) =>
    `A storm is coming: {place}. Please note:
1. Bring in flower pots, laundry and whatever may fall from balconies and sills. Close windows and doors, and keep away from glass.
2. Stay indoors if you can. Keep away from trees, signs, scaffolding and fallen wires. Do not park under trees or in low places.
3. Have a torch and drinking water ready. In danger, call ${fire} or ${police}, and tell us.`,
  crime: ({ police, ambulance }) =>
    `There is a security incident: {place}. The police have been called, and our guards are there. Please note:
1. Stay at home for now, lock doors and windows, keep away from the scene, and open to no strangers.
2. If you are near, go to a safe place.
3. If you see anything suspicious, call ${police}; if somebody is hurt, call ${ambulance}. Please do not spread what is not confirmed.`,
};

/** What staff do, in this order. */
export const steps: Record<PlanKind, (numbers: EmergencyNumbers) => readonly string[]> = {
  fire: ({ fire, ambulance }) => [
    `Confirm where it burns; call ${fire} at once: address, building, floor, what burns, who is trapped. If somebody is hurt, call ${ambulance}`,
    'Start the fire alarm and the fire pump, bring the lifts down, cut power and gas of the part that burns',
    'Evacuate in pairs: first the floor that burns and the one above, then the others; knock at every door, help the old, the young and whoever cannot walk',
    'Open the fire lane and the gate; somebody meets the fire engine at the road',
    'Use extinguishers only while the fire is small and the way out is safe; if it grows, leave',
    'Count people and tell the fire brigade who is missing; guard the scene afterwards',
  ],
  gas: ({ fire }) => [
    `Outdoors, call the gas company’s emergency line and ${fire}`,
    'Close the main valve of the building; switch nothing electrical, do not phone, ring no bells there',
    'Knock (do not ring) at the doors above and below, have people leave by the stairs, put up a cordon, no flames and no cars',
    'Cut the main power from a safe place, never inside the area of the leak',
    'Let the gas company measure; nobody goes back before it is declared safe',
  ],
  lift: ({ fire, ambulance }) => [
    'Speak with the people inside: do not force the doors, help is coming; ask how many they are and how they feel',
    'Call the lift’s maintenance company, ask when they will be there, and tell the people inside',
    'Cut the power of the lift, put signs on every floor, leave somebody to guard it',
    'Only licensed people free them; nobody else forces doors or turns the drive',
    `If maintenance needs more than 30 minutes or somebody feels unwell, call ${fire}; for a doctor call ${ambulance}`,
    'Ask how they are when they are out, write it down; the lift stays off until it is checked',
  ],
  flood: ({ fire }) => [
    'Check the underground car park, pump and switch rooms and low places; put up flood boards and sandbags',
    'Start the drainage pumps, clear the drains, have spare pumps ready',
    'Close flooded car parks and passages, have people and cars leave',
    'If water threatens the switch room, a licensed electrician cuts the power, and residents are told before',
    `If somebody is trapped, call ${fire} at once; help the old and those who cannot walk on low floors`,
    'Report the water level every half hour until it falls',
  ],
  power: () => [
    'Find out whether the fault is ours or the supplier’s, and when it will be over',
    'Check every lift for people inside',
    'Start the emergency supply; check fire systems, cameras, pumps and doors',
    'Post people with light in staircases and at the entrances',
    'Call residents who depend on medical equipment',
    'Check before the power comes back, switch on circuit by circuit, then tell residents',
  ],
  water: () => [
    'Find the cause: close the valve of a burst pipe of ours; ask the supplier when the water comes back',
    'Check pumps and the fire tank; water for firefighting comes first',
    'Set up a place where water is handed out; look after old people, babies and the sick',
    'Repair, with photos and notes',
    'Vent and flush before the water comes back, then tell residents',
  ],
  storm: ({ fire, police }) => [
    'Check and fasten fences, signs, trees, outdoor units and whatever lies on roofs',
    'Clear the drains; have sandbags, pumps, torches and radios ready',
    'Ask residents to clear their balconies; close dangerous areas',
    'Nobody works outdoors at a height while the wind is strong',
    `Cordon off fallen trees and wires and touch no wire; in danger call ${fire} or ${police}`,
    'Afterwards walk round, photograph the damage, and first remove what may fall',
  ],
  crime: ({ police, ambulance }) => [
    `Call ${police} at once: where, how many, whether armed; if somebody is hurt, call ${ambulance}`,
    'Bring residents to safety first, keep your distance, never go alone, do not provoke',
    'Watch the gates, note people and cars, lead the police to the place',
    'Guard the scene, keep the recordings, pass nothing on',
    'Calm residents, help the police, write down what happened',
  ],
};

// @ts-check
import { get, post } from './api.js';
import { h, icon, iconButton } from './dom.js';
import { listen } from './live.js';
import { openPersonDialog } from './person-dialog.js';
import { Rooms } from './rooms.js';
import { State } from './state.js';
import { toastFailure } from './toast.js';
import { locale, words } from './words.js';

/** @typedef {import('../wire.ts').RoomsView} RoomsView */
/** @typedef {import('../wire.ts').LiveView} LiveView */

document.documentElement.lang = locale;
const state = new State();
const rooms = new Rooms(state);
const offline = h('div', { class: 'offline', role: 'status', hidden: true }, words.offline);
const tools = h('div', { class: 'tools' });
const addPerson = () =>
  void openPersonDialog((persona) => {
    state.personas.set(persona.id, persona);
    rooms.repaint();
  });

document.body.prepend(
  h(
    'header',
    { class: 'top' },
    h('img', { src: '/page/icon.svg', alt: '', width: '28', height: '28' }),
    h('h1', {}, words.botName),
    h('p', {}, words.brandLine),
    tools,
  ),
  offline,
  rooms.columns,
  rooms.tabs,
);

async function load() {
  /** @type {RoomsView} */
  const view = await get('/api/rooms');
  state.take(view);
  const signOut = () => void post('/logout', {}).then(() => location.assign('/login'), toastFailure);
  tools.replaceChildren(
    h('button', { type: 'button', class: 'quiet', onclick: addPerson }, icon('plus'), h('span', {}, words.addPerson)),
  );
  if (view.canSignOut) tools.append(iconButton('door', words.signOut, signOut));
  await rooms.load();
  rooms.repaint();
}

/** One reading after the other; what is asked meanwhile is done once more afterwards. */
let loading = false;
let again = false;
async function reload() {
  if (loading) {
    again = true;
    return;
  }
  loading = true;
  try {
    await load();
  } catch (error) {
    toastFailure(error);
    again = true;
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  loading = false;
  if (again) {
    again = false;
    await reload();
  }
}

/** @param {LiveView} view */
function hear(view) {
  if (view.type === 'message') return rooms.hear(view.message);
  if (view.type === 'resync') return void reload();
  if (view.type === 'room') state.rooms.set(view.room.id, view.room);
  else state.personas.set(view.persona.id, view.persona);
  rooms.repaint();
}

// Reading begins when the stream is open, so that nothing falls between the two.
listen({
  hear,
  connected: (isConnected) => {
    offline.hidden = isConnected;
    if (isConnected) void reload();
  },
});

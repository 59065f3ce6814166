// @ts-check
import { get, post } from './api.js';
import { h, iconButton } from './dom.js';
import { toastFailure } from './toast.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').PersonaView} PersonaView */

/** Asks for somebody new to speak as. @param {(persona: PersonaView) => void} added */
export async function openPersonDialog(added) {
  const buildings = await get('/api/buildings').catch(() => []);
  /** @param {string} name @param {string} label @param {Record<string, import('./dom.js').Attribute>} [attributes] */
  const field = (name, label, attributes = {}) =>
    h('label', {}, h('span', {}, label), h('input', { name, autocomplete: 'off', maxlength: '12', ...attributes }));
  const role = h(
    'select',
    { name: 'role' },
    Object.entries(words.roles).map(([value, label]) => h('option', { value }, label)),
  );
  const list = h('datalist', { id: 'buildings' });
  if (Array.isArray(buildings)) list.append(...buildings.map((label) => h('option', { value: String(label) })));
  const flat = h(
    'fieldset',
    {},
    h('legend', {}, words.flat),
    field('building', words.building, { list: 'buildings', required: true }),
    field('unit', words.unit, { placeholder: words.unitOptional }),
    field('room', words.room, { required: true }),
    list,
  );
  role.addEventListener('change', () => {
    flat.hidden = role.value !== 'resident';
    flat.disabled = flat.hidden;
  });
  const submit = h('button', { type: 'submit', class: 'primary' }, words.add);
  const form = h(
    'form',
    {
      onsubmit: async (/** @type {SubmitEvent} */ event) => {
        event.preventDefault();
        const data = new FormData(form);
        /** @param {string} field */
        const typed = (field) => {
          const value = data.get(field);
          return typeof value === 'string' ? value : '';
        };
        const [building, unit, room] = ['building', 'unit', 'room'].map(typed);
        const where = role.value === 'resident' ? { building, unit, room } : null;
        submit.disabled = true;
        try {
          const persona = await post('/api/personas', { name: typed('name'), role: role.value, flat: where });
          dialog.close();
          added(/** @type {PersonaView} */ (persona));
        } catch (error) {
          toastFailure(error);
          submit.disabled = false;
        }
      },
    },
    h('h2', {}, words.addPerson),
    field('name', words.personName, { required: true, maxlength: '30', autofocus: true }),
    h('label', {}, h('span', {}, words.personKind), role),
    flat,
    h(
      'div',
      { class: 'dialog-buttons' },
      h('button', { type: 'button', onclick: () => dialog.close() }, words.cancel),
      submit,
    ),
  );
  /** @type {HTMLDialogElement} */
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': words.addPerson, onclose: () => dialog.remove() },
    iconButton('close', words.close, () => dialog.close(), { class: 'icon-button dialog-close' }),
    form,
  );
  document.body.append(dialog);
  dialog.showModal();
}

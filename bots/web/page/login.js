// @ts-check
import { post, RequestFailed } from './api.js';
import { h } from './dom.js';
import { locale, words } from './words.js';

/** @param {unknown} answer */
const waitOf = (answer) =>
  typeof answer === 'object' && answer !== null && 'waitMs' in answer ? Number(answer.waitMs) : 0;

const input = h('input', {
  type: 'password',
  name: 'password',
  autocomplete: 'current-password',
  required: true,
  autofocus: true,
  placeholder: words.password,
  'aria-label': words.password,
});
const fault = h('p', { class: 'fault', role: 'alert' });
const submit = h('button', { type: 'submit', class: 'primary' }, words.enter);

/** @param {Event} event */
async function onsubmit(event) {
  event.preventDefault();
  submit.disabled = true;
  fault.textContent = '';
  try {
    await post('/login', { password: input.value });
    location.assign('/');
  } catch (error) {
    submit.disabled = false;
    input.select();
    const wait = error instanceof RequestFailed ? Math.ceil(waitOf(error.answer) / 1000) : 0;
    if (wait > 0) fault.textContent = words.waitSeconds(wait);
    else fault.textContent = error instanceof RequestFailed && error.status === 401 ? words.wrongPassword : words.fault;
  }
}

document.documentElement.lang = locale;
document.title = words.botName;
document.body.append(
  h(
    'main',
    { class: 'login-card' },
    h('img', { src: '/page/icon.svg', alt: '', width: '64', height: '64' }),
    h('h1', {}, words.botName),
    h('p', {}, words.brandLine),
    h('form', { onsubmit }, input, submit, fault),
  ),
);

// @ts-check
import { post, RequestFailed } from './api.js';
import { toast, toastFailure } from './toast.js';
import { words } from './words.js';

/**
 * Does something as a persona, and says why when it cannot be done.
 * @param {string} path
 * @param {object} body
 * @returns {Promise<boolean>} whether it was done
 */
export async function act(path, body) {
  try {
    await post(path, body);
    return true;
  } catch (error) {
    const isGone = error instanceof RequestFailed && error.status === 404;
    if (isGone) toast(path.endsWith('/press') ? words.choiceGone : words.gone);
    else toastFailure(error);
    return false;
  }
}

/** https://core.telegram.org/bots/api#sendmessage: 1–4096 characters, counted as UTF-16 code units. */
export const TEXT_LIMIT = 4096;
/** https://core.telegram.org/bots/api#sendphoto */
export const CAPTION_LIMIT = 1024;
/** https://core.telegram.org/bots/api#sendpoll */
export const POLL_QUESTION_LIMIT = 300;
export const POLL_OPTION_LIMIT = 100;

/**
 * The longest text that is sent as one message, in UTF-16 code units. WeChat publishes no limit for chats; its apps take about
 * 2,000 Chinese characters and cut or refuse what is longer, so this stays below.
 */
export const TEXT_LIMIT = 1800;

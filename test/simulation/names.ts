/** Names that the world and its oracle share. */
export const botName = 'samenspraak_bot';

import { ok, wrongCall } from '../bot-api/reply.js';
import { tellChats } from '../control/tell.js';
import { method } from './call.js';
import { inLanguage, descriptionFor, isLanguage } from '../world/languages.js';

interface InLanguage {
  language_code?: string;
}

export const getMe = method(({ bot }) => ok({ ...bot.user, ...bot.flags }));

export const setMyName = method<InLanguage & { name?: string }>(({ bot, emulator }, params) => {
  const name = params.name?.trim() ?? '';
  const problem = problemOf(name, 64, params);
  if (problem !== null) return problem;
  setOrForget(bot.names, params.language_code ?? '', name);
  if (name !== '' && (params.language_code ?? '') === '') bot.user.first_name = name;
  tellChats(emulator, bot);
  return ok(true);
});

export const getMyName = method<InLanguage>(({ bot }, params) =>
  ok({ name: inLanguage(bot.names, params.language_code) || bot.user.first_name }),
);

export const setMyDescription = method<InLanguage & { description?: string }>(({ bot, emulator }, params) => {
  const description = params.description?.trim() ?? '';
  const problem = problemOf(description, 512, params);
  if (problem !== null) return problem;
  setOrForget(bot.descriptions, params.language_code ?? '', description);
  tellChats(emulator, bot);
  return ok(true);
});

export const getMyDescription = method<InLanguage>(({ bot }, params) =>
  ok({ description: descriptionFor(bot, params.language_code) }),
);

export const setMyShortDescription = method<InLanguage & { short_description?: string }>(({ bot }, params) => {
  const description = params.short_description?.trim() ?? '';
  const problem = problemOf(description, 120, params);
  if (problem !== null) return problem;
  setOrForget(bot.shortDescriptions, params.language_code ?? '', description);
  return ok(true);
});

export const getMyShortDescription = method<InLanguage>(({ bot }, params) =>
  ok({ short_description: inLanguage(bot.shortDescriptions, params.language_code) }),
);

function setOrForget(texts: Map<string, string>, languageCode: string, text: string): void {
  if (text === '') texts.delete(languageCode);
  else texts.set(languageCode, text);
}

function problemOf(text: string, maxLength: number, { language_code }: InLanguage) {
  if (text.length > maxLength)
    return wrongCall(`Bad Request: text is too long; it has at most ${maxLength} characters`);
  if (!isLanguage(language_code)) return wrongCall('Bad Request: invalid language code specified');
  return null;
}

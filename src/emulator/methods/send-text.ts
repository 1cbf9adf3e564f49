import type { TelegramLinkPreviewOptions, TelegramMessageEntity } from '@gramio/types';
import { readText } from '../bot-api/text.js';
import { method } from './call.js';
import { deliver, type SendOptions } from './deliver.js';

interface SendMessage extends SendOptions {
  text: string;
  entities?: TelegramMessageEntity[];
  link_preview_options?: TelegramLinkPreviewOptions;
}

export const sendMessage = method<SendMessage>((call, params) => {
  const read = readText(params.text, params.entities);
  if ('ok' in read) return read;
  return deliver(call, params, {
    text: read.text,
    ...(read.entities.length > 0 && { entities: read.entities }),
    ...(params.link_preview_options && { link_preview_options: params.link_preview_options }),
  });
});

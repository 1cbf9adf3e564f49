import { ok, wrongCall } from '../bot-api/reply.js';
import { fileFields } from '../world/files.js';
import { method } from './call.js';

const maxDownloadBytes = 20 * 1024 * 1024;

export const getFile = method<{ file_id: string }>(({ bot }, { file_id }) => {
  const file = bot.files.get(file_id);
  if (file === undefined) return wrongCall('Bad Request: invalid file_id');
  if (file.bytes.length > maxDownloadBytes) return wrongCall('Bad Request: file is too big');
  return ok({ ...fileFields(file), file_path: file.path });
});

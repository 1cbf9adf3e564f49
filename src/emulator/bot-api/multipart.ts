import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Emulator } from '../emulator.js';
import type { Upload } from '../methods/call.js';
import { printReply, refuse, wrongCall } from './reply.js';
import { answerWith } from './transport.js';
import type { Params } from './validate.js';

interface MethodRoute {
  Params: { token: string; method: string };
}

interface FileRoute {
  Params: { token: string; '*': string };
}

const limits = { fileSize: 50 * 1024 * 1024, files: 20, fields: 200, fieldSize: 1024 * 1024 };

/** Files on their way in, as multipart bodies, and out, as `/file/bot<token>/<path>`. */
export async function fileRoutes(app: FastifyInstance, { emulator }: { emulator: Emulator }): Promise<void> {
  await app.register(multipart, { limits });
  app.post<MethodRoute>('/bot:token/:method', (request, reply) => {
    reply.hijack();
    void readParts(request).then((parts) => {
      const call = parts ?? { params: {}, uploads: new Map<string, Upload>() };
      const unreadable = parts === null ? wrongCall('Request Entity Too Large', 413) : null;
      answerWith(emulator, reply.raw, { ...request.params, ...call, unreadable });
    });
  });
  app.get<FileRoute>('/file/bot:token/*', (request, reply) => {
    const bot = emulator.world.bots.get(request.params.token);
    const file = [...(bot?.files.values() ?? [])].find(({ path }) => path === request.params['*']);
    if (file === undefined) {
      return reply
        .code(404)
        .type('application/json')
        .send(printReply(refuse(404, 'Not Found')));
    }
    return reply.type('application/octet-stream').send(file.bytes);
  });
}

/** Null when the body is too large or no multipart body at all. */
async function readParts(request: FastifyRequest): Promise<{ params: Params; uploads: Map<string, Upload> } | null> {
  const params: Params = {};
  const uploads = new Map<string, Upload>();
  try {
    for await (const part of request.parts()) {
      // A form writes each line break of a text as two characters; Telegram drops the carriage return.
      if (part.type === 'field') {
        params[part.fieldname] = typeof part.value === 'string' ? part.value.replaceAll('\r\n', '\n') : part.value;
      } else {
        const bytes = await part.toBuffer();
        uploads.set(part.fieldname, { bytes, fileName: part.filename || null, mimeType: part.mimetype });
      }
    }
  } catch {
    return null;
  }
  // A part named as a field is that field's file; any other one is reached as attach://<its name>.
  const fields = Object.values(params).join('\n');
  for (const name of uploads.keys()) if (!fields.includes(`attach://${name}`)) params[name] = `attach://${name}`;
  return { params, uploads };
}

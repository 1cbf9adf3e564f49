import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Emulator } from '../emulator.js';
import type { Upload } from '../methods/call.js';
import { dispatch, type Answer, type Incoming } from './dispatch.js';
import { printReply, refuse, wrongCall } from './reply.js';
import type { Params } from './validate.js';

/** `/bot<token>/<method>`, perhaps with a query. */
const methodUrl = /^\/bot([^/?]+)\/([^/?]*)(?:\?(.*))?$/;
const maxBodyBytes = 2 * 1024 * 1024;

/**
 * Answers calls of bots that carry no files. It stands before the web framework, whose work on a request costs as much as
 * the call itself. False when the request is for someone else.
 */
export function answerCall(emulator: Emulator, request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '', method } = request;
  if (!url.startsWith('/bot') || (method !== 'POST' && method !== 'GET')) return false;
  const type = request.headers['content-type'];
  if (type?.startsWith('multipart/') === true) return false;
  const [, token, name, query] = methodUrl.exec(url) ?? [];
  if (token === undefined || name === undefined) {
    sendJson(response, 404, printReply(refuse(404, 'Not Found')));
    return true;
  }
  const fromQuery = query === undefined ? null : fieldsOf(query);
  readBody(request, (body) => {
    const fromBody = body === null ? null : readParams(body, type);
    const unreadable = fromBody !== null ? null : body === null ? tooLarge : malformed;
    const params = fromQuery === null ? (fromBody ?? {}) : { ...fromQuery, ...fromBody };
    answerWith(emulator, response, { token: unescaped(token), method: name, params, uploads: noUploads, unreadable });
  });
  return true;
}

/** Does the call and sends its answer, unless a fault spoils that. */
export function answerWith(emulator: Emulator, response: ServerResponse, call: Omit<Incoming, 'connection'>): void {
  const answer = dispatch(emulator, { ...call, connection: response });
  if (!(answer instanceof Promise)) sendAnswer(response, answer);
  else {
    void answer.then((late) => {
      sendAnswer(response, late);
    });
  }
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const noUploads = new Map<string, Upload>();
const tooLarge = wrongCall('Request Entity Too Large', 413);
const malformed = wrongCall("Bad Request: can't parse JSON object");

/** Gives the body as text, or null when it is longer than any call without files can be. */
function readBody(request: IncomingMessage, then: (body: string | null) => void): void {
  let chunks: Buffer[] | null = null;
  let first: Buffer | null = null;
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBodyBytes) return;
    if (first === null) first = chunk;
    else (chunks ??= [first]).push(chunk);
  });
  request.on('end', () => {
    if (size > maxBodyBytes) then(null);
    else then((chunks === null ? first : Buffer.concat(chunks))?.toString() ?? '');
  });
}

/** Null when it is no JSON object. */
function readParams(body: string, type: string | undefined): Params | null {
  if (body === '' || type === undefined) return {};
  if (type.startsWith('application/x-www-form-urlencoded')) return fieldsOf(body);
  // As Telegram, which takes no parameters from a body of another kind.
  if (!type.startsWith('application/json')) return {};
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : null;
  } catch {
    return null;
  }
}

/** Clients write the colon of a token as it is, or escaped. */
function unescaped(token: string): string {
  return token.replace(/%3A/i, ':');
}

function fieldsOf(encoded: string): Params {
  return Object.fromEntries(new URLSearchParams(encoded));
}

function sendAnswer(response: ServerResponse, { status, body, spoil }: Answer): void {
  if (response.destroyed) return;
  switch (spoil) {
    case 'none':
      sendJson(response, status, body);
      return;
    case 'hang':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'truncate': {
      const bytes = Buffer.from(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    }
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Response } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../support/scanning.js';
import { createTransport, type Transport } from '../../src/telegram/transport.js';
import { breathingPicture } from '../../src/telegram/uploads.js';

const params = { chat_id: 7, animation: breathingPicture, caption: 'één' };

/** A Bot API that keeps the last call as it came, and answers with what the test says. */
let answer: unknown;
let came: { readonly type: string; readonly length: string | undefined; readonly bytes: Buffer };
let transport: Transport;
const server = createServer((request, response) => {
  void buffer(request).then((bytes) => {
    const { 'content-type': type = '', 'content-length': length } = request.headers;
    came = { type, length, bytes };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  transport = createTransport(`http://127.0.0.1:${port}`, `123456:${'a'.repeat(35)}`);
});

afterAll(async () => {
  await transport.close();
  server.close();
});

async function call(sent: object, result: unknown = { message_id: 1 }): Promise<typeof came> {
  answer = { ok: true, result };
  await transport.call('send', sent);
  return came;
}

// What it is deprecated for is a server that reads what strangers send; these are the bytes we made.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const formOf = ({ type, bytes }: typeof came) => new Response(bytes, { headers: { 'content-type': type } }).formData();

async function fileOf(call: typeof came, field: string) {
  const value = (await formOf(call)).get(field);
  if (value === null || typeof value === 'string') throw new Error(`${field} is no file`);
  return { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
}

describe('a file that goes along with a call', () => {
  it('leaves the line breaks of its caption as they were written', async () => {
    const caption = 'één\ntwee\n\n«drie» 🙂';
    const { bytes } = await call({ ...params, caption });
    expect(bytes.toString()).toContain(`\r\n\r\n${caption}\r\n`);
    expect((await formOf(came)).get('caption')).toBe(caption);
  });

  it('travels as multipart, with every other parameter in a part of its own', async () => {
    const { type, length, bytes } = await call({ ...params, reply_markup: { inline_keyboard: [] } });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(length)).toBe(bytes.length);
    expect(bytes.length).toBeLessThan(400 * 1024);
    const picture = await fileOf(came, 'animation');
    expect(picture).toMatchObject({ name: 'breathing.gif', type: 'image/gif' });
    expect(picture.bytes.subarray(0, 6).toString()).toBe('GIF89a');
    const form = await formOf(came);
    expect([form.get('chat_id'), form.get('caption')]).toEqual(['7', 'één']);
    expect(form.get('reply_markup')).toBe('{"inline_keyboard":[]}');
  });

  it('goes by its number once Telegram has it, and anew when that number is refused', async () => {
    await call(params, { message_id: 1, animation: { file_id: 'abc' } });
    const { type, bytes } = await call(params);
    expect(type).toBe('application/json');
    expect(JSON.parse(bytes.toString())).toEqual({ chat_id: 7, animation: 'abc', caption: 'één' });
    answer = { ok: false, error_code: 400, description: 'Bad Request: wrong file identifier' };
    await expect(transport.call('send', params)).rejects.toThrow();
    expect((await call(params)).type).toMatch(/^multipart/);
  });

  it('is drawn when it goes up, of a link to scan, and anew each time', async () => {
    const link = 'https://t.me/SamenspraakBot?start=7K3F9X2MQ4TB';
    const photo = { chat_id: 7, photo: { qr: link } };
    const { bytes } = await call(photo, { message_id: 1, photo: [{ file_id: 'abc' }] });
    expect(bytes.toString('latin1')).not.toContain(link);
    const picture = await fileOf(came, 'photo');
    expect(picture).toMatchObject({ name: 'qr.png', type: 'image/png' });
    expect(await scan(picture.bytes)).toEqual([link]);
    expect((await fileOf(await call(photo), 'photo')).name).toBe('qr.png');
  });

  it('is drawn when it goes up, of the words of a loop', async () => {
    const half = { sentence: 'Als jij stil wordt, dan praat ik harder.', hope: null };
    const photo = { loop: { language: 'nl', top: half, bottom: half } };
    await call({ chat_id: 7, photo, has_spoiler: true, protect_content: true });
    const picture = await fileOf(came, 'photo');
    expect(picture).toMatchObject({ name: 'loop.png', type: 'image/png' });
    expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([1080, 1080]);
    const form = await formOf(came);
    expect([form.get('has_spoiler'), form.get('protect_content')]).toEqual(['true', 'true']);
    expect(came.bytes.toString('latin1')).not.toContain('stil wordt');
  });

  it('is not sent where a drawing has letters it cannot draw, nor once the bot stops', async () => {
    await call({ text: 'hoi' });
    const before = came;
    const half = { sentence: 'Als jij 你好, dan שלום.', hope: null };
    const photo = { loop: { language: 'nl', top: half, bottom: half } };
    const refusal = transport.call('sendPhoto', { chat_id: 7, photo });
    await expect(refusal).rejects.toMatchObject({ name: 'Undrawable', code: 'letters' });
    await expect(refusal).rejects.not.toThrow(/你好/);
    const latin = { loop: { language: 'nl', top: { ...half, sentence: 'a' }, bottom: { ...half, sentence: 'b' } } };
    const stopped = transport.call('sendPhoto', { chat_id: 7, photo: latin }, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'TelegramUnheard', code: 'aborted', isInDoubt: false });
    expect(came).toBe(before);
  });

  it('keeps its bytes and its name, whatever stands in them', async () => {
    const name = 'Anne "&" Bram\r\ncontent-type: text/html\r\n\r\n--é.json';
    const text = 'één\nregel\r\nen "nog" een\n--x--\r\n';
    await call({ chat_id: 7, document: { name, type: 'application/json', text } });
    const document = await fileOf(came, 'document');
    expect({ ...document, bytes: document.bytes.toString() }).toEqual({ name, type: 'application/json', bytes: text });
    expect([...(await formOf(came)).keys()]).toEqual(['chat_id', 'document']);
  });

  it('is not looked for in an answer that holds none', async () => {
    await call(params, true);
    expect((await call(params)).type).toMatch(/^multipart/);
    const { type, bytes } = await call({ text: 'hoi' });
    expect([type, bytes.toString()]).toEqual(['application/json', '{"text":"hoi"}']);
  });
});

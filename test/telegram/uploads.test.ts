import { describe, expect, it } from 'vitest';
import { scan } from '../support/scanning.js';
import { breathingPicture, createUploads } from '../../src/telegram/uploads.js';

const params = { chat_id: 7, animation: breathingPicture, caption: 'één' };

describe('a file that goes along with a call', () => {
  it('travels as multipart, with every other parameter in a part of its own', () => {
    const { headers, body } = createUploads().encode(params);
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=samenspraak-/);
    const text = body.toString('latin1');
    expect(text).toContain('name="animation"; filename="breathing.gif"\r\ncontent-type: image/gif\r\n\r\nGIF89a');
    expect(text).toContain('name="chat_id"\r\n\r\n7\r\n');
    expect(Buffer.from(body).includes(Buffer.from('name="caption"\r\n\r\néén\r\n'))).toBe(true);
    expect(body.length).toBeLessThan(400 * 1024);
  });

  it('goes by its number once Telegram has it, and anew when that number is refused', () => {
    const uploads = createUploads();
    uploads.remember(uploads.encode(params), { message_id: 1, animation: { file_id: 'abc' } });
    expect(JSON.parse(uploads.encode(params).body.toString())).toEqual({
      chat_id: 7,
      animation: 'abc',
      caption: 'één',
    });
    uploads.forget(params);
    expect(uploads.encode(params).uploads).toHaveLength(1);
  });

  it('is drawn when it goes up, of a link to scan, and anew each time', async () => {
    const uploads = createUploads();
    const link = 'https://t.me/SamenspraakBot?start=7K3F9X2MQ4TB';
    const call = { chat_id: 7, photo: { qr: link } };
    const { body, headers } = uploads.encode(call);
    expect(headers['content-type']).toMatch(/^multipart/);
    const bytes = Buffer.from(body);
    const head = 'name="photo"; filename="qr.png"\r\ncontent-type: image/png\r\n\r\n';
    expect(bytes.toString('latin1')).not.toContain(link);
    expect(await scan(bytes.subarray(bytes.indexOf(head) + head.length))).toEqual([link]);
    uploads.remember(uploads.encode(call), { message_id: 1, photo: [{ file_id: 'abc' }] });
    expect(Buffer.from(uploads.encode(call).body).includes(head)).toBe(true);
  });

  it('is not looked for in an answer that holds none', () => {
    const uploads = createUploads();
    uploads.remember(uploads.encode(params), true);
    expect(uploads.encode(params).uploads).toHaveLength(1);
    expect(uploads.encode({ text: 'hoi' })).toMatchObject({ body: '{"text":"hoi"}', uploads: [] });
  });
});

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../page', import.meta.url));
/** Node finds the variant made for servers, one folder below those for browsers. */
const litHtml = dirname(dirname(createRequire(import.meta.url).resolve('lit-html')));

/** Nothing on the page may come from elsewhere; pictures and sound may also be made in the page itself. */
const headers = {
  'content-security-policy': "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The two-phones page and the one library it uses, as plain files. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await app.register(fastifyStatic, { root: page, prefix: '/page/', cacheControl: false });
  await app.register(fastifyStatic, {
    root: litHtml,
    prefix: '/vendor/lit-html/',
    decorateReply: false,
    cacheControl: false,
  });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
}

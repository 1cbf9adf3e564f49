import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../page', import.meta.url));
/** Node finds the variant made for servers, one folder below those for browsers. */
const litHtml = dirname(dirname(createRequire(import.meta.url).resolve('lit-html')));

/** Nothing on the page may come from elsewhere; pictures and sound may also be made in the page itself. */
const policy = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:";

/** The two-phones page and the one library it uses, as plain files. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  const setHeaders = (reply: FastifyReply) => {
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  };
  await app.register(fastifyStatic, { root: page, prefix: '/page/', setHeaders });
  await app.register(fastifyStatic, {
    root: litHtml,
    prefix: '/vendor/lit-html/',
    decorateReply: false,
    setHeaders,
  });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
}

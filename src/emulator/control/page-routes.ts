import type { FastifyInstance } from 'fastify';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../page', import.meta.url));
/** Node finds the variant made for servers, one folder below those for browsers. */
const litHtml = dirname(dirname(createRequire(import.meta.url).resolve('lit-html')));

/** Nothing on the page may come from elsewhere; pictures and sound may also be made in the page itself. */
const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** What a browser loads; other files that lie beside it are not handed out. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The two-phones page and the one library it uses. Each file has a route of its own, made at the start, so that no
 * address can be made up that leads to another file.
 */
export function pageRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  serveFiles(app, '/page/', page);
  serveFiles(app, '/vendor/lit-html/', litHtml);
  serve(app, '/', join(page, 'index.html'));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  return Promise.resolve();
}

function serveFiles(app: FastifyInstance, prefix: string, root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (extname(name) in types) serve(app, prefix + name.replaceAll(sep, '/'), join(root, name));
  }
}

function serve(app: FastifyInstance, address: string, file: string): void {
  app.get(address, async (_request, reply) => reply.type(types[extname(file)] ?? '').send(await readFile(file)));
}

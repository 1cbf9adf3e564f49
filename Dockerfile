# Samenspraak in a container: see docs/operating.md. Two stages: what builds stays behind.

ARG NODE_VERSION=22

FROM node:${NODE_VERSION}-bookworm AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY src ./src
COPY scenarios ./scenarios
COPY assets ./assets
RUN npm run build
# What was read of the prompts, for a tree in which nothing can be written.
RUN mkdir -p modules/.cache/samenspraak
RUN cp node_modules/.cache/samenspraak/content-*.json node_modules/.cache/samenspraak/helplines-*.json modules/.cache/samenspraak/
# Of all packages two are left that are not in dist/: what draws, and SQLite, of which the compiled part is enough.
RUN mkdir -p modules && cp -r node_modules/@resvg modules/
RUN mkdir -p modules/better-sqlite3/build/Release modules/bindings modules/file-uri-to-path
RUN cp -r node_modules/better-sqlite3/package.json node_modules/better-sqlite3/lib modules/better-sqlite3/
RUN cp node_modules/better-sqlite3/build/Release/better_sqlite3.node modules/better-sqlite3/build/Release/
RUN cp node_modules/bindings/package.json node_modules/bindings/bindings.js modules/bindings/
RUN cp node_modules/file-uri-to-path/package.json node_modules/file-uri-to-path/index.js modules/file-uri-to-path/

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production
ENV DATA_DIR=/data
WORKDIR /app
COPY package.json LICENSE .env.example ./
COPY migrations ./migrations
COPY scenarios ./scenarios
COPY assets ./assets
COPY docs/privacy-policy.md ./docs/
COPY --from=build /build/modules ./node_modules
COPY --from=build /build/dist ./dist
# A new volume takes over whose this is.
RUN mkdir -m 700 /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT||8080}/healthz`).then((it)=>process.exit(it.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/container.mjs"]
CMD ["start"]

# What both stages stand on, pinned by version; a registry of one's own may have another name for it.
ARG BASE=node:24.21.0-bookworm-slim

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Install scripts are left out: their only work is to fetch Node 24, which the image has. A network whose certificates the
# image does not know gives its own: docker build --secret id=extra_ca,src=<file> .
RUN --mount=type=secret,id=extra_ca,required=false \
    if [ -s /run/secrets/extra_ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/extra_ca; fi; \
    npm ci --ignore-scripts
COPY vite.config.ts tsconfig.json ./
COPY src ./src
# Serving needs neither the page's sources, nor what only describes or types the packages.
RUN npx vite build && npm prune --omit=dev --ignore-scripts \
    && rm -rf src/web/client dist/client/assets/*.map \
    && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete

FROM ${BASE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# The only folder that is written to: what was erased, and a signing key if none is given.
RUN install --directory --owner=node --group=node --mode=700 /data
WORKDIR /app
COPY package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/client ./dist/client
COPY --from=build /app/src ./src
# Last, since they are others each time.
ARG VERSION=0.0.0
ARG COMMIT=
ENV RELEASE_COMMIT=${COMMIT}
LABEL org.opencontainers.image.title="Expense Ledger" \
      org.opencontainers.image.description="An expense ledger that never forgets: every change is an event, every figure can be explained." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${COMMIT}"
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
# Until the ledger has its database, /healthz says "starting": a container that would refuse everybody is not healthy yet. From then on
# it is the process that is looked at; a database that is away is no reason to replace it. Nor is a machine that is only busy, on which
# the check itself takes seconds: who does not answer for a minute is replaced, and a proxy has long left it.
HEALTHCHECK --interval=5s --timeout=15s --start-period=150s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => answer.json()).then(({ status }) => process.exit(status === 'ok' ? 0 : 1), () => process.exit(1))"]
# DATABASE_URL, or DATABASE_URL_FILE, has to be given: there is no database server in here.
CMD ["node", "src/main.ts", "serve"]

# One image for every part of the desk: the command decides what runs (docker-compose.yml).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY prisma ./prisma
RUN npm ci
COPY tsconfig.json tsconfig.build.json linli.ts ./
COPY bots ./bots
COPY core ./core
COPY workers ./workers
# Optional packages are the embedded PostgreSQL, which is not needed here, and what WeChat needs: OPTIONAL=include keeps them, and
# PUPPET names a wechaty puppet to be added.
ARG OPTIONAL=omit
ARG PUPPET=
RUN npm run build && npm prune --omit=dev --${OPTIONAL}=optional --ignore-scripts \
  && if [ -n "$PUPPET" ]; then npm install --no-save --ignore-scripts "$PUPPET"; fi

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# Where the login of a WeChat account is kept.
RUN mkdir /data && chown node /data
USER node
EXPOSE 8787
ENTRYPOINT ["node", "--optimize-for-size", "--max-semi-space-size=1", "dist/linli.js"]
CMD ["start"]

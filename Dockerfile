# One image for every part of the desk: the command decides what runs (docker-compose.yml).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY prisma ./prisma
# --omit=optional: the server comes from outside, so that no embedded PostgreSQL is installed.
RUN npm ci --omit=optional
COPY tsconfig.json linli.ts ./
COPY bots ./bots
COPY core ./core
COPY workers ./workers
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 8787
ENTRYPOINT ["node", "dist/linli.js"]
CMD ["start"]

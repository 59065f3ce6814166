import { defineConfig } from 'prisma/config';

// For Prisma's own commands (`npx prisma migrate deploy`, `npx prisma studio`). linli itself needs none of them.
const url = process.env['DATABASE_URL'];

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
});

import type { Prisma, PrismaClient } from '../prisma/generated/client.ts';

/** The database as use cases see it. */
export type Database = PrismaClient;
/** Inside a transaction, or outside of one. */
export type Tx = Prisma.TransactionClient;

import { Prisma } from './generated/sqlite/client';

/** A piece of SQL with its values bound, for statements that Prisma's own queries cannot express in one. Both dialects take it. */
export const sql = Prisma.sql;
/** Pieces joined by a separator. */
export const joinSql = Prisma.join;
/** A name or keyword that is part of the program, never of a request. */
export const rawSql = Prisma.raw;
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;

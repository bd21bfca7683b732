-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN "dialect" TEXT;

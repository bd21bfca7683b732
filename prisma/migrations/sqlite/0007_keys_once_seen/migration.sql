-- AlterTable
ALTER TABLE "Discovery" ADD COLUMN "keyedXml" TEXT;

-- What was fetched before counts as seen.
UPDATE "Discovery" SET "keyedXml" = "xml" WHERE "xml" LIKE '%<proof-key %modulus="_%';

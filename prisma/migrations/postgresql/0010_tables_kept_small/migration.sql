-- DropIndex
DROP INDEX "AcceptedSave_tokenId_signedTicks_key";

-- AlterTable
ALTER TABLE "AcceptedSave" ADD COLUMN     "documentId" TEXT;
UPDATE "AcceptedSave" SET "documentId" = "AccessToken"."documentId" FROM "AccessToken" WHERE "AccessToken"."id" = "AcceptedSave"."tokenId";
-- A token of a folder does not say which document it was: these rows are of use for 25 minutes.
DELETE FROM "AcceptedSave" WHERE "documentId" IS NULL;
ALTER TABLE "AcceptedSave" ALTER COLUMN "documentId" SET NOT NULL;

-- AlterTable
ALTER TABLE "RecoveryCopy" ADD COLUMN     "lockSession" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "AcceptedSave_tokenId_documentId_signedTicks_key" ON "AcceptedSave"("tokenId", "documentId", "signedTicks");

-- CreateIndex
CREATE INDEX "RecoveryCopy_documentId_userId_createdAt_idx" ON "RecoveryCopy"("documentId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "RecoveryCopy_createdAt_idx" ON "RecoveryCopy"("createdAt");

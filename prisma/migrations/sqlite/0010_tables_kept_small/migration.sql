-- AlterTable
ALTER TABLE "RecoveryCopy" ADD COLUMN "lockSession" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AcceptedSave" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "signedTicks" BIGINT NOT NULL,
    "acceptedAt" DATETIME NOT NULL,
    CONSTRAINT "AcceptedSave_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "AccessToken" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- A token of a folder does not say which document it was: these rows are of use for 25 minutes.
INSERT INTO "new_AcceptedSave" ("acceptedAt", "id", "signedTicks", "tokenId", "documentId") SELECT s."acceptedAt", s."id", s."signedTicks", s."tokenId", t."documentId" FROM "AcceptedSave" s JOIN "AccessToken" t ON t."id" = s."tokenId" WHERE t."documentId" IS NOT NULL;
DROP TABLE "AcceptedSave";
ALTER TABLE "new_AcceptedSave" RENAME TO "AcceptedSave";
CREATE INDEX "AcceptedSave_acceptedAt_idx" ON "AcceptedSave"("acceptedAt");
CREATE UNIQUE INDEX "AcceptedSave_tokenId_documentId_signedTicks_key" ON "AcceptedSave"("tokenId", "documentId", "signedTicks");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "RecoveryCopy_documentId_userId_createdAt_idx" ON "RecoveryCopy"("documentId", "userId", "createdAt");

-- CreateIndex
CREATE INDEX "RecoveryCopy_createdAt_idx" ON "RecoveryCopy"("createdAt");

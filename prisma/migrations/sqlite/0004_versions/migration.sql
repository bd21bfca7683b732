-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN "versionId" TEXT CONSTRAINT "AccessToken_versionId_fkey" REFERENCES "Version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "AccessToken_versionId_idx" ON "AccessToken"("versionId");

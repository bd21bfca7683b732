-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "versionId" TEXT;

-- CreateIndex
CREATE INDEX "AccessToken_versionId_idx" ON "AccessToken"("versionId");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "parentId" TEXT;

-- CreateIndex
CREATE INDEX "AccessToken_parentId_idx" ON "AccessToken"("parentId");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "AccessToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "folderId" TEXT,
ADD COLUMN     "resource" TEXT NOT NULL DEFAULT 'file',
ALTER COLUMN "documentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "copyForbidden" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Folder" ADD COLUMN     "changedAt" TIMESTAMP(3);
UPDATE "Folder" SET "changedAt" = "createdAt";
ALTER TABLE "Folder" ALTER COLUMN "changedAt" SET NOT NULL;

-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "contentId" TEXT NOT NULL,
    "text" TEXT,
    "navigationId" TEXT,
    "isReply" BOOLEAN NOT NULL DEFAULT false,
    "people" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Activity_documentId_receivedAt_idx" ON "Activity"("documentId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_documentId_clientId_key" ON "Activity"("documentId", "clientId");

-- CreateIndex
CREATE INDEX "AccessToken_folderId_idx" ON "AccessToken"("folderId");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_folderId_fkey" FOREIGN KEY ("folderId") REFERENCES "Folder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Names sort by their code points, as on SQLite, whatever the database's language is: COLLATE "C".

-- DropIndex
DROP INDEX "Folder_ownerId_idx";

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'other',
ADD COLUMN     "searchName" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "sortName" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "trashedWithId" TEXT;

-- AlterTable
ALTER TABLE "Folder" ADD COLUMN     "searchName" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "sortName" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "trashedWithId" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "locale" TEXT;

-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "Star" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "documentId" TEXT,
    "folderId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Star_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "userId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("userId","documentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Star_userId_documentId_key" ON "Star"("userId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Star_userId_folderId_key" ON "Star"("userId", "folderId");

-- CreateIndex
CREATE INDEX "Visit_userId_at_idx" ON "Visit"("userId", "at");

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_sortName_idx" ON "Document"("folderId", "trashedAt", "sortName");

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_modifiedAt_idx" ON "Document"("folderId", "trashedAt", "modifiedAt");

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_size_idx" ON "Document"("folderId", "trashedAt", "size");

-- CreateIndex
CREATE INDEX "Document_trashedWithId_idx" ON "Document"("trashedWithId");

-- CreateIndex
CREATE INDEX "Folder_ownerId_trashedAt_idx" ON "Folder"("ownerId", "trashedAt");

-- CreateIndex
CREATE INDEX "Folder_parentId_trashedAt_sortName_idx" ON "Folder"("parentId", "trashedAt", "sortName");

-- CreateIndex
CREATE INDEX "Folder_trashedWithId_idx" ON "Folder"("trashedWithId");

-- AddForeignKey
ALTER TABLE "Star" ADD CONSTRAINT "Star_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Star" ADD CONSTRAINT "Star_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Star" ADD CONSTRAINT "Star_folderId_fkey" FOREIGN KEY ("folderId") REFERENCES "Folder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

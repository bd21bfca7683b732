-- AlterTable
ALTER TABLE "User" ADD COLUMN "locale" TEXT;

-- AlterTable
ALTER TABLE "Version" ADD COLUMN "name" TEXT;

-- CreateTable
CREATE TABLE "Star" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "documentId" TEXT,
    "folderId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Star_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Star_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Star_folderId_fkey" FOREIGN KEY ("folderId") REFERENCES "Folder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Visit" (
    "userId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "documentId"),
    CONSTRAINT "Visit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Visit_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Document" ADD COLUMN "sortName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Document" ADD COLUMN "searchName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Document" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'other';
ALTER TABLE "Document" ADD COLUMN "trashedWithId" TEXT;
ALTER TABLE "Folder" ADD COLUMN "sortName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Folder" ADD COLUMN "searchName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Folder" ADD COLUMN "trashedWithId" TEXT;

-- CreateIndex
DROP INDEX "Folder_ownerId_idx";
CREATE INDEX "Document_folderId_trashedAt_sortName_idx" ON "Document"("folderId", "trashedAt", "sortName");
CREATE INDEX "Document_folderId_trashedAt_modifiedAt_idx" ON "Document"("folderId", "trashedAt", "modifiedAt");
CREATE INDEX "Document_folderId_trashedAt_size_idx" ON "Document"("folderId", "trashedAt", "size");
CREATE INDEX "Document_trashedWithId_idx" ON "Document"("trashedWithId");
CREATE INDEX "Folder_ownerId_trashedAt_idx" ON "Folder"("ownerId", "trashedAt");
CREATE INDEX "Folder_parentId_trashedAt_sortName_idx" ON "Folder"("parentId", "trashedAt", "sortName");
CREATE INDEX "Folder_trashedWithId_idx" ON "Folder"("trashedWithId");

-- CreateIndex
CREATE UNIQUE INDEX "Star_userId_documentId_key" ON "Star"("userId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Star_userId_folderId_key" ON "Star"("userId", "folderId");

-- CreateIndex
CREATE INDEX "Visit_userId_at_idx" ON "Visit"("userId", "at");

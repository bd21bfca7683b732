-- DropIndex
DROP INDEX "Document_folderId_trashedAt_size_idx";

-- DropIndex
DROP INDEX "Document_folderId_trashedAt_modifiedAt_idx";

-- DropIndex
DROP INDEX "Document_folderId_trashedAt_sortName_idx";

-- DropIndex
DROP INDEX "Folder_parentId_trashedAt_sortName_idx";

-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN "lockSession" TEXT;

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_sortName_id_idx" ON "Document"("folderId", "trashedAt", "sortName", "id");

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_modifiedAt_id_idx" ON "Document"("folderId", "trashedAt", "modifiedAt", "id");

-- CreateIndex
CREATE INDEX "Document_folderId_trashedAt_size_id_idx" ON "Document"("folderId", "trashedAt", "size", "id");

-- CreateIndex
CREATE INDEX "Folder_parentId_trashedAt_sortName_id_idx" ON "Folder"("parentId", "trashedAt", "sortName", "id");

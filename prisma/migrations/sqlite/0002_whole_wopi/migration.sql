-- CreateTable
CREATE TABLE "Activity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "occurredAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "contentId" TEXT NOT NULL,
    "text" TEXT,
    "navigationId" TEXT,
    "isReply" BOOLEAN NOT NULL DEFAULT false,
    "people" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "Activity_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Document" ADD COLUMN "copyForbidden" BOOLEAN NOT NULL DEFAULT false;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AccessToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "resource" TEXT NOT NULL DEFAULT 'file',
    "documentId" TEXT,
    "folderId" TEXT,
    "ceiling" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "sessionId" TEXT,
    "issuedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "AccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccessToken_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccessToken_folderId_fkey" FOREIGN KEY ("folderId") REFERENCES "Folder" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_AccessToken" ("ceiling", "client", "documentId", "expiresAt", "id", "issuedAt", "revokedAt", "sessionId", "tokenHash", "userId") SELECT "ceiling", "client", "documentId", "expiresAt", "id", "issuedAt", "revokedAt", "sessionId", "tokenHash", "userId" FROM "AccessToken";
DROP TABLE "AccessToken";
ALTER TABLE "new_AccessToken" RENAME TO "AccessToken";
CREATE UNIQUE INDEX "AccessToken_tokenHash_key" ON "AccessToken"("tokenHash");
CREATE INDEX "AccessToken_userId_idx" ON "AccessToken"("userId");
CREATE INDEX "AccessToken_documentId_idx" ON "AccessToken"("documentId");
CREATE INDEX "AccessToken_folderId_idx" ON "AccessToken"("folderId");
CREATE INDEX "AccessToken_expiresAt_idx" ON "AccessToken"("expiresAt");
CREATE TABLE "new_Folder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "liveName" TEXT,
    "parentId" TEXT,
    "ownerId" TEXT NOT NULL,
    "rootOfId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Folder_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Folder" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Folder_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Folder_rootOfId_fkey" FOREIGN KEY ("rootOfId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Folder" ("changedAt", "createdAt", "id", "liveName", "name", "ownerId", "parentId", "rootOfId", "trashedAt") SELECT "createdAt", "createdAt", "id", "liveName", "name", "ownerId", "parentId", "rootOfId", "trashedAt" FROM "Folder";
DROP TABLE "Folder";
ALTER TABLE "new_Folder" RENAME TO "Folder";
CREATE UNIQUE INDEX "Folder_rootOfId_key" ON "Folder"("rootOfId");
CREATE INDEX "Folder_ownerId_idx" ON "Folder"("ownerId");
CREATE UNIQUE INDEX "Folder_parentId_liveName_key" ON "Folder"("parentId", "liveName");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Activity_documentId_receivedAt_idx" ON "Activity"("documentId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Activity_documentId_clientId_key" ON "Activity"("documentId", "clientId");

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "address" TEXT,
    "verb" TEXT NOT NULL,
    "gathering" TEXT,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "undoneAt" DATETIME,
    "heldBy" TEXT,
    "heldUntil" DATETIME NOT NULL,
    CONSTRAINT "Job_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "JobItem" (
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "toId" TEXT,
    "onClash" TEXT NOT NULL,
    "begunAt" DATETIME,
    "outcome" TEXT,
    "refusal" TEXT,
    "name" TEXT,
    "resultId" TEXT,
    "fromId" TEXT,

    PRIMARY KEY ("jobId", "position"),
    CONSTRAINT "JobItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Job_finishedAt_heldUntil_idx" ON "Job"("finishedAt", "heldUntil");

-- CreateIndex
CREATE INDEX "Job_userId_idx" ON "Job"("userId");

-- CreateIndex
CREATE INDEX "JobItem_jobId_outcome_position_idx" ON "JobItem"("jobId", "outcome", "position");

-- CreateIndex
CREATE INDEX "Document_lockExpiresAt_idx" ON "Document"("lockExpiresAt");

-- CreateIndex
CREATE INDEX "Star_documentId_idx" ON "Star"("documentId");

-- CreateIndex
CREATE INDEX "Star_folderId_idx" ON "Star"("folderId");

-- CreateIndex
CREATE INDEX "Visit_documentId_idx" ON "Visit"("documentId");

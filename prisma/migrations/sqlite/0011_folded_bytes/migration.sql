-- CreateTable
CREATE TABLE "FoldedBytes" (
    "storageKey" TEXT NOT NULL PRIMARY KEY,
    "foldedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "FoldedBytes_foldedAt_idx" ON "FoldedBytes"("foldedAt");

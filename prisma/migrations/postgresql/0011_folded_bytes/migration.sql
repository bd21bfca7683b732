-- CreateTable
CREATE TABLE "FoldedBytes" (
    "storageKey" TEXT NOT NULL,
    "foldedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FoldedBytes_pkey" PRIMARY KEY ("storageKey")
);

-- CreateIndex
CREATE INDEX "FoldedBytes_foldedAt_idx" ON "FoldedBytes"("foldedAt");
